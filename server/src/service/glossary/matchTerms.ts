import type { BlockContent } from '../article/blocks';
import type { Block } from '../article/outline';
import type { Range } from '../text/range';
import type { Abbreviation } from './abbreviations';
import type { Glossary, Surface, TrieNode } from './glossary';
import type { Term } from './term';
import { lettersOf, type Token, tokenize } from './words';

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
	const tokens = tokenize(prose);
	const occurrences: TermOccurrence[] = [];
	let index = 0;
	while (index < tokens.length) {
		const match = tokens[index]?.opens ? longestMatch(glossary.root, prose, tokens, index, sentences) : undefined;
		if (match) {
			occurrences.push(match.occurrence);
			index = match.next;
		} else {
			index++;
		}
	}
	return occurrences;
}

function longestMatch(
	root: TrieNode,
	prose: string,
	tokens: readonly Token[],
	first: number,
	sentences: readonly Range[],
): { occurrence: TermOccurrence; next: number } | undefined {
	const start = tokens[first]?.start ?? 0;
	let node: TrieNode | undefined = root;
	let best: { occurrence: TermOccurrence; next: number } | undefined;
	for (let index = first; index < tokens.length; index++) {
		const token = tokens[index];
		const previous = tokens[index - 1];
		if (!token || (index > first && previous && !isGap(prose, previous.end, token.start))) {
			break;
		}
		node = node.next.get(token.form);
		if (!node) {
			break;
		}
		if (token.closes && (node.surfaces.length > 0 || node.abbreviation)) {
			const occurrence = occurrenceOf(node, prose, { start, end: token.end }, sentences);
			if (occurrence) {
				best = { occurrence, next: index + 1 };
			}
		}
	}
	return best;
}

/** What the words can mean here: of several terms, those that the context speaks for, else all. */
function occurrenceOf(
	{ surfaces, abbreviation }: TrieNode,
	prose: string,
	range: Range,
	sentences: readonly Range[],
): TermOccurrence | undefined {
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

function termsOf(surfaces: readonly Surface[]): readonly Term[] {
	return [...new Set(surfaces.map(({ term }) => term))];
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
	return start === end || (end - start <= 4 && GAP.test(prose.slice(start, end)));
}
