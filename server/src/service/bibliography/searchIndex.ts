/** Which words stand in which fields of which references. */
import { fold, foldedWords } from './fold';
import type { Reference } from './reference';
import { Vocabulary } from './vocabulary';

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

export interface SearchIndex {
	readonly size: number;
	readonly vocabulary: Vocabulary;
	/** Where the postings of each word start, and the end of the last. */
	readonly starts: Uint32Array;
	/** Position of the reference (upper 24 bits) and field bits (lower 8). */
	readonly postings: Uint32Array;
}

export class SearchIndexBuilder {
	private readonly ids = new Map<string, number>();
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

	build(): SearchIndex {
		const words = [...this.ids.keys()].sort();
		const ranks = new Uint32Array(words.length);
		words.forEach((word, rank) => {
			ranks[this.ids.get(word) ?? 0] = rank;
		});
		this.ids.clear();
		const starts = new Uint32Array(words.length + 1);
		for (let slot = 0; slot < this.words.length; slot++) {
			const rank = ranks[this.words.at(slot)] ?? 0;
			starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
		}
		for (let rank = 0; rank < words.length; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
		const next = starts.slice();
		const postings = new Uint32Array(this.words.length);
		for (let slot = 0; slot < this.words.length; slot++) {
			const rank = ranks[this.words.at(slot)] ?? 0;
			const at = next[rank] ?? 0;
			postings[at] = this.postings.at(slot);
			next[rank] = at + 1;
		}
		return { size: this.count, vocabulary: Vocabulary.of(words), starts, postings };
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
		for (const compound of fold(text).split(/\s+/)) {
			const parts = foldedWords(compound);
			for (const part of parts) this.addWord(part, field);
			// "pre-metastatic" is also found as "premetastatic".
			if (parts.length > 1 && parts.length < 4) this.addWord(parts.join(''), field);
		}
	}

	private addWord(word: string, field: number): void {
		let id = this.ids.get(word);
		if (id === undefined) {
			id = this.ids.size;
			this.ids.set(word, id);
			this.lastSlot.push(0);
		}
		const last = this.lastSlot.at(id);
		if (last > 0 && this.postings.at(last - 1) >>> 8 === this.count) {
			this.postings.set(last - 1, this.postings.at(last - 1) | field);
			return;
		}
		this.words.push(id);
		this.postings.push(((this.count << 8) | field) >>> 0);
		this.lastSlot.set(id, this.words.length);
	}
}

/** Numbers without the cost of a boxed array. */
class GrowingArray {
	length = 0;
	private values = new Uint32Array(1024);

	at(index: number): number {
		return this.values[index] ?? 0;
	}

	set(index: number, value: number): void {
		this.values[index] = value;
	}

	push(value: number): void {
		if (this.length === this.values.length) {
			const grown = new Uint32Array(this.length * 2);
			grown.set(this.values);
			this.values = grown;
		}
		this.values[this.length++] = value;
	}
}
