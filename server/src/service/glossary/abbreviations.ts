import { anyOf, type WordTest } from './context';
import type { TrieNode } from './glossary';
import type { AmbiguousAbbreviation, Term } from './term';
import { lettersOf, tokenize } from './words';

/** An abbreviation that the field uses in several senses, with its readings. */
export interface Abbreviation {
	/** As it is written in the data. */
	readonly name: string;
	/** The letters and digits as they must be written. */
	readonly exact: string;
	readonly readings: readonly Reading[];
	/** What to write instead; empty if there is nothing to say. */
	readonly advice: string;
}

/** One sense of an abbreviation. */
export interface Reading {
	/** What it stands for, in words. */
	readonly expansion: string;
	/** The term of the glossary that it is, if it is one. */
	readonly term: Term | undefined;
	/** Words that the data names as speaking for it. */
	readonly cues: WordTest;
	/** Its own words, but for those that other readings share. */
	readonly ownWords: WordTest;
}

/** Words that say little about which reading is meant. */
const COMMON = new Set(
	['cell', 'cancer', 'tumour', 'metastasis', 'metastatic', 'disease', 'gene', 'protein', 'therapy'].flatMap(formsIn),
);

/**
 * Joins what the data says of an abbreviation with the terms of the glossary.
 *
 * @param root the trie of the glossary's surface forms, by which expansions are found among the terms
 */
export function readAbbreviation(
	{ abbreviation, expansions, terms, advice, context = {} }: AmbiguousAbbreviation,
	glossary: ReadonlyMap<string, Term>,
	root: TrieNode,
): Abbreviation {
	const named = terms.flatMap((id) => glossary.get(id) ?? []);
	const found = expansions.map((expansion) => termNamed(root, bare(expansion)));
	const left = named.filter((term) => !found.includes(term));
	const readings = expansions.map((expansion, index) => ({
		expansion,
		term: found[index] ?? closest(bare(expansion), left),
		cues: anyOf(context[expansion] ?? []),
		ownWords: anyOf(ownWords(expansion, expansions)),
	}));
	return { name: abbreviation, exact: lettersOf(abbreviation), readings, advice };
}

/** The term that all of the words name. */
export function termNamed(root: TrieNode, words: string): Term | undefined {
	let node: TrieNode | undefined = root;
	for (const form of formsIn(words)) {
		node = node?.next?.get(form);
	}
	const terms = node === root ? [] : (node?.surfaces.map(({ term }) => term) ?? []);
	return terms.find(({ origin }) => origin !== undefined) ?? terms[0];
}

/** How much two names have in common: their shared words by the words of the longer one, 0 to 1. */
export function likeness(a: string, b: string): number {
	const first = new Set(formsIn(a));
	const second = new Set(formsIn(b));
	const shared = [...first].filter((form) => second.has(form)).length;
	return shared / Math.max(1, first.size, second.size);
}

/** Without what stands in brackets. */
export function bare(expansion: string): string {
	return expansion.replace(/\s*\([^()]*\)/g, '');
}

function closest(expansion: string, terms: readonly Term[]): Term | undefined {
	let best: { readonly term: Term | undefined; readonly score: number } = { term: undefined, score: 0 };
	for (const term of terms) {
		const names = [term.label, ...term.synonyms, ...term.looseSynonyms];
		const score = Math.max(...names.map((name) => likeness(expansion, name)));
		best = score > best.score ? { term, score } : best;
	}
	return best.term;
}

/** The beginnings of the words that this expansion alone has: "endoplas", "reticul". */
function ownWords(expansion: string, all: readonly string[]): readonly string[] {
	const others = new Set(all.filter((other) => other !== expansion).flatMap(formsIn));
	return tokenize(expansion)
		.filter(({ form, start, end }) => end - start > 3 && !others.has(form) && !COMMON.has(form))
		.map(({ start, end }) => expansion.slice(start, end))
		.map((word) => (word === word.toUpperCase() ? word : word.toLowerCase().slice(0, Math.max(5, word.length - 2))));
}

function formsIn(text: string): readonly string[] {
	return tokenize(text).map(({ form }) => form);
}
