/** Which references fit a sentence: BM25 of its words over title, abstract and keywords. */
import type { Collection, Entry } from './collection';
import type { Layer } from './layers';
import type { Library } from './library';
import { type RankIndex, rankIndexes } from './rankIndex';
import { stemsOf } from './stem';

/** The sentence that wants a citation, as plain text without citations. */
export interface RankedSentence {
	readonly text: string;
	/** The sentence before it, which often names the subject. */
	readonly previous?: string;
}

export interface RankContext {
	/** Other words for what the sentence speaks of, such as the synonyms of glossary terms in it. */
	readonly synonyms?: readonly string[];
	/** What the manuscript says elsewhere where it cites a key: its own words for that work. */
	readonly citingSentences?: ReadonlyMap<string, readonly string[]>;
	/** At most so many references; 20 if not given. */
	readonly limit?: number;
}

export interface RankedReference {
	readonly entry: Entry;
	/** Higher is better; comparable within one ranking. */
	readonly score: number;
	/** The words of the sentence that speak for it, the most telling first. */
	readonly matchingWords: readonly string[];
}

const K1 = 1.2;
const B = 0.75;
const PREVIOUS_WEIGHT = 0.35;
const SYNONYM_WEIGHT = 0.5;

/** The references that share words with the sentence, best first. Only entries that a citation of their key would mean. */
export function rankReferences(
	library: Library,
	sentence: RankedSentence,
	context: RankContext = {},
): readonly RankedReference[] {
	const collections: readonly Collection[] = [...library.bibliographies, library.builtIns];
	const layers = collections.flatMap((collection) => rankIndexes.layersOf(collection));
	const corpus = corpusOf(layers);
	const query = queryOf(sentence, context, corpus);
	const ranked = layers.flatMap((layer) => scoreLayer(layer, query, corpus));
	const citable = ranked.filter(({ entry }) => library.get(entry.key) === entry);
	const best = citable.sort((a, b) => b.score - a.score).slice(0, context.limit ?? 20);
	const words = wordsByStem(sentence.text);
	return best.map(({ entry, score }) => ({ entry, score, matchingWords: matchingWords(entry, words, query) }));
}

/** Does the work of the first ranking in steps. */
export function* prepareRanking(library: Library): Generator<undefined, void, undefined> {
	for (const collection of [...library.bibliographies, library.builtIns]) yield* rankIndexes.prepare(collection);
}

interface Corpus {
	readonly size: number;
	readonly meanLength: number;
	/** In how many references a stem occurs. */
	frequencyOf(stem: string): number;
}

function corpusOf(layers: readonly Layer<RankIndex>[]): Corpus {
	let size = 0;
	let length = 0;
	for (const { index } of layers) {
		size += index.lengths.length;
		length += index.lengths.reduce((sum, each) => sum + each, 0);
	}
	return {
		size,
		meanLength: Math.max(1, length / Math.max(1, size)),
		frequencyOf: (stem) => layers.reduce((sum, { index }) => sum + frequencyIn(index, stem), 0),
	};
}

function frequencyIn({ vocabulary, starts }: RankIndex, stem: string): number {
	const word = vocabulary.indexOf(stem);
	return word < 0 ? 0 : (starts[word + 1] ?? 0) - (starts[word] ?? 0);
}

/** The weight of each stem of the query: how much it is asked for times how telling it is. */
type Query = ReadonlyMap<string, number>;

function queryOf(sentence: RankedSentence, context: RankContext, corpus: Corpus): Query {
	const asked = new Map<string, number>();
	for (const stem of stemsOf(sentence.previous ?? '')) asked.set(stem, PREVIOUS_WEIGHT);
	for (const stem of stemsOf(context.synonyms?.join(' ') ?? '')) asked.set(stem, SYNONYM_WEIGHT);
	for (const stem of stemsOf(sentence.text)) asked.set(stem, 1);
	const query = new Map<string, number>();
	for (const [stem, weight] of asked) {
		const frequency = corpus.frequencyOf(stem);
		if (frequency === 0) continue;
		query.set(stem, weight * Math.log(1 + (corpus.size - frequency + 0.5) / (frequency + 0.5)));
	}
	return query;
}

interface Scored {
	readonly entry: Entry;
	readonly score: number;
}

function scoreLayer({ index, entries }: Layer<RankIndex>, query: Query, corpus: Corpus): readonly Scored[] {
	const { vocabulary, starts, positions, frequencies, lengths } = index;
	const scores = new Float64Array(lengths.length);
	for (const [stem, weight] of query) {
		const word = vocabulary.indexOf(stem);
		if (word < 0) continue;
		const last = starts[word + 1] ?? 0;
		for (let slot = starts[word] ?? 0; slot < last; slot++) {
			const position = positions[slot] ?? 0;
			const frequency = frequencies[slot] ?? 0;
			const norm = K1 * (1 - B + (B * (lengths[position] ?? 0)) / corpus.meanLength);
			scores[position] = (scores[position] ?? 0) + (weight * frequency * (K1 + 1)) / (frequency + norm);
		}
	}
	const scored: Scored[] = [];
	for (let position = 0; position < scores.length; position++) {
		const score = scores[position] ?? 0;
		const entry = entries[position];
		if (score > 0 && entry) scored.push({ entry, score });
	}
	return scored;
}

/** The sentence's words as written, by stem. */
function wordsByStem(text: string): ReadonlyMap<string, string> {
	const words = new Map<string, string>();
	for (const word of text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []) {
		for (const stem of stemsOf(word)) if (!words.has(stem)) words.set(stem, word);
	}
	return words;
}

function matchingWords(entry: Entry, words: ReadonlyMap<string, string>, query: Query): readonly string[] {
	const { title, abstract, keywords } = entry.reference;
	const present = new Set(stemsOf([title ?? '', abstract ?? '', ...(keywords ?? [])].join(' ')));
	const shared = [...words].filter(([stem]) => present.has(stem) && query.has(stem));
	shared.sort(([a], [b]) => (query.get(b) ?? 0) - (query.get(a) ?? 0));
	return [...new Set(shared.map(([, word]) => word))];
}
