import { type Article, type ArticleSource, parseArticle } from './article/article';
import { mayCite, mentionedIn } from './article/mentionedKeys';
import { type BibliographyPath, type Metadata, readMetadata } from './article/metadata';
import {
	type Bibliography,
	type FileEntry,
	readBibliography,
	readBibliographyInSteps,
} from './bibliography/bibliography';
import { inlineReferences } from './bibliography/inlineReferences';
import { citationsOfKey, entryAt, type KeyOccurrence, keyUsesIn } from './bibliography/keyOccurrences';
import { builtInReferences, createLibrary } from './bibliography/library';
import { prepareRanking } from './bibliography/rank';
import { parentKeysOf, removalOf } from './bibliography/removeEntry';
import { prepareFindings } from './bibliography/sameWorks';
import { prepareSearch } from './bibliography/search';
import { type Addition, addReferences } from './citing/addReference';
import { citeAt, citeSentence } from './citing/cite';
import { type OfferedReference, offersFor, offersForSentence, type SentenceOffers } from './citing/offers';
import { readModel } from './claims/model';
import { type CodeAction, codeActionsIn, codeActionsInBibliography } from './codeActions/codeActions';
import { type CompletionOptions, type Completions, completionsAt } from './completion/completion';
import { diagnose, diagnoseBibliography } from './diagnostics/diagnose';
import type { Diagnosis } from './diagnostics/rule';
import type { OwnGlossary } from './glossary/ownGlossary';
import { createGlossaryService, type GlossaryService } from './glossaryService';
import { entryHoverAt } from './hover/entryHover';
import { hoverAt } from './hover/hover';
import { renderHover, renderReference } from './hover/render';
import type { Knowledge } from './knowledge';
import { type EntrySymbol, symbolOf } from './navigation/entrySymbols';
import { entryTextAt } from './navigation/entryText';
import { type InlayHint, inlayHintsIn } from './navigation/inlayHints';
import { type FoundKey, keyAt, keyAtInBibliography } from './navigation/keyAt';
import { keyProblem } from './navigation/keyText';
import { type Link, linksIn, linksInEntry } from './navigation/links';
import { citationsRenamed, entryRenamed } from './navigation/rename';
import { type TidyBibliography, tidied } from './navigation/tidy';
import type { Settings } from './settings';
import type { BibliographySnapshot, NamedBibliography, Snapshot } from './snapshot';
import type { Range, TextEdit } from './text/range';

export type { Article } from './article/article';
export type { BibliographyPath } from './article/metadata';
export type { Bibliography, FileEntry } from './bibliography/bibliography';
export type { KeyOccurrence } from './bibliography/keyOccurrences';
export type { Addition } from './citing/addReference';
export type { OfferedReference, SentenceOffers } from './citing/offers';
export type { CodeAction } from './codeActions/codeActions';
export type { CompletionItem, CompletionOptions, Completions } from './completion/completion';
export type { Diagnosis } from './diagnostics/rule';
export type { OwnGlossary } from './glossary/ownGlossary';
export type { GlossaryService } from './glossaryService';
export type { Knowledge } from './knowledge';
export type { FoundKey } from './navigation/keyAt';
export type { Link } from './navigation/links';
export type { TidyBibliography } from './navigation/tidy';
export { defaultSettings, parseSettings, type Settings, type Severity } from './settings';
export type { BibliographySnapshot, NamedBibliography, Snapshot } from './snapshot';
export type { Range, TextEdit } from './text/range';

/** What a snapshot is made of, besides what Metascribe ships. */
export interface SnapshotParts {
	readonly article: Article;
	/** The bibliographies the document can use, in pandoc's order of precedence. */
	readonly bibliographies: readonly Bibliography[];
	/** Those that its front matter names and that could not be read. */
	readonly missingBibliographies: readonly BibliographyPath[];
	/** Those that it names and that were read. */
	readonly namedBibliographies?: readonly NamedBibliography[];
	/** The writer's own glossaries; where they are absent, the shipped one counts alone. */
	readonly glossaries?: readonly OwnGlossary[];
	readonly settings: Settings;
}

/**
 * The language service: everything Metascribe knows about a manuscript, for whatever shows it. Synchronous, without
 * input or output, and never throws on a writer's text. Offsets are UTF-16 units, ends exclusive.
 */
