/** How well each reference of one index matches a set of words. */
import type { Corpus } from './corpus';
import type { RankIndex } from './rankIndex';

const K1 = 1.2;
const B = 0.75;

export interface Matches {
	/** BM25 of each reference. */
	readonly scores: Float64Array;
	/** What the stems in its title count together. */
	readonly titles: Float64Array;
}

export function matchStems(index: RankIndex, stems: ReadonlyMap<string, number>, corpus: Corpus): Matches {
	const { lengths, positions, frequencies } = index;
	const scores = new Float64Array(lengths.length);
	const titles = new Float64Array(lengths.length);
	for (const [stem, weight] of stems) {
		for (const slot of slotsOf(index, stem)) {
			const position = positions[slot] ?? 0;
			const frequency = (frequencies[slot] ?? 0) >> 1;
			const norm = K1 * (1 - B + (B * (lengths[position] ?? 0)) / corpus.meanLength);
			scores[position] = (scores[position] ?? 0) + (weight * frequency * (K1 + 1)) / (frequency + norm);
			if (((frequencies[slot] ?? 0) & 1) === 1) titles[position] = (titles[position] ?? 0) + weight;
		}
	}
	return { scores, titles };
}

export function matchMarks(index: RankIndex, marks: ReadonlyMap<string, number>): Float64Array {
	const scores = new Float64Array(index.lengths.length);
	for (const [mark, weight] of marks) {
		for (const slot of slotsOf(index, mark)) {
			const position = index.positions[slot] ?? 0;
			scores[position] = (scores[position] ?? 0) + weight;
		}
	}
	return scores;
}

function* slotsOf({ vocabulary, starts }: RankIndex, word: string): Iterable<number> {
	const number = vocabulary.indexOf(word);
	if (number < 0) return;
	const end = starts[number + 1] ?? 0;
	for (let slot = starts[number] ?? 0; slot < end; slot++) yield slot;
}

interface TitleNorms {
	/** Number of references in the corpus they were worked out for. */
	readonly size: number;
	readonly norms: Float64Array;
}

const known = new WeakMap<RankIndex, TitleNorms>();

/** For each reference the root of what all stems of its title count together: long titles share words with any sentence. */
export function titleNorms(index: RankIndex, corpus: Corpus): Float64Array {
	const before = known.get(index);
	// A few references more or less change the weight of no word much.
	if (before && Math.abs(before.size - corpus.size) * 10 <= corpus.size) return before.norms;
	const norms = new Float64Array(index.lengths.length);
	for (let word = 0; word < index.vocabulary.size; word++) {
		const weight = corpus.weightOf(index.vocabulary.word(word));
		const end = index.starts[word + 1] ?? 0;
		for (let slot = index.starts[word] ?? 0; slot < end; slot++) {
			const position = index.positions[slot] ?? 0;
			if (((index.frequencies[slot] ?? 0) & 1) === 1) norms[position] = (norms[position] ?? 0) + weight;
		}
	}
	for (const [position, sum] of norms.entries()) norms[position] = TITLE_SCALE * Math.sqrt(sum + TITLE_SMOOTHING);
	known.set(index, { size: corpus.size, norms });
	return norms;
}

/** Puts the share of a title on the scale of the other features; the weights were fitted with it. */
const TITLE_SCALE = 3;
/** Keeps titles of one or two words from winning by a single match. */
const TITLE_SMOOTHING = 5;
