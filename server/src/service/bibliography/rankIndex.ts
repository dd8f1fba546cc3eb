/** Which words stand in title, abstract and keywords of which references, and who wrote them when. */
import type { Entry } from './collection';
import { fold } from './fold';
import { createLayeredIndex } from './layers';
import type { Reference } from './reference';
import { stemsOf } from './stem';
import { Vocabulary } from './vocabulary';

export interface RankIndex {
	/** Stems, and the marks of authors and years (see `firstAuthorMark` and its like). */
	readonly vocabulary: Vocabulary;
	/** Where the postings of each word start, and the end of the last. */
	readonly starts: Uint32Array;
	readonly positions: Uint32Array;
	/** How often the stem occurs in that reference, times two; odd where the title has it. */
	readonly frequencies: Uint16Array;
	/** Number of stems of each reference, a word of the title counting `TITLE_WEIGHT` times. */
	readonly lengths: Float32Array;
	/** 1 where there is an abstract. */
	readonly abstracts: Uint8Array;
}

/** How many times a word of the title counts. */
const TITLE_WEIGHT = 2;

/** Marks are words that no stem can be: stems contain no colon. */
export const firstAuthorMark = (family: string): string => `first:${fold(family)}`;
export const authorMark = (family: string): string => `author:${fold(family)}`;
export const yearMark = (year: string): string => `year:${year}`;

/** References read between two pauses. */
const STEP = 100;

function* build(entries: readonly Entry[]): Generator<undefined, RankIndex, undefined> {
	const occurrences = new Map<string, number[]>();
	const lengths = new Float32Array(entries.length);
	const abstracts = new Uint8Array(entries.length);
	for (const [position, entry] of entries.entries()) {
		const reference = entry.read({ abstract: true });
		const title = countsOf(reference.title ?? '');
		const rest = countsOf([reference.abstract ?? '', ...(reference.keywords ?? [])].join(' '));
		for (const stem of new Set([...title.keys(), ...rest.keys()])) {
			const frequency = TITLE_WEIGHT * (title.get(stem) ?? 0) + (rest.get(stem) ?? 0);
			lengths[position] = (lengths[position] ?? 0) + frequency;
			add(occurrences, stem, position, frequency * 2 + (title.has(stem) ? 1 : 0));
		}
		for (const mark of marksOf(reference)) add(occurrences, mark, position, 0);
		abstracts[position] = reference.abstract === undefined ? 0 : 1;
		if (position % STEP === STEP - 1) yield;
	}
	return { ...compact(occurrences), lengths, abstracts };
}

function countsOf(text: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	return counts;
}

function marksOf({ authors, year }: Reference): ReadonlySet<string> {
	const marks = new Set<string>();
	for (const [index, { family }] of authors.entries()) {
		if (family === undefined) continue;
		if (index === 0) marks.add(firstAuthorMark(family));
		marks.add(authorMark(family));
	}
	if (year !== undefined) marks.add(yearMark(String(year)));
	return marks;
}

function add(occurrences: Map<string, number[]>, word: string, position: number, frequency: number): void {
	const known = occurrences.get(word);
	if (known) known.push(position, frequency);
	else occurrences.set(word, [position, frequency]);
}

type Postings = Pick<RankIndex, 'vocabulary' | 'starts' | 'positions' | 'frequencies'>;

function compact(occurrences: ReadonlyMap<string, readonly number[]>): Postings {
	const words = [...occurrences.keys()].sort();
	const starts = new Uint32Array(words.length + 1);
	let total = 0;
	for (const [rank, word] of words.entries()) {
		starts[rank] = total;
		total += (occurrences.get(word)?.length ?? 0) / 2;
	}
	starts[words.length] = total;
	const positions = new Uint32Array(total);
	const frequencies = new Uint16Array(total);
	let slot = 0;
	for (const word of words) {
		const list = occurrences.get(word) ?? [];
		for (let i = 0; i < list.length; i += 2) {
			positions[slot] = list[i] ?? 0;
			frequencies[slot] = Math.min(list[i + 1] ?? 0, 0xffff);
			slot++;
		}
	}
	return { vocabulary: Vocabulary.of(words), starts, positions, frequencies };
}

export const rankIndexes = createLayeredIndex(build);