export interface ReviewService {
	/** Parses a manuscript, or parses it again after an edit (see `parseArticle`). */
	parseArticle(source: ArticleSource, previous?: Article): Article;
	/** Reads a bibliography, or reads it again after a change. */
	readBibliography(uri: string, text: string, previous?: Bibliography): Bibliography;
	/** The same in steps of some milliseconds each, for a host that has other things to answer meanwhile. */
	readBibliographyInSteps(
		uri: string,
		text: string,
		previous?: Bibliography,
	): Iterator<undefined, Bibliography, undefined>;
	/** Reads what a metadata file such as `_quarto.yml` says. */
	readMetadata(yaml: string): Metadata;
	snapshot(parts: SnapshotParts): Snapshot;
	/** What to show over an offset, as Markdown, and the exact range it is about. */
	hover(snapshot: Snapshot, offset: number): { readonly markdown: string; readonly range: Range } | undefined;
	/** The references to offer at an offset; `undefined` where no citation is being typed. */
	complete(snapshot: Snapshot, offset: number, options?: CompletionOptions): Completions | undefined;
	/** The long description of a completion item, as Markdown. */
	describeReference(snapshot: Snapshot, key: string): string | undefined;
	/** Looking up terms, and the writer's own glossaries. */
	readonly ofGlossary: GlossaryService;
	/** All findings, in the order of the text. */
	diagnose(snapshot: Snapshot): readonly Diagnosis[];
	/** The quick fixes for what a selection touches. */
	codeActions(snapshot: Snapshot, selection: Range): readonly CodeAction[];
	/** Whether a text mentions a key or names a bibliography: a quick look, without parsing. */
	mayCite(text: string): boolean;
	/** The citation key under an offset. */
	keyAt(snapshot: Snapshot, offset: number): FoundKey | undefined;
	/** Where a manuscript cites a key. */
	citationsOf(article: Article, key: string): readonly KeyOccurrence[];
	/** The edits that rename a key in a manuscript's citations. */
	renameCitations(article: Article, key: string, newKey: string): readonly TextEdit[];
	/** What can be looked up: DOIs and PubMed numbers. */
	links(article: Article): readonly Link[];
	/** The entry under an offset as its file has it; in BibTeX if it is one of Metascribe's. */
	entryText(snapshot: Snapshot, offset: number): { readonly key: string; readonly text: string } | undefined;
	/** Author and year for the citation keys in a range, if the settings ask for it. */
	inlayHints(snapshot: Snapshot, range: Range): readonly InlayHint[];
	/** The same for a bibliography that is open. */
	readonly ofBibliography: BibliographyService;
	readonly citing: CitingService;
}

/** Finding references for a text, and citing them. */
export interface CitingService {
	/** Does in steps of some milliseconds what the first search would do at once. */
	prepareSearch(snapshot: Snapshot): Iterator<undefined, void, undefined>;
	/** The same for the first ranking by fit. */
	prepareRanking(snapshot: Snapshot): Iterator<undefined, void, undefined>;
	/** The references that match some words, for a citation at an offset; best first. */
	search(
		snapshot: Snapshot,
		words: string,
		place: { readonly offset: number; readonly fit: boolean },
	): readonly OfferedReference[];
	/** The references that fit the sentence at an offset best; `undefined` where there is none. */
	forSentence(snapshot: Snapshot, offset: number): SentenceOffers | undefined;
	/** Cites works at an offset, in the citation that stands there or in one of their own. */
	citeAt(article: Article, offset: number, keys: readonly string[]): TextEdit;
	/** Cites works for the sentence at an offset: before its full stop. */
	citeSentence(article: Article, offset: number, keys: readonly string[]): TextEdit | undefined;
	/** What makes built-in references the writer's own; `undefined` if none of the keys means one. */
	addReferences(snapshot: Snapshot, keys: readonly string[]): Addition | undefined;
}

