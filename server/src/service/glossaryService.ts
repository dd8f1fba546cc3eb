import { blockAt } from './article/article';
import { builtInReferences, createLibrary } from './bibliography/library';
import { type Expansion, expansionsAt } from './codeActions/expandAbbreviation';
import { type TermCompletions, termsToComplete } from './completion/termCompletion';
import { createGlossary, extendGlossary, type Glossary } from './glossary/glossary';
import { termAt } from './glossary/matchTerms';
import { type GlossaryProblem, type OwnGlossary, readOwnGlossary } from './glossary/ownGlossary';
import { readOccurrence } from './glossary/readings';
import type { Term, TermOrigin } from './glossary/term';
import type { Knowledge } from './knowledge';
import { entriesOf, entryOf, type GlossaryEntry } from './lookup/entries';
import { searchTerms } from './lookup/searchTerms';
import type { Snapshot } from './snapshot';
import type { Range } from './text/range';

/** Looking up terms, and the writer's own glossaries. */
export interface GlossaryService {
	/** Reads a glossary of the writer's: YAML, or JSON. */
	read(uri: string, text: string): OwnGlossary;
	/** What is wrong in one of the glossaries in use, relations to terms that none of them has included. */
	problems(glossary: OwnGlossary, all: readonly OwnGlossary[]): readonly GlossaryProblem[];
	/** The shipped glossary with the writer's terms; the same object for the same list. */
	merged(own: readonly OwnGlossary[]): Glossary;
	/** All terms, by category. Without a snapshot, those of the given glossaries and the shipped ones. */
	entries(snapshot: Snapshot | undefined, own: readonly OwnGlossary[]): readonly GlossaryEntry[];
	/** The terms that fit a query, best first; all of them for an empty one. */
	search(snapshot: Snapshot | undefined, own: readonly OwnGlossary[], query: string): readonly GlossaryEntry[];
	/** Terms to offer for the word before an offset, to a writer who asks for them. */
	complete(snapshot: Snapshot, offset: number): TermCompletions | undefined;
	/** The id of the term under an offset; of several senses the first. */
	termAt(snapshot: Snapshot, offset: number): string | undefined;
	/** What the abbreviation under an offset may be written out as at its first use. */
	expansions(snapshot: Snapshot, offset: number): readonly Expansion[];
	/** Where the writer's glossary defines the term under an offset, and the words there. */
	originAt(snapshot: Snapshot, offset: number): { readonly words: Range; readonly origin: TermOrigin } | undefined;
}

/** More than this a list does not show. */
const MOST_FOUND = 100;
const NO_GLOSSARIES: readonly OwnGlossary[] = [];

/** Creates the service over what Metascribe ships. */
export function createGlossaryService(knowledge: Knowledge): GlossaryService {
	const shipped = createGlossary(knowledge);
	const library = createLibrary([], builtInReferences(knowledge.references));
	const known = new WeakMap<readonly OwnGlossary[], Glossary>();

	function merged(own: readonly OwnGlossary[] = NO_GLOSSARIES): Glossary {
		if (own.every(({ terms }) => terms.length === 0)) {
			return shipped;
		}
		let glossary = known.get(own);
		if (!glossary) {
			glossary = extendGlossary(knowledge, own);
			known.set(own, glossary);
		}
		return glossary;
	}

	return {
		read: readOwnGlossary,
		problems: (glossary, all) => [...glossary.problems, ...unknownRelations(glossary, merged(all))],
		merged,
		entries: (snapshot, own) => entriesOf(snapshot?.glossary ?? merged(own), snapshot?.library ?? library),
		search(snapshot, own, query) {
			const glossary = snapshot?.glossary ?? merged(own);
			const found = searchTerms(glossary, query);
			const shown = query.trim() === '' ? found : found.slice(0, MOST_FOUND);
			return shown.map((term) => entryOf(term, glossary, snapshot?.library ?? library));
		},
		complete: termsToComplete,
		termAt: (snapshot, offset) => termsAt(snapshot, offset)?.terms[0]?.id,
		expansions: expansionsAt,
		originAt,
	};
}

/** Relations of the writer's terms that lead nowhere. */
function unknownRelations({ terms }: OwnGlossary, glossary: Glossary): readonly GlossaryProblem[] {
	const relations = ({ broader, narrower, related }: Term): readonly string[] => [...broader, ...narrower, ...related];
	return terms.flatMap((term) =>
		relations(term)
			.filter((id) => !glossary.terms.has(id))
			.flatMap((id) =>
				term.origin
					? [
							{
								range: term.origin.labelRange,
								severity: 'warning' as const,
								message: `“${term.label}” names “${id}”, which is the id of no term. Correct it, or add the term.`,
							},
						]
					: [],
			),
	);
}

function originAt(
	snapshot: Snapshot,
	offset: number,
): { readonly words: Range; readonly origin: TermOrigin } | undefined {
	const found = termsAt(snapshot, offset);
	const origin = found?.terms.find((term) => term.origin)?.origin;
	return found && origin && { words: found.words, origin };
}

function termsAt(
	{ article, glossary }: Snapshot,
	offset: number,
): { readonly words: Range; readonly terms: readonly Term[] } | undefined {
	const block = blockAt(article, offset);
	const found = block && termAt(glossary, block, offset);
	return (
		found && {
			words: { start: block.start + found.start, end: block.start + found.end },
			terms: readOccurrence(glossary, article, block, found).terms,
		}
	);
}
