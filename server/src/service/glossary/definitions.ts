import type { Article } from '../article/article';
import type { BlockContent } from '../article/blocks';
import type { Block } from '../article/outline';
import { formOf, lettersOf } from './words';

/** Where a document says what an abbreviation stands for: "polymorphonuclear leukocytes (PMN)". */
export interface Definition {
	/** Letters and digits only, singular: "TGFbeta", "CTC" for "CTCs". */
	readonly letters: string;
	/** As written, singular. */
	readonly abbreviation: string;
	/** The words it stands for, as written, in single spaces. */
	readonly longForm: string;
	/** Where the abbreviation is introduced; from the block's start, or from the text's in a document's definitions. */
	readonly at: number;
}

/** The definitions of a document by the letters of the abbreviation, in the order of the text. */
export type Definitions = ReadonlyMap<string, readonly Definition[]>;

const ofArticle = new WeakMap<Article, Definitions>();
const ofContent = new WeakMap<BlockContent, readonly Definition[]>();

/** What the abbreviations of a document stand for, as it says itself. Blocks keep their definitions between versions. */
export function definitionsOf(article: Article): Definitions {
	let definitions = ofArticle.get(article);
	if (!definitions) {
		definitions = collect(article);
		ofArticle.set(article, definitions);
	}
	return definitions;
}

/** The definition that holds at an offset into the text: the last one before it, else the first one after. */
export function definitionAt(definitions: Definitions, letters: string, offset: number): Definition | undefined {
	const all = definitions.get(letters) ?? definitions.get(singularLetters(letters));
	return all?.findLast(({ at }) => at <= offset) ?? all?.[0];
}

function collect(article: Article): Definitions {
	const definitions = new Map<string, Definition[]>();
	for (const block of article.blocks) {
		for (const definition of inBlock(block)) {
			const known = definitions.get(definition.letters) ?? [];
			known.push({ ...definition, at: block.start + definition.at });
			definitions.set(definition.letters, known);
		}
	}
	return definitions;
}

function inBlock({ content, section }: Block): readonly Definition[] {
	let definitions = ofContent.get(content);
	if (!definitions) {
		definitions = content.prose === '' ? [] : definitionsIn(content.prose);
		ofContent.set(content, definitions);
	}
	return /\babbreviations\b/i.test(section.title) ? [...definitions, ...listedIn(content.prose)] : definitions;
}