/** What there is to know about a bibliography itself. */
export interface BibliographyService {
	hover(
		snapshot: BibliographySnapshot,
		offset: number,
	): { readonly markdown: string; readonly range: Range } | undefined;
	diagnose(snapshot: BibliographySnapshot): readonly Diagnosis[];
	codeActions(snapshot: BibliographySnapshot, selection: Range): readonly CodeAction[];
	/** Does in steps of some milliseconds what `diagnose` would do at once. */
	prepare(bibliography: Bibliography): Iterator<undefined, void, undefined>;
	/** Whether an article mentions one of its keys. */
	isUsedIn(bibliography: Bibliography, article: Article): boolean;
	keyAt(bibliography: Bibliography, offset: number): FoundKey | undefined;
	/** The entry that an offset is in. */
	entryAt(bibliography: Bibliography, offset: number): FileEntry | undefined;
	/** Where a key stands: as an entry's own, or where another entry refers to it. */
	usesOf(bibliography: Bibliography, key: string): readonly KeyOccurrence[];
	/** Why a text cannot be a key in this bibliography, or nothing. */
	keyProblem(key: string, bibliography: Bibliography | undefined): string | undefined;
	/** The edits that rename an entry; `undefined` where its key is written in a way that leaves doubt about its place. */
	renameEntry(
		bibliography: Bibliography,
		entry: FileEntry,
		key: string,
		newKey: string,
	): readonly TextEdit[] | undefined;
	/** What to delete so that an entry is gone; `undefined` if others take fields from it. */
	removalOf(bibliography: Bibliography, entry: FileEntry): Range | undefined;
	symbol(entry: FileEntry): EntrySymbol | undefined;
	links(entry: FileEntry): readonly Link[];
	/** Sorted, and without the entries that no manuscript uses; `undefined` for formats other than BibTeX. */
	tidy(snapshot: BibliographySnapshot): TidyBibliography | undefined;
}

/** Creates the service over what Metascribe ships. Takes some tens of milliseconds, once. */
export function createReviewService(knowledge: Knowledge): ReviewService {
	const ofGlossary = createGlossaryService(knowledge);
	const builtIn = builtInReferences(knowledge.references);
	const { model: claimModel } = readModel(knowledge.claimModel);
	return Object.freeze<ReviewService>({
		parseArticle,
		readBibliography,
		readBibliographyInSteps,
		readMetadata: (yaml) => readMetadata(yaml, 0),
		snapshot: ({
			article,
			bibliographies,
			missingBibliographies,
			namedBibliographies = [],
			glossaries = [],
			settings,
		}) => ({
			article,
			// Of references with one key the last counts: those that the document lists itself.
			library: createLibrary([...bibliographies, ...inlineReferences(article)], builtIn),
			missingBibliographies,
			namedBibliographies,
			glossary: ofGlossary.merged(glossaries),
			claimModel,
			settings,
		}),
		hover(snapshot, offset) {
			const hover = snapshot.settings.hover.enabled ? hoverAt(snapshot, offset) : undefined;
			return hover && { markdown: renderHover(snapshot, hover), range: hover.range };
		},
		complete: completionsAt,
		describeReference(snapshot, key) {
			const entry = snapshot.library.get(key);
			return entry && renderReference(entry.reference);
		},
		ofGlossary,
		diagnose,
		codeActions: codeActionsIn,
		mayCite,
		keyAt,
		citationsOf: citationsOfKey,
		renameCitations: citationsRenamed,
		links: linksIn,
		entryText: entryTextAt,
		inlayHints: inlayHintsIn,
		citing: Object.freeze<CitingService>({
			prepareSearch: ({ library }) => prepareSearch(library),
			prepareRanking: ({ library }) => prepareRanking(library),
			search: offersFor,
			forSentence: offersForSentence,
			citeAt,
			citeSentence,
			addReferences,
		}),
		ofBibliography: Object.freeze<BibliographyService>({
			hover: entryHoverAt,
			diagnose: diagnoseBibliography,
			codeActions: codeActionsInBibliography,
			prepare: prepareFindings,
			isUsedIn: (bibliography, article) => {
				const { own } = createLibrary([bibliography], builtIn);
				return [...mentionedIn(article).keys].some((key) => own(key) !== undefined);
			},
			keyAt: keyAtInBibliography,
			entryAt,
			usesOf: keyUsesIn,
			keyProblem: (key, bibliography) => keyProblem(key, bibliography?.format),
			renameEntry: entryRenamed,
			removalOf: (bibliography, entry) =>
				parentKeysOf(bibliography).has(entry.key) ? undefined : removalOf(bibliography, entry),
			symbol: symbolOf,
			links: linksInEntry,
			tidy: tidied,
		}),
	});
}
