/** How often which stems stand in title, abstract and keywords of which references. */
import type { Entry } from './collection';
import { createLayeredIndex } from './layers';
import type { Reference } from './reference';
import { stemsOf } from './stem';
import { Vocabulary } from './vocabulary';

export interface RankIndex {
	readonly vocabulary: Vocabulary;
	/** Where the postings of each stem start, and the end of the last. */
	readonly starts: Uint32Array;
	readonly positions: Uint32Array;
	/** How often the stem occurs in that reference, a word of the title counting several times. */
	readonly frequencies: Uint16Array;
	/** Number of stems of each reference, counted in the same way. */
	readonly lengths: Float32Array;
}

/** How many times a word of the title counts. */
export const TITLE_WEIGHT = 2;

/** References read between two pauses. */
const STEP = 100;

function* build(entries: readonly Entry[]): Generator<undefined, RankIndex, undefined> {
	const occurrences = new Map<string, number[]>();
	const lengths = new Float32Array(entries.length);
	for (const [position, entry] of entries.entries()) {
		const frequencies = frequenciesOf(entry.read({ abstract: true }));
		for (const [stem, frequency] of frequencies) {
			lengths[position] = (lengths[position] ?? 0) + frequency;
			const known = occurrences.get(stem);
			if (known) known.push(position, frequency);
			else occurrences.set(stem, [position, frequency]);
		}
		if (position % STEP === STEP - 1) yield;
	}
	return compact(occurrences, lengths);
}

function frequenciesOf({ title, abstract, keywords }: Reference): ReadonlyMap<string, number> {
	const frequencies = new Map<string, number>();
	const count = (text: string | undefined, weight: number) => {
		if (text === undefined) return;
		for (const stem of stemsOf(text)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + weight);
	};
	count(title, TITLE_WEIGHT);
	count(abstract, 1);
	count(keywords?.join(' '), 1);
	return frequencies;
}

function compact(occurrences: ReadonlyMap<string, readonly number[]>, lengths: Float32Array): RankIndex {
	const stems = [...occurrences.keys()].sort();
	const starts = new Uint32Array(stems.length + 1);
	let total = 0;
	for (const [rank, stem] of stems.entries()) {
		starts[rank] = total;
		total += (occurrences.get(stem)?.length ?? 0) / 2;
	}
	starts[stems.length] = total;
	const positions = new Uint32Array(total);
	const frequencies = new Uint16Array(total);
	let slot = 0;
	for (const stem of stems) {
		const list = occurrences.get(stem) ?? [];
		for (let i = 0; i < list.length; i += 2) {
			positions[slot] = list[i] ?? 0;
			frequencies[slot] = Math.min(list[i + 1] ?? 0, 0xffff);
			slot++;
		}
	}
	return { vocabulary: Vocabulary.of(stems), starts, positions, frequencies, lengths };
}

export const rankIndexes = createLayeredIndex(build);