/** In round or square brackets, not nested, and not longer than a name is. */
const BRACKETS = /[([]([^()[\]]{2,120})[)\]]/g;
/** An abbreviation: begins with a letter or digit, holds a capital, is one word or two. */
const SHORT_FORM = /^(?=.*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}\-‐‑–+/']{0,9}(?: [\p{Lu}\p{N}]{1,4})?$/u;
/** A long form ends before these; full stops inside abbreviations do not stop it. */
const STOP = /[.;:!?]\s|[([\n)\]][^([]*$|\ufffb/g;
/** Words between a long form and what is called so. */
const INTRODUCTION =
	/^(?:(?:the|an?|i\.e\.|ie|that is|also (?:called|known as)|abbreviated(?: as)?|hereafter|or|termed),? )+/i;

/**
 * The definitions in masked text, after Schwartz and Hearst (Pacific Symposium on Biocomputing 2003): the letters of the
 * abbreviation are looked for backwards in the words before it, the first of them at the beginning of a word. Both
 * orders are found, "long form (ABBR)" and "ABBR (long form)". Looks at no more than a line's length per bracket.
 */
export function definitionsIn(prose: string): readonly Definition[] {
	const definitions: Definition[] = [];
	for (const match of prose.matchAll(BRACKETS)) {
		const inside = match[1] ?? '';
		const [first = ''] = inside.split(/[;,=]/);
		const written = readable(first).replace(INTRODUCTION, '');
		const before = clauseBefore(prose, match.index);
		const longForm = isShortForm(written) ? longFormBefore(before, written) : undefined;
		if (longForm !== undefined) {
			definitions.push(definition(written, longForm, match.index + 1));
			continue;
		}
		const outer = /[\p{L}\p{N}][\p{L}\p{N}\-‐‑–+/']*$/u.exec(before)?.[0];
		const words = readable(inside.split(/[;,]/)[0] ?? '').replace(INTRODUCTION, '');
		if (outer !== undefined && isShortForm(outer) && /\s|\p{L}{5}/u.test(words) && isSpelledOut(words, outer)) {
			definitions.push(definition(outer, words, match.index - outer.length - 1));
		}
	}
	return definitions;
}

/** "PMN: pre-metastatic niche; EMT, epithelial–mesenchymal transition", as lists of abbreviations are written. */
function listedIn(prose: string): readonly Definition[] {
	const definitions: Definition[] = [];
	for (const match of prose.matchAll(/[^;\n]+/g)) {
		const found = /^[\s|*-]*([\p{L}\p{N}][^\s:,=|–—]{0,11})\s*(?:[:,=|–—]|\s-\s)\s*([^:=|]{3,120})/u.exec(
			readable(match[0]),
		);
		const [, written = '', words = ''] = found ?? [];
		const longForm = words.trim().replace(/\.$/, '');
		if (isShortForm(written) && isSpelledOut(longForm, written)) {
			definitions.push(definition(written, longForm, match.index));
		}
	}
	return definitions;
}

function definition(written: string, longForm: string, at: number): Definition {
	const abbreviation = singularOf(written);
	return { letters: lettersOf(abbreviation), abbreviation, longForm, at };
}

function isShortForm(text: string): boolean {
	return text.length >= 2 && SHORT_FORM.test(text) && /\p{L}/u.test(text);
}

/** "CTCs" is the plural of "CTC"; "ROS" is no plural. */
function singularOf(written: string): string {
	return written.replace(/(?<=[\p{Lu}\p{N}])['’]?s$/u, '');
}

function singularLetters(letters: string): string {
	return letters.replace(/(?<=[\p{Lu}\p{N}])s$/u, '');
}

/** What stands before a bracket in its own clause, at most a line or so. */
function clauseBefore(prose: string, bracket: number): string {
	const from = Math.max(0, bracket - 160);
	const clause = readable(prose.slice(from, bracket).replace(/\n(?=\S)/g, ' '));
	let start = 0;
	for (const stop of clause.matchAll(STOP)) {
		start = Math.max(start, stop.index + stop[0].length);
	}
	return clause.slice(start).trimEnd();
}

/** The words that the letters were taken from: as few as will do. */
function longFormBefore(clause: string, written: string): string | undefined {
	const abbreviation = singularOf(written);
	const letters = lettersFor(abbreviation);
	const most = Math.min(letters.length + 5, letters.length * 2);
	const words = clause.split(' ').slice(-most).join(' ');
	const start = alignBackwards(words, letters);
	const longForm = start === undefined ? undefined : words.slice(start);
	const repeats = longForm?.split(/[\s-]/).includes(abbreviation) ?? true;
	return longForm !== undefined && longForm.length > abbreviation.length && !repeats ? longForm : undefined;
}

/** Whether the letters run through all of the words, from the first one's beginning. */
function isSpelledOut(words: string, written: string): boolean {
	const letters = lettersFor(singularOf(written));
	const [first = '', ...others] = letters;
	return (
		words.length > written.length &&
		words.split(' ').length <= letters.length + 5 &&
		comparable(words).startsWith(first) &&
		(alignBackwards(words.slice(1), others, false) ?? -1) >= 0
	);
}

function lettersFor(abbreviation: string): readonly string[] {
	return [...comparable(abbreviation)].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
}

/** Lower case, Greek letters as the Latin ones that stand for them: the "K" of RANKL is the "κ" of NF-κB. */
function comparable(text: string): string {
	return text.toLowerCase().replace(/[\u0370-\u03ffµ]/g, (letter) => formOf(letter).charAt(0) || letter);
}

/** Where a long form for the letters begins. One pass from the end. */
function alignBackwards(words: string, letters: readonly string[], atWord = true): number | undefined {
	const lower = comparable(words);
	let pos = lower.length;
	for (let index = letters.length - 1; index >= 0; index--) {
		const letter = letters[index] ?? '';
		do {
			pos = pos === 0 ? -1 : lower.lastIndexOf(letter, pos - 1);
		} while (atWord && index === 0 && pos > 0 && /[\p{L}\p{N}]/u.test(lower[pos - 1] ?? ''));
		if (pos < 0) {
			return undefined;
		}
	}
	return pos;
}

/** Without what masks markup and citations, in single spaces. */
function readable(text: string): string {
	return text
		.replace(/[\u2060\ufffc]/g, '')
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();
}
