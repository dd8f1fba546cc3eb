/** Finds references by what people remember of them: a few letters of author, title, year, journal, key or identifier. */

import type { Catalog } from './catalog';
import { catalogs } from './catalog';
import { type Collection, type Entry, Numbering } from './collection';
import { fold, foldedWords } from './fold';
import type { Layer } from './layers';
import type { Library } from './library';
import { Field } from './searchIndex';

export interface SearchHit {
	readonly entry: Entry;
	/** Higher is better; comparable within one search. */
	readonly score: number;
	/** The fields that the words were found in. */
	readonly matched: readonly SearchField[];
}

export type SearchField = keyof typeof Field;

/** How much a word counts by where it stands. The first author is what people type first. */
const weights: readonly (readonly [field: number, weight: number])[] = [
	[Field.identifier, 6],
	[Field.firstAuthor, 5],
	[Field.key, 4.5],
	[Field.author, 4],
	[Field.year, 4],
	[Field.title, 3],
	[Field.journal, 2],
];

/** A word typed in full counts more than the beginning of a longer one, and that more than a forgiven typo. */
const WHOLE = 1;
const BEGINNING = 0.8;
const TYPO = 0.5;

/** Typos are forgiven from this length on: shorter words turn into others too easily. */
const SHORTEST_WITH_TYPO = 5;

/**
 * The references that match every typed word by prefix, without case and diacritics, best first: the writer's and the
 * built-in ones. Only entries that a citation of their key would mean are returned. An empty query lists the first
 * entries in file order. The first search in a large bibliography builds its index, which takes a second or more.
 */
export function searchReferences(library: Library, query: string, limit: number): readonly SearchHit[] {
	return search(library, collectionsOf(library), query, limit);
}

/**
 * An answer without delay while the indexes are not there yet: in what is not indexed it looks through the first entries
 * whose source holds the words, and forgives no typos. Equal to `searchReferences` once everything is prepared.
 */
export function searchWhilePreparing(library: Library, query: string, limit: number): readonly SearchHit[] {
	const words = queryWords(query);
	const collections = collectionsOf(library).map((collection) =>
		catalogs.isReady(collection) ? collection : narrow(collection, words, limit * CANDIDATES_PER_HIT),
	);
	return search(library, collections, query, limit);
}

/** Whether a search has nothing left to build. */
export function isSearchPrepared(library: Library): boolean {
	return collectionsOf(library).every((collection) => catalogs.isReady(collection));
}

/** Does the work of the first search in steps of a few milliseconds. */
export function* prepareSearch(library: Library): Generator<undefined, void, undefined> {
	for (const collection of collectionsOf(library)) yield* catalogs.prepare(collection);
}

/** How many entries are read for each wanted one, so that the best of them are good ones. */
const CANDIDATES_PER_HIT = 8;

function narrow({ entries }: Collection, words: readonly string[], most: number): Collection {
	const candidates: Entry[] = [];
	if (words.length > 0) {
		for (const entry of entries) {
			if (candidates.length === most) break;
			if (entry.mayContain(words)) candidates.push(entry);
		}
	}
	return { numbering: new Numbering(), entries: words.length > 0 ? candidates : entries };
}

function collectionsOf(library: Library): readonly Collection[] {
	return [...library.bibliographies, library.builtIns];
}

function search(
	library: Library,
	collections: readonly Collection[],
	query: string,
	limit: number,
): readonly SearchHit[] {
	const words = queryWords(query);
	if (words.length === 0) return firstEntries(library, collections, limit);
	const layers = collections.map((collection) => catalogs.layersOf(collection));
	const terms = words.map((word) => termsFor(word, layers.flat()));
	const best = new BestHits(limit);
	for (const [order, own] of layers.entries()) {
		for (const layer of own) searchLayer(layer, terms, order, library, best);
	}
	return best.hits();
}

/** An identifier is one word whatever it contains; everything else is cut where no letter or digit stands. */
export function queryWords(query: string): readonly string[] {
	const words: string[] = [];
	for (const written of query.trim().split(/\s+/)) {
		const bare = written.toLowerCase().replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^(?:doi|pmid|pmcid):/, '');
		if (/^10[./]/.test(bare)) words.push(bare);
		else words.push(...foldedWords(fold(bare)));
	}
	return words;
}

/** One typed word: the beginnings of words to look for, and how they were come by. */
interface Term {
	readonly prefixes: readonly string[];
	readonly factor: number;
	/** Fields in which it may be found. */
	readonly fields: number;
}

const anyField = 0xff;

function termsFor(word: string, layers: readonly Layer<Catalog>[]): Term {
	// One letter stands in nearly every title: it can only be meant as the beginning of a name.
	if (word.length === 1) return { prefixes: [word], factor: BEGINNING, fields: Field.author | Field.key };
	const isKnown = (prefix: string) => layers.some(({ index }) => hasPrefix(index, prefix));
	if (isKnown(word) || word.length < SHORTEST_WITH_TYPO)
		return { prefixes: [word], factor: BEGINNING, fields: anyField };
	const prefixes = [...new Set(oneTypoAway(word))].filter(isKnown);
	return { prefixes, factor: TYPO, fields: anyField & ~Field.year & ~Field.identifier };
}

