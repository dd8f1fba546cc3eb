import type { BlockContent } from '../article/blocks';
import type { Block } from '../article/outline';
import type { Range } from '../text/range';
import type { Abbreviation } from './abbreviations';
import { type Glossary, type Surface, type TrieNode, termsOf } from './glossary';
import type { Term } from './term';
import { formOf, lettersOf, TokenCursor } from './words';

/** A term where it stands in a text. */
export interface TermOccurrence extends Range {
	/** What the words may mean by their sentence; more than one if it does not decide, none if all readings are no terms. */
	readonly terms: readonly Term[];
	/** The abbreviation with all its readings, if the field uses it in several senses (see `readings.ts`). */
	readonly abbreviation?: AbbreviationInText;
}

/** An abbreviation of several senses where it stands in a text. */
export interface AbbreviationInText {
	readonly abbreviation: Abbreviation;
	/** The terms that the words around it rule out. */
	readonly excluded: readonly Term[];
	/** The terms for which a word of their condition stands in the sentence. */
	readonly supported: readonly Term[];
}

/** What may stand between two words of a term: a space, a line break, a hyphen, a slash. */
const GAP = /^(?:[\s\u00a0]|[-‐‑–/+'’\u2060]){0,4}$/;

const occurrencesOf = new WeakMap<Glossary, WeakMap<BlockContent, readonly TermOccurrence[]>>();

/** The terms in a block, in order, without overlap: the longest match wins. Offsets count from the block's start. */
export function termsInBlock(glossary: Glossary, { content }: Block): readonly TermOccurrence[] {
	let known = occurrencesOf.get(glossary);
	if (!known) {
		known = new WeakMap();
		occurrencesOf.set(glossary, known);
	}
	let occurrences = known.get(content);
	if (!occurrences) {
		occurrences = content.prose === '' ? [] : termsInContent(glossary, content);
		known.set(content, occurrences);
	}
	return occurrences;
}

function termsInContent(glossary: Glossary, { prose, sentences, asides }: BlockContent): readonly TermOccurrence[] {
	const inNotes = asides.flatMap((note) =>
		matchTerms(glossary, note.prose).map((found) => ({
			...found,
			start: found.start + note.start,
			end: found.end + note.start,
		})),
	);
	const occurrences = matchTerms(glossary, prose, sentences);
	return inNotes.length === 0 ? occurrences : [...occurrences, ...inNotes].sort((a, b) => a.start - b.start);
}

/** The term under an offset into the text; where it stands is counted from the block's start. */
export function termAt(glossary: Glossary, block: Block, offset: number): TermOccurrence | undefined {
	const at = offset - block.start;
	return termsInBlock(glossary, block).find(({ start, end }) => start <= at && at <= end);
}

/**
 * The terms in masked text.
 *
 * @param sentences where a term's context is looked for; without them, in all of the text
 */
export function matchTerms(
	glossary: Glossary,
	prose: string,
	sentences: readonly Range[] = [],
): readonly TermOccurrence[] {
	const known = firstWordsOf(glossary);
	const occurrences: TermOccurrence[] = [];
	const cursor = new TokenCursor(prose);
	const ahead = new TokenCursor(prose);
	while (cursor.next()) {
		const node = cursor.opens ? nodeOfFirst(cursor.word, glossary, known) : null;
		if (node) {
			ahead.moveTo(cursor);
			const occurrence = longestMatch(node, ahead, prose, sentences);
			if (occurrence) {
				occurrences.push(occurrence);
				cursor.skipTo(occurrence.end);
			}
		}
	}
	return occurrences;
}

/**
 * What the first words of terms lead to, `null` if nowhere: by glossary, and by the word as written. Nearly every word
 * of a text begins no term, and most words are asked about again and again.
 */
type FirstWords = Map<string, TrieNode | null>;
const firstWords = new WeakMap<Glossary, FirstWords>();
/** A manuscript has some thousands. */
const MOST_FIRST_WORDS = 50_000;

function firstWordsOf(glossary: Glossary): FirstWords {
	let known = firstWords.get(glossary);
	if (!known || known.size > MOST_FIRST_WORDS) {
		known = new Map();
		firstWords.set(glossary, known);
	}
	return known;
}

function nodeOfFirst(word: string, { root }: Glossary, known: FirstWords): TrieNode | null {
	let node = known.get(word);
	if (node === undefined) {
		node = root.next?.get(formOf(word)) ?? null;
		known.set(word, node);
	}
	return node;
}

/** The longest term that begins with the token at the cursor, for which the root has that node. */
function longestMatch(
	first: TrieNode,
	cursor: TokenCursor,
	prose: string,
	sentences: readonly Range[],
): TermOccurrence | undefined {
	const { start } = cursor;
	let node: TrieNode | undefined = first;
	let longest: TermOccurrence | undefined;
	while (node) {
		const { end } = cursor;
		if (cursor.closes && (node.surfaces.length > 0 || node.abbreviation)) {
			longest = occurrenceOf(node, prose, start, end, sentences) ?? longest;
		}
		const { next }: TrieNode = node;
		node = next && cursor.next() && isGap(prose, end, cursor.start) ? next.get(formOf(cursor.word)) : undefined;
	}
	return longest;
}

/** What the words can mean here: of several terms, those that the context speaks for, else all. */
function occurrenceOf(
	{ surfaces, plain, abbreviation }: TrieNode,
	prose: string,
	start: number,
	end: number,
	sentences: readonly Range[],
): TermOccurrence | undefined {
	if (plain && !abbreviation) {
		return { start, end, terms: plain };
	}
	const range = { start, end };
	const written = prose.slice(range.start, range.end);
	const candidates = surfaces.filter((surface) => isWrittenAs(surface, written));
	const own = candidates.filter(({ term }) => term.origin !== undefined);
	if (own.length > 0) {
		return { ...range, terms: termsOf(own) };
	}
	if (abbreviation && isWrittenAs(abbreviation, written)) {
		return isPartOfName(prose, range) ? undefined : abbreviationIn(abbreviation, candidates, prose, range, sentences);
	}
	const terms = readings(candidates, prose, range, sentences);
	return terms.length > 0 ? { ...range, terms } : undefined;
}

function readings(
	candidates: readonly Surface[],
	prose: string,
	range: Range,
	sentences: readonly Range[],
): readonly Term[] {
	if (candidates.length === 0 || candidates.every(({ context }) => context === undefined)) {
		return termsOf(candidates);
	}
	const around = contextOf(prose, range, sentences);
	const fitting = candidates.filter(({ context }) => context?.fits(around) ?? true);
	const spokenFor = fitting.filter(({ term, context }) => context?.speaksFor(term.id, around));
	return termsOf(spokenFor.length > 0 ? spokenFor : fitting);
}

/** An abbreviation of several senses: it is found in any context, and the context is kept for whoever decides. */
function abbreviationIn(
	abbreviation: Abbreviation,
	candidates: readonly Surface[],
	prose: string,
	range: Range,
	sentences: readonly Range[],
): TermOccurrence {
	const around = contextOf(prose, range, sentences);
	const isSupported = ({ term, context }: Surface): boolean =>
		context !== undefined &&
		(context.speaksFor(term.id, around) || (candidates.length === 1 && context.supports(around)));
	return {
		...range,
		terms: readings(candidates, prose, range, sentences),
		abbreviation: {
			abbreviation,
			excluded: termsOf(candidates.filter(({ context }) => context?.forbids(around))),
			supported: termsOf(candidates.filter(isSupported)),
		},
	};
}

/** "RT-PCR", "PD-1L", "AI-ECD": joined by a hyphen to more capitals or digits, it is a part of another name. */
function isPartOfName(prose: string, { start, end }: Range): boolean {
	return (
		/^[-‐‑](?:\p{N}|\p{Ll}?\p{Lu}[\p{Lu}\p{N}])/u.test(prose.slice(end, end + 4)) ||
		/[\p{Lu}\p{N}][-‐‑]$/u.test(prose.slice(Math.max(0, start - 2), start))
	);
}

/** Case, for those surfaces in which it matters; a plural s may follow ("CTCs"). */
function isWrittenAs({ exact }: Pick<Surface, 'exact'>, written: string): boolean {
	if (exact === undefined) {
		return true;
	}
	const letters = lettersOf(written);
	return (
		letters === exact ||
		letters === `${exact}s` ||
		(letters.length > 3 && letters.slice(1) === exact.slice(1) && /^\p{Ll}/u.test(exact))
	);
}

/** The sentence around a surface form, without it. */
function contextOf(prose: string, range: Range, sentences: readonly Range[]): string {
	const sentence = sentences.find(({ start, end }) => start <= range.start && range.end <= end);
	const { start, end } = sentence ?? { start: 0, end: prose.length };
	return `${prose.slice(start, range.start)} ${prose.slice(range.end, end)}`;
}

function isGap(prose: string, start: number, end: number): boolean {
	const isOneSpace = end === start + 1 && prose[start] === ' ';
	return isOneSpace || start === end || (end - start <= 4 && GAP.test(prose.slice(start, end)));
}
