/** What a sentence asks for: its words by weight, the names and years in it, and where the manuscript says the like. */
import type { Corpus } from './corpus';
import { authorMark, firstAuthorMark, yearMark } from './rankIndex';
import { weights } from './rankWeights';
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

/** How much a synonym counts beside the words of the sentence itself. */
const SYNONYM_WEIGHT = 0.5;

export interface Query {
	/** The stems of the sentence and how much each counts. */
	readonly own: ReadonlyMap<string, number>;
	/** Those that only the sentence before has. */
	readonly before: ReadonlyMap<string, number>;
	/** What those stems of the sentence that any reference has count together: makes scores of long and short sentences comparable. */
	readonly total: number;
	/** Marks of authors and years that the sentence may name. */
	readonly marks: ReadonlyMap<string, number>;
}

export function queryOf({ text, previous = '' }: RankedSentence, context: RankContext, corpus: Corpus): Query {
	const own = new Map<string, number>();
	const before = new Map<string, number>();
	const ask = (asked: Map<string, number>, stem: string, factor: number) => {
		if (!own.has(stem)) asked.set(stem, corpus.weightOf(stem) * factor);
	};
	for (const stem of stemsOf(text)) ask(own, stem, 1);
	const total = [...own].reduce((sum, [stem, weight]) => sum + (corpus.knows(stem) ? weight : 0), 0);
	for (const stem of stemsOf(context.synonyms?.join(' ') ?? '')) ask(own, stem, SYNONYM_WEIGHT);
	for (const stem of stemsOf(previous)) ask(before, stem, 1);
	return { own, before, total: total || 1, marks: marksIn(text) };
}

/** Words with a capital may be names of authors. */
function marksIn(text: string): ReadonlyMap<string, number> {
	const marks = new Map<string, number>();
	for (const name of text.match(/\b\p{Lu}[\p{L}'’-]{2,}/gu) ?? []) {
		marks.set(firstAuthorMark(name), weights.firstAuthor);
		marks.set(authorMark(name), weights.author);
	}
	for (const year of text.match(/\b(?:19|20)\d\d\b/g) ?? []) marks.set(yearMark(year), weights.year);
	return marks;
}

/** For each key the manuscript cites elsewhere, how similar the most similar of those sentences is. */
export function similarCitations(
	query: Query,
	{ citingSentences }: RankContext,
	corpus: Corpus,
): ReadonlyMap<string, number> {
	const similar = new Map<string, number>();
	for (const [key, sentences] of citingSentences ?? []) {
		let best = 0;
		let bestBefore = 0;
		for (const sentence of sentences) {
			let shared = 0;
			let sharedBefore = 0;
			let total = 0;
			for (const stem of new Set(stemsOf(sentence))) {
				total += corpus.weightOf(stem);
				shared += query.own.get(stem) ?? 0;
				sharedBefore += query.before.get(stem) ?? 0;
			}
			const norm = Math.sqrt(total * query.total) + 1;
			best = Math.max(best, shared / norm);
			bestBefore = Math.max(bestBefore, sharedBefore / norm);
		}
		similar.set(key, weights.citedSimilarly * best + weights.citedSimilarlyBefore * bestBefore);
	}
	return similar;
}
