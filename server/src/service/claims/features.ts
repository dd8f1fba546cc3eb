import { cues } from './cues';

/** Longer stretches are no sentence but a paste without punctuation: only this much is read, in UTF-16 units. */
const LONGEST_READ = 4000;

/** Bits of a word feature's hash; tables of fewer bits use its low ones. */
export const WORD_BITS = 16;

const WORD = /[A-Za-z0-9Α-Ωα-ω][\w\-'’Α-Ωα-ω]*|[%<>=≥≤±~]/g;

/** What a sentence's own words say, before any context: hashed words and word pairs, and the shape of the whole. */
export interface SentenceFeatures {
	/** Hashes of words, pairs of words, their beginnings, endings and shapes, and openers; repeats count. */
	readonly words: readonly number[];
	/** Values in the order of `shapeNames`. */
	readonly shape: readonly number[];
}

const measures = ['length', 'length-squared', 'very-short', 'commas', 'parentheses'] as const;

/** Names of the shape features, in order: a stored model fits this code only if it lists the same. */
export const shapeNames: readonly string[] = [...measures, ...cues.map((cue) => cue.id)];

export function readFeatures(text: string): SentenceFeatures {
	const read = text.length > LONGEST_READ ? text.slice(0, LONGEST_READ) : text;
	const tokens = read.match(WORD) ?? [];
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
		const text = spelling(token);
		const word = hash(text);
		words.push(mix(word), mix(Math.imul(before, 0x9e3779b1) + word));
		if (i < OPENERS) words.push(mix(hash(text, 0x5bd1e995 + i)));
		if (text.length > ENDING + 2) words.push(mix(hash(text.slice(-ENDING), 0x1b873593)));
		if (text.length > BEGINNING + 1) words.push(mix(hash(text.slice(0, BEGINNING), 0x2b873593)));
		if (token !== text) words.push(mix(hash(shapeOf(token), i === 0 ? 0x3b873593 : 0x4b873593)));
		before = word;
	}
	return words;
}

/** A token as words are compared: in lower case, any year and any other number alike. */
function spelling(token: string): string {
	if (/^(?:19|20)\d\d$/.test(token)) return '#year';
	if (/^\d+$/.test(token)) return '#';
	return token.toLowerCase();
}

/** The shape of a token: "A0" for CD44, "aA" for mTOR, "Aa" for a name. */
function shapeOf(token: string): string {
	return token
		.replace(/[A-Z]+/g, 'A')
		.replace(/[a-z]+/g, 'a')
		.replace(/\d+/g, '0');
}

/** So many first words count once more as openers. */
const OPENERS = 2;
/** Letters of a word's beginning and ending. */
const BEGINNING = 5;
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
