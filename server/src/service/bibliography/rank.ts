/**
 * Which references fit a sentence. The score adds up how well the sentence's words match title and abstract (BM25), how
 * much of a title the sentence covers, whether it names authors or a year, and whether the manuscript cites the work
 * elsewhere in similar words. The weights were fitted on reviews and papers that cite (see `weights`).
 */
import type { Collection, Entry } from './collection';
import { type Corpus, corpusOf } from './corpus';
import { fold } from './fold';
import type { Layer } from './layers';
import type { Library } from './library';
import { type RankIndex, rankIndexes } from './rankIndex';
import { matchMarks, matchStems, titleNorms } from './rankMatches';
import { type Query, queryOf, type RankContext, type RankedSentence, similarCitations } from './rankQuery';
import { weights } from './rankWeights';
import { stemsOf } from './stem';

export type { RankContext, RankedSentence } from './rankQuery';

export interface RankedReference {
	readonly entry: Entry;
	/** Higher is better; comparable within one ranking. */
	readonly score: number;
	/** The words of the sentence that speak for it, the most telling first. */
	readonly matchingWords: readonly string[];
}

/** The references that share words with the sentence, best first. Only entries that a citation of their key would mean. */
export function rankReferences(
	library: Library,
	sentence: RankedSentence,
	context: RankContext = {},
): readonly RankedReference[] {
	const layers = collectionsOf(library).flatMap((collection) => rankIndexes.layersOf(collection));
	const corpus = corpusOf(layers);
	const query = queryOf(sentence, context, corpus);
	const similar = similarCitations(query, context, corpus);
	const ranked = layers.flatMap((layer) => scoreLayer(layer, query, corpus, similar));
	ranked.sort((a, b) => b.score - a.score);
	const best: Scored[] = [];
	for (const scored of ranked) {
		if (best.length >= (context.limit ?? 20)) break;
		if (library.get(scored.entry.key) === scored.entry) best.push(scored);
	}
	const words = wordsByStem(sentence.text);
	return best.map(({ entry, score }) => ({ entry, score, matchingWords: matchingWords(entry, words, query) }));
}

/** Does the work of the first ranking in steps. */
export function* prepareRanking(library: Library): Generator<undefined, void, undefined> {
	for (const collection of collectionsOf(library)) yield* rankIndexes.prepare(collection);
}

function collectionsOf(library: Library): readonly Collection[] {
	return [...library.bibliographies, library.builtIns];
}

interface Scored {
	readonly entry: Entry;
	readonly score: number;
}

function scoreLayer(
	layer: Layer<RankIndex>,
	query: Query,
	corpus: Corpus,
	similar: ReadonlyMap<string, number>,
): readonly Scored[] {
	const { index, entries } = layer;
	const own = matchStems(index, query.own, corpus);
	const before = matchStems(index, query.before, corpus);
	const named = matchMarks(index, query.marks);
	const titles = titleNorms(index, corpus);
	const scored: Scored[] = [];
	for (let position = 0; position < entries.length; position++) {
		const entry = entries[position];
		if (!entry) continue;
		const words = (own.scores[position] ?? 0) / query.total;
		const wordsBefore = (before.scores[position] ?? 0) / query.total;
		const cited = similar.get(entry.key) ?? 0;
		const names = named[position] ?? 0;
		if (words + wordsBefore + cited + names === 0) continue;
		const norm = titles[position] ?? 1;
		let score = weights.words * words + weights.wordsBefore * wordsBefore + names + cited;
		score += (weights.title * (own.titles[position] ?? 0)) / norm;
		score += (weights.titleBefore * (before.titles[position] ?? 0)) / norm;
		if (index.abstracts[position] === 0) score += weights.noAbstract + weights.wordsNoAbstract * words;
		scored.push({ entry, score });
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

function matchingWords(entry: Entry, words: ReadonlyMap<string, string>, { own }: Query): readonly string[] {
	const { title, abstract, keywords, authors } = entry.reference;
	const present = new Set(stemsOf([title ?? '', abstract ?? '', ...(keywords ?? [])].join(' ')));
	const names = new Set(authors.map(({ family }) => fold(family ?? '')));
	const named = [...words.values()].filter((word) => /^\p{Lu}/u.test(word) && names.has(fold(word)));
	const shared = [...words].filter(([stem]) => present.has(stem) && own.has(stem));
	shared.sort(([a], [b]) => (own.get(b) ?? 0) - (own.get(a) ?? 0));
	return [...new Set([...named, ...shared.map(([, word]) => word)])];
}
