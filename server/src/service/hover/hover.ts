import { blockAt, citationsIn, citationsOf } from '../article/article';
import type { Entry } from '../bibliography/bibliography';
import { citedWork } from '../bibliography/citedEntry';
import { type Definition, definitionAt, definitionsOf } from '../glossary/definitions';
import { termAt } from '../glossary/matchTerms';
import { readOccurrence } from '../glossary/readings';
import type { Term } from '../glossary/term';
import { lettersOf } from '../glossary/words';
import type { Snapshot } from '../snapshot';
import { type Range, touches } from '../text/range';

/** What is under the cursor; `render.ts` puts it into words. */
export type Hover = CitationHover | TermHover | DefinitionHover;

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
	/** The words as they stand in the text. */
	readonly written: string;
	/** More than one if the words are used in several senses. */
	readonly terms: readonly Term[];
	/** What an abbreviation may stand for besides: readings that are no term of the glossary. */
	readonly otherReadings: readonly string[];
	/** What to write instead of an abbreviation of several senses; may be empty. */
	readonly advice: string;
	/** The document's own words for it, where they decided between several senses. */
	readonly definedAs: string | undefined;
}

/** An abbreviation that only the document itself explains. */
export interface DefinitionHover {
	readonly kind: 'definition';
	readonly range: Range;
	readonly definition: Definition;
}

/** What the text at an offset is about: a citation key, else a term, else an abbreviation that the document defines. */
export function hoverAt(snapshot: Snapshot, offset: number): Hover | undefined {
	return citationHover(snapshot, offset) ?? termHover(snapshot, offset) ?? definitionHover(snapshot, offset);
}

function citationHover({ article, library }: Snapshot, offset: number): CitationHover | undefined {
	const block = blockAt(article, offset);
	const citation = block && [...citationsIn(block)].find(({ keyRange }) => touches(keyRange, offset));
	if (!citation) {
		return undefined;
	}
	const entry = citedWork(library, citation.key);
	return (
		entry && {
			kind: 'citation',
			range: citation.keyRange,
			entry,
			isBuiltIn: entry.origin === 'built-in',
			timesCited: citationsOf(article).filter(({ key }) => key === citation.key).length,
		}
	);
}

function termHover({ article, glossary }: Snapshot, offset: number): TermHover | undefined {
	const block = blockAt(article, offset);
	const found = block && termAt(glossary, block, offset);
	if (!found) {
		return undefined;
	}
	const range = { start: block.start + found.start, end: block.start + found.end };
	const { terms, otherReadings, advice, definition } = readOccurrence(glossary, article, block, found);
	return terms.length + otherReadings.length === 0
		? undefined
		: {
				kind: 'term',
				range,
				written: article.text.slice(range.start, range.end),
				terms,
				otherReadings,
				advice,
				definedAs: found.abbreviation && definition?.longForm,
			};
}

function definitionHover({ article }: Snapshot, offset: number): DefinitionHover | undefined {
	const block = blockAt(article, offset);
	const word = block && wordAt(block.content.prose, offset - block.start);
	const definition =
		word && definitionAt(definitionsOf(article), lettersOf(block.content.prose.slice(word.start, word.end)), offset);
	return (
		definition && {
			kind: 'definition',
			range: { start: block.start + word.start, end: block.start + word.end },
			definition,
		}
	);
}

/** The word around an offset, with its hyphens; a citation or markup beside it is no part of it. */
function wordAt(prose: string, offset: number): Range | undefined {
	const isPart = (at: number): boolean => /[\p{L}\p{N}\-‐‑–]/u.test(prose[at] ?? '');
	let start = offset;
	let end = offset;
	while (start > 0 && isPart(start - 1)) {
		start--;
	}
	while (end < prose.length && isPart(end)) {
		end++;
	}
	return end > start ? { start, end } : undefined;
}
