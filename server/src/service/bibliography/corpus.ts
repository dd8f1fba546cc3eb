/** The references of all lists together, as far as the weight of a word depends on them. */
import type { Layer } from './layers';
import type { RankIndex } from './rankIndex';

export interface Corpus {
	readonly size: number;
	readonly meanLength: number;
	/** How telling a stem is: its inverse document frequency. Most telling is one that no reference has. */
	weightOf(stem: string): number;
	/** Whether any reference has the stem. */
	knows(stem: string): boolean;
}

export function corpusOf(layers: readonly Layer<RankIndex>[]): Corpus {
	let size = 0;
	let length = 0;
	for (const { index } of layers) {
		size += index.lengths.length;
		length += index.lengths.reduce((sum, each) => sum + each, 0);
	}
	const frequencyOf = (stem: string) => layers.reduce((sum, { index }) => sum + frequencyIn(index, stem), 0);
	return {
		size,
		meanLength: Math.max(1, length / Math.max(1, size)),
		weightOf: (stem) => inverseFrequency(size, frequencyOf(stem)),
		knows: (stem) => frequencyOf(stem) > 0,
	};
}

function inverseFrequency(size: number, frequency: number): number {
	return Math.log(1 + (Math.max(size, frequency) - frequency + 0.5) / (frequency + 0.5));
}

function frequencyIn({ vocabulary, starts }: RankIndex, stem: string): number {
	const word = vocabulary.indexOf(stem);
	return word < 0 ? 0 : (starts[word + 1] ?? 0) - (starts[word] ?? 0);
}
