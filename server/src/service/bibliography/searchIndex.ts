/** Which words stand in which fields of which references. */
import { fold, WordCharacters } from './fold';
import type { Reference } from './reference';
import { sortInSteps } from './sortInSteps';
import { Vocabulary } from './vocabulary';
import { WordTable } from './wordTable';

/** Fields as bits, so that one number says where a word stands. */
export const Field = {
	firstAuthor: 1,
	author: 2,
	title: 4,
	year: 8,
	journal: 16,
	key: 32,
	identifier: 64,
} as const;

/** More authors than this nobody types, and consortium papers have hundreds. */
const MAX_AUTHORS = 30;

/** Words handled between two pauses. */
const STEP = 10_000;

export interface SearchIndex {
	readonly size: number;
	readonly vocabulary: Vocabulary;
	/** Where the postings of each word start, and the end of the last. */
	readonly starts: Uint32Array;
	/** Position of the reference (upper 24 bits) and field bits (lower 8). */
	readonly postings: Uint32Array;
}

export class SearchIndexBuilder {
	private readonly table = new WordTable();
	private readonly wordCharacters = new WordCharacters();
	private words = new GrowingArray();
	private postings = new GrowingArray();
	/** For each word the slot of its last posting, plus one. */
	private lastSlot = new GrowingArray();
	private count = 0;

	add(reference: Reference, aliases: readonly string[]): void {
		const { authors, editors, title, year, containerTitle, doi, pmid, pmcid, key } = reference;
		const people = authors.length > 0 ? authors : (editors ?? []);
		people.slice(0, MAX_AUTHORS).forEach(({ particle, family, literal }, index) => {
			const field = index === 0 ? Field.firstAuthor | Field.author : Field.author;
			this.addWords(family ?? literal, field);
			if (particle !== undefined) this.addWords(particle, field);
		});
		this.addWords(title, Field.title);
		if (year !== undefined) this.addWord(String(year), Field.year);
		this.addWords(containerTitle, Field.journal);
		this.addKey(key);
		for (const alias of aliases) this.addKey(alias);
		if (doi !== undefined) this.addWord(doi.toLowerCase(), Field.identifier);
		if (pmid !== undefined) this.addWord(pmid, Field.identifier);
		if (pmcid !== undefined) this.addWord(pmcid.toLowerCase(), Field.identifier);
		this.count++;
	}

	/** In steps of some milliseconds. */
	*build(): Generator<undefined, SearchIndex, undefined> {
		const { words, postings: found } = this;
		const sorted = yield* sortInSteps(yield* this.distinctWords());
		const ranks = yield* this.ranksOf(sorted);
		const starts = new Uint32Array(sorted.length + 1);
		for (let slot = 0; slot < words.length; slot++) {
			const rank = ranks[words.at(slot)] ?? 0;
			starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
		}
		for (let rank = 0; rank < sorted.length; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
		yield;
		const next = starts.slice();
		const postings = new Uint32Array(words.length);
		for (let slot = 0; slot < words.length; slot++) {
			const rank = ranks[words.at(slot)] ?? 0;
			const at = next[rank] ?? 0;
			postings[at] = found.at(slot);
			next[rank] = at + 1;
		}
		yield;
		return { size: this.count, vocabulary: Vocabulary.of(sorted), starts, postings };
	}

	private *distinctWords(): Generator<undefined, readonly string[], undefined> {
		const words: string[] = [];
		for (let number = 0; number < this.table.size; number++) {
			words.push(this.table.word(number));
			if (number % STEP === 0) yield;
		}
		return words;
	}

	/** The place in sorted order of each word, by its number in the table. */
	private *ranksOf(sorted: readonly string[]): Generator<undefined, Uint32Array, undefined> {
		const ranks = new Uint32Array(sorted.length);
		for (const [rank, word] of sorted.entries()) {
			ranks[this.table.numberOf(word, 0, word.length)] = rank;
			if (rank % STEP === 0) yield;
		}
		return ranks;
	}

	/** The key as a whole, and the words and numbers it is made of. */
	private addKey(key: string): void {
		const whole = fold(key).replace(/[^\p{L}\p{N}]+/gu, '');
		if (whole === '') return;
		this.addWord(whole, Field.key);
		for (const part of key.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []) {
			if (part.length > 1 && part.length < key.length) this.addWord(fold(part), Field.key);
		}
	}

	private addWords(text: string | undefined, field: number): void {
		if (text === undefined) return;
		const folded = fold(text);
		let parts = 0;
		let compound = '';
		for (let start = 0; start < folded.length; ) {
			const end = this.wordCharacters.endOfWord(folded, start);
			if (end > start) {
				this.addSpan(folded, start, end, field);
				parts++;
				compound += folded.slice(start, end);
			}
			// "pre-metastatic" is also found as "premetastatic".
			if (end >= folded.length || folded.charCodeAt(end) <= 32) {
				if (parts > 1 && parts < 4) this.addWord(compound, field);
				parts = 0;
				compound = '';
			}
			start = end + 1;
		}
	}

	private addWord(word: string, field: number): void {
		this.addSpan(word, 0, word.length, field);
	}

	/** Adds the word between two offsets, once for each reference. */
	private addSpan(text: string, start: number, end: number, field: number): void {
		const word = this.table.numberOf(text, start, end);
		if (word === this.lastSlot.length) this.lastSlot.push(0);
		const last = this.lastSlot.at(word);
		if (last > 0 && this.postings.at(last - 1) >>> 8 === this.count) {
			this.postings.set(last - 1, this.postings.at(last - 1) | field);
			return;
		}
		this.words.push(word);
		this.postings.push(((this.count << 8) | field) >>> 0);
		this.lastSlot.set(word, this.words.length);
	}
}

/** Numbers without the cost of a boxed array, in pieces, so that growing costs neither time nor memory. */
class GrowingArray {
	length = 0;
	private readonly pieces: Uint32Array[] = [];

	at(index: number): number {
		return this.pieces[index >>> PIECE_BITS]?.[index & PIECE_MASK] ?? 0;
	}

	set(index: number, value: number): void {
		const piece = this.pieces[index >>> PIECE_BITS];
		if (piece) piece[index & PIECE_MASK] = value;
	}

	push(value: number): void {
		if (this.length >>> PIECE_BITS === this.pieces.length) this.pieces.push(new Uint32Array(1 << PIECE_BITS));
		this.set(this.length++, value);
	}
}

const PIECE_BITS = 14;
const PIECE_MASK = (1 << PIECE_BITS) - 1;
