import { blockAt } from '../article/article';
import type { Block } from '../article/outline';
import { definitionAt, definitionsOf } from '../glossary/definitions';
import { type TermOccurrence, termAt, termsInBlock } from '../glossary/matchTerms';
import { insideSentence, pluralOf } from '../glossary/names';
import { readOccurrence } from '../glossary/readings';
import { inSpellingOf } from '../glossary/spelling';
import { lettersOf } from '../glossary/words';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';

/** An offer to write an abbreviation out where the text first uses it. */
export interface Expansion {
	/** "tumour microenvironment (TME)". */
	readonly expanded: string;
	/** The abbreviation at its first use in the text. */
	readonly range: Range;
}

/**
 * What the abbreviation under an offset may be written out as at its first use: one offer for each of its readings here.
 * None if the document explains it already.
 */
export function expansionsAt(snapshot: Snapshot, offset: number): readonly Expansion[] {
	const { article, glossary } = snapshot;
	const block = blockAt(article, offset);
	const found = block && termAt(glossary, block, offset);
	if (!found) {
		return [];
	}
	const written = writtenIn(block, found);
	const letters = singular(lettersOf(written));
	if (!isAbbreviation(written) || definitionAt(definitionsOf(article), letters, offset)) {
		return [];
	}
	const { terms, otherReadings } = readOccurrence(glossary, article, block, found);
	const named = terms.filter((term) => term.abbreviations.some((name) => lettersOf(name) === letters));
	const names = [...named.map(({ label }) => insideSentence(glossary, label)), ...otherReadings.map(withoutBrackets)];
	const first = firstUse(snapshot, letters);
	return first === undefined
		? []
		: names
				.filter((name) => lettersOf(name) !== letters)
				.map((name) => ({ expanded: expandedAs(inSpellingOf(article, name), first.written), range: first.range }));
}

/** The first use in running text: headings, tables and captions are no place to explain it. */
function firstUse({ article, glossary }: Snapshot, letters: string): { written: string; range: Range } | undefined {
	for (const block of article.blocks) {
		if (block.role === 'prose' || block.role === 'item') {
			const use = termsInBlock(glossary, block).find((one) => singular(lettersOf(writtenIn(block, one))) === letters);
			if (use) {
				return {
					written: writtenIn(block, use),
					range: { start: block.start + use.start, end: block.start + use.end },
				};
			}
		}
	}
	return undefined;
}

function expandedAs(name: string, written: string): string {
	const isPlural = written !== singular(written);
	return `${isPlural ? pluralOf(name) : name} (${written})`;
}

function writtenIn({ content }: Block, { start, end }: TermOccurrence): string {
	return content.prose.slice(start, end);
}

function isAbbreviation(written: string): boolean {
	return /^\S+$/.test(written) && (written.match(/\p{Lu}/gu)?.length ?? 0) > 1;
}

function singular(letters: string): string {
	return letters.replace(/(?<=[\p{Lu}\p{N}])s$/u, '');
}

function withoutBrackets(reading: string): string {
	return reading.replace(/\s*\([^()]*\)/g, '');
}
