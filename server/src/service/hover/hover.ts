import { blockAt, citationsIn, citationsOf } from '../article/article';
import type { Entry } from '../bibliography/bibliography';
import { termAt } from '../glossary/matchTerms';
import type { Term } from '../glossary/term';
import type { Snapshot } from '../snapshot';
import { type Range, touches } from '../text/range';

/** What is under the cursor; `render.ts` puts it into words. */
export type Hover = CitationHover | TermHover;

export interface CitationHover {
	readonly kind: 'citation';
	/** From the `@` to the end of the key. */
	readonly range: Range;
	readonly entry: Entry;
	readonly isBuiltIn: boolean;
	readonly timesCited: number;
}

export interface TermHover {
	readonly kind: 'term';
	readonly range: Range;
	/** More than one if the words are used in several senses. */
	readonly terms: readonly Term[];
}

/** What the text at an offset is about: a citation key, else a term. */
export function hoverAt(snapshot: Snapshot, offset: number): Hover | undefined {
	return citationHover(snapshot, offset) ?? termHover(snapshot, offset);
}

function citationHover({ article, library }: Snapshot, offset: number): CitationHover | undefined {
	const block = blockAt(article, offset);
	const citation = block && [...citationsIn(block)].find(({ keyRange }) => touches(keyRange, offset));
	if (!citation) {
		return undefined;
	}
	const own = library.own(citation.key);
	const entry = own ?? library.builtIn(citation.key);
	return (
		entry && {
			kind: 'citation',
			range: citation.keyRange,
			entry,
			isBuiltIn: own === undefined,
			timesCited: [...citationsOf(article)].filter(({ key }) => key === citation.key).length,
		}
	);
}

function termHover({ article, glossary }: Snapshot, offset: number): TermHover | undefined {
	const block = blockAt(article, offset);
	const found = block && termAt(glossary, block, offset);
	return found && { kind: 'term', range: { start: found.start, end: found.end }, terms: found.terms };
}