function hasPrefix({ search }: Catalog, prefix: string): boolean {
	const { start, end } = search.vocabulary.withPrefix(prefix);
	return start < end;
}

const typable = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** All words that one wrong, missing, additional or exchanged letter makes into `word`. */
function* oneTypoAway(word: string): Iterable<string> {
	for (let i = 0; i <= word.length; i++) {
		const before = word.slice(0, i);
		const after = word.slice(i);
		if (i < word.length) yield before + after.slice(1);
		if (i + 1 < word.length) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
		for (const letter of typable) {
			if (i < word.length) yield before + letter + after.slice(1);
			yield before + letter + after;
		}
	}
}

function searchLayer(
	layer: Layer<Catalog>,
	terms: readonly Term[],
	order: number,
	library: Library,
	best: BestHits,
): void {
	const { search } = layer.index;
	const totals = new Float32Array(search.size);
	const fields = new Uint8Array(search.size);
	const counts = new Uint8Array(search.size);
	const scores = new Float32Array(search.size);
	for (const [index, term] of terms.entries()) {
		if (index > 0) scores.fill(0);
		scoreTerm(layer.index, term, scores, fields);
		for (let position = 0; position < search.size; position++) {
			const score = scores[position] ?? 0;
			if (score === 0 || counts[position] !== index) continue;
			counts[position] = index + 1;
			totals[position] = (totals[position] ?? 0) + score;
		}
	}
	for (let position = 0; position < search.size; position++) {
		if (counts[position] !== terms.length) continue;
		const entry = layer.entries[position];
		const total = totals[position] ?? 0;
		const place = layer.places[position] ?? 0;
		if (!entry || !best.wouldTake(total, order, place) || library.get(entry.key) !== entry) continue;
		best.take({ entry, score: total, fields: fields[position] ?? 0, order, place });
	}
}

function scoreTerm({ search }: Catalog, term: Term, scores: Float32Array, fields: Uint8Array): void {
	const { vocabulary, starts, postings } = search;
	for (const prefix of term.prefixes) {
		const { start, end } = vocabulary.withPrefix(prefix);
		for (let word = start; word < end; word++) {
			const factor = term.factor === BEGINNING && vocabulary.isWhole(word, prefix.length) ? WHOLE : term.factor;
			const last = starts[word + 1] ?? 0;
			for (let slot = starts[word] ?? 0; slot < last; slot++) {
				const posting = postings[slot] ?? 0;
				const found = posting & term.fields & 0xff;
				if (found === 0) continue;
				const position = posting >>> 8;
				const score = factor * (weightOfFields[found] ?? 0);
				if (score > (scores[position] ?? 0)) scores[position] = score;
				fields[position] = (fields[position] ?? 0) | found;
			}
		}
	}
}

/** The weight of the best field in each combination of field bits. */
const weightOfFields = Float32Array.from({ length: 256 }, (_, bits) =>
	Math.max(0, ...weights.filter(([field]) => (bits & field) !== 0).map(([, weight]) => weight)),
);

interface Candidate {
	readonly entry: Entry;
	readonly score: number;
	readonly fields: number;
	readonly order: number;
	readonly place: number;
}

/** Keeps the best hits in order. At equal score the earlier list and the earlier entry win. */
class BestHits {
	private readonly kept: Candidate[] = [];

	constructor(private readonly limit: number) {}

	wouldTake(score: number, order: number, place: number): boolean {
		const worst = this.kept.at(-1);
		return this.kept.length < this.limit || (worst !== undefined && compare(score, order, place, worst) < 0);
	}

	take(candidate: Candidate): void {
		let low = 0;
		let high = this.kept.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = this.kept[middle];
			if (other && compare(candidate.score, candidate.order, candidate.place, other) < 0) high = middle;
			else low = middle + 1;
		}
		this.kept.splice(low, 0, candidate);
		if (this.kept.length > this.limit) this.kept.pop();
	}

	hits(): readonly SearchHit[] {
		return this.kept.map(({ entry, score, fields }) => ({ entry, score, matched: fieldsOf(fields) }));
	}
}

function compare(score: number, order: number, place: number, other: Candidate): number {
	return other.score - score || order - other.order || place - other.place;
}

const fieldNames: readonly SearchField[] = ['firstAuthor', 'author', 'title', 'year', 'journal', 'key', 'identifier'];

function fieldsOf(bits: number): readonly SearchField[] {
	return fieldNames.filter((name) => (bits & Field[name]) !== 0);
}

function firstEntries(library: Library, collections: readonly Collection[], limit: number): readonly SearchHit[] {
	const hits: SearchHit[] = [];
	for (const { entries } of collections) {
		for (const entry of entries) {
			if (hits.length >= limit) return hits;
			if (library.get(entry.key) === entry) hits.push({ entry, score: 0, matched: [] });
		}
	}
	return hits;
}
