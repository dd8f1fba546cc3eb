import { cues } from './cues';

/** Longer stretches are no sentence but a paste without punctuation: only this much is read, in UTF-16 units. */
const LONGEST_READ = 4000;

/** Bits of a word feature's hash; tables of fewer bits use its low ones. */
export const WORD_BITS = 15;

const WORD = /[a-z0-9α-ω][\w\-'’α-ω]*|[%<>=≥≤±~]/g;

/** What a sentence's own words say, before any context: hashed words and word pairs, and the shape of the whole. */
export interface SentenceFeatures {
	/** Hashes of words, pairs of words, word endings and openers; repeats count. */
	readonly words: readonly number[];
	/** Values in the order of `shapeNames`. */
	readonly shape: readonly number[];
}

const measures = ['length', 'length-squared', 'very-short', 'commas', 'parentheses'] as const;

/** Names of the shape features, in order: a stored model fits this code only if it lists the same. */
export const shapeNames: readonly string[] = [...measures, ...cues.map((cue) => cue.id)];

export function readFeatures(text: string): SentenceFeatures {
	const read = text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text;
	const tokens = read.toLowerCase().match(WORD) ?? [];
	return { words: hashWords(tokens), shape: readShape(read, tokens.length) };
}

function readShape(text: string, tokens: number): number[] {
	const length = Math.min(tokens, 60) / 30;
	const shape = [
		length,
		length * length,
		tokens < 6 ? 1 : 0,
		Math.min(count(text, ','), 10) / 5,
		Math.min(count(text, '('), 6) / 3,
	];
	for (const cue of cues) shape.push(cue.pattern.test(text) ? 1 : 0);
	return shape;
}

function hashWords(tokens: readonly string[]): number[] {
	const words: number[] = [];
	let before = hash('^');
	for (const [i, token] of tokens.entries()) {
		const word = hash(token);
		words.push(mix(word), mix(Math.imul(before, 0x9e3779b1) + word));
		if (i < OPENERS) words.push(mix(hash(token, 0x5bd1e995 + i)));
		if (token.length > ENDING + 2) words.push(mix(hash(token.slice(-ENDING), 0x1b873593)));
		before = word;
	}
	return words;
}

/** So many first words count once more as openers. */
const OPENERS = 2;
/** Letters of a word's ending. */
const ENDING = 4;

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed = 0x811c9dc5): number {
	let value = seed;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value;
}

function mix(value: number): number {
	const mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
	return (mixed ^ (mixed >>> 13)) & ((1 << WORD_BITS) - 1);
}

function count(text: string, mark: string): number {
	let found = 0;
	for (let i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + 1)) found++;
	return found;
}
