import { type Article, type ArticleSource, parseArticle } from './article/article';
import { type BibliographyPath, type Metadata, readMetadata } from './article/metadata';
import { type Bibliography, readBibliography, readBibliographyInSteps } from './bibliography/bibliography';
import { inlineReferences } from './bibliography/inlineReferences';
import { builtInReferences, createLibrary } from './bibliography/library';
import { readModel } from './claims/model';
import { type CodeAction, codeActionsIn } from './codeActions/codeActions';
import { type Completions, completionsAt } from './completion/completion';
import { diagnose } from './diagnostics/diagnose';
import type { Diagnosis } from './diagnostics/rule';
import { createGlossary } from './glossary/glossary';
import { hoverAt } from './hover/hover';
import { renderHover, renderReference } from './hover/render';
import type { Knowledge } from './knowledge';
import type { Settings } from './settings';
import type { Snapshot } from './snapshot';
import type { Range } from './text/range';

export type { Article } from './article/article';
export type { BibliographyPath } from './article/metadata';
export type { Bibliography } from './bibliography/bibliography';
export type { CodeAction } from './codeActions/codeActions';
export type { CompletionItem, Completions } from './completion/completion';
export type { Diagnosis } from './diagnostics/rule';
export type { Knowledge } from './knowledge';
export { defaultSettings, parseSettings, type Settings, type Severity } from './settings';
export type { Snapshot } from './snapshot';
export type { Range } from './text/range';

/** What a snapshot is made of, besides what Metascribe ships. */
export interface SnapshotParts {
	readonly article: Article;
	/** The bibliographies the document can use, in pandoc's order of precedence. */
	readonly bibliographies: readonly Bibliography[];
	/** Those that its front matter names and that could not be read. */
	readonly missingBibliographies: readonly BibliographyPath[];
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
	complete(snapshot: Snapshot, offset: number): Completions | undefined;
	/** The long description of a completion item, as Markdown. */
	describeReference(snapshot: Snapshot, key: string): string | undefined;
	/** All findings, in the order of the text. */
	diagnose(snapshot: Snapshot): readonly Diagnosis[];
	/** The quick fixes for what a selection touches. */
	codeActions(snapshot: Snapshot, selection: Range): readonly CodeAction[];
}

/** Creates the service over what Metascribe ships. Takes some tens of milliseconds, once. */
export function createReviewService(knowledge: Knowledge): ReviewService {
	const glossary = createGlossary(knowledge);
	const builtIn = builtInReferences(knowledge.references);
	const { model: claimModel } = readModel(knowledge.claimModel);
	return Object.freeze<ReviewService>({
		parseArticle,
		readBibliography,
		readBibliographyInSteps,
		readMetadata: (yaml) => readMetadata(yaml, 0),
		snapshot: ({ article, bibliographies, missingBibliographies, settings }) => ({
			article,
			// Of references with one key the last counts: those that the document lists itself.
			library: createLibrary([...bibliographies, ...inlineReferences(article)], builtIn),
			missingBibliographies,
			glossary,
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
		diagnose,
		codeActions: codeActionsIn,
	});
}
