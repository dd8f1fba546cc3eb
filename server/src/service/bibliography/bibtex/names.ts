/** Names as BibTeX and BibLaTeX write them: "First von Last", "von Last, First", "von Last, Jr, First", joined by "and". */
import type { Name } from '../reference';
import { latexToText } from './latex';

export interface NameList {
	readonly names: readonly Name[];
	/** Whether the list ends in "and others". */
	readonly more: boolean;
}

const others = /^(?:others|et\.? al\.?)$/i;

export function parseNames(latex: string): NameList {
	const names: Name[] = [];
	let more = false;
	for (const written of splitNames(latex)) {
		if (others.test(written)) {
			more = true;
			continue;
		}
		const name = parseName(written);
		if (name) names.push(name);
	}
	return { names, more };
}

/** Splits at the word "and" outside braces; at semicolons where there is no "and", as some exports write. */
function splitNames(latex: string): readonly string[] {
	if (!/[{}\\;]/.test(latex)) return latex.split(/(?:^|\s+)and(?=\s|$)/i).flatMap((name) => name.trim() || []);
	const words = splitOutsideBraces(latex, isSpace);
	const lists: string[][] = [[]];
	for (const word of words) {
		if (word.toLowerCase() === 'and') lists.push([]);
		else lists.at(-1)?.push(word);
	}
	const names = lists.map((list) => list.join(' ')).filter((name) => name !== '');
	const [only] = names;
	if (names.length === 1 && only?.includes(';')) return splitOutsideBraces(only, (code) => code === 59);
	return names;
}

/** "Kaplan, Rosandra N.": the form nearly all names are written in. */
const plainName = /^(\p{Lu}[^,{}\\~=\s]*), ([^,{}\\~=]*)$/u;

function parseName(written: string): Name | undefined {
	const plain = plainName.exec(written);
	if (plain?.[1] && plain[2] && !endsInParticle.test(plain[2])) {
		return { family: latexToText(plain[1]), given: latexToText(plain[2]) };
	}
	if (isOneGroup(written)) return literal(written);
	const parts = splitOutsideBraces(written, (code) => code === 44);
	if (/^\s*(?:family|given|prefix|suffix)\s*=/.test(written)) return nameFromPairs(parts);
	const [first = '', second, third] = parts;
	if (second === undefined) return nameInOrder(wordsOf(first), literal(first));
	const { particle, family } = splitFamily(wordsOf(first));
	return third === undefined
		? withGiven(family, particle, wordsOf(second))
		: compact({ family, particle, given: latexToText(parts.slice(2).join(', ')), suffix: latexToText(second) });
}

/** "First von Last": the particle is what stands in lower case before the last word. */
function nameInOrder(words: readonly string[], whole: Name | undefined): Name | undefined {
	if (words.length === 0) return undefined;
	const last = words.length - 1;
	const from = words.findIndex((word, index) => index < last && isLowerCase(word));
	if (from < 0) return compact({ family: text(words.slice(last)), given: text(words.slice(0, last)) });
	let to = from + 1;
	for (let i = to; i < last; i++) if (isLowerCase(words[i] ?? '')) to = i + 1;
	const family = text(words.slice(to));
	// A name all in lower case has no particle to tell apart.
	if (family === '') return whole;
	return compact({ given: text(words.slice(0, from)), particle: text(words.slice(from, to)), family });
}

/** "von Last": the words in lower case at the front are the particle, as long as something is left. */
function splitFamily(words: readonly string[]): { readonly particle: string; readonly family: string } {
	let count = 0;
	while (count < words.length - 1 && isLowerCase(words[count] ?? '')) count++;
	return { particle: text(words.slice(0, count)), family: text(words.slice(count)) };
}

/** "Berg, Jan van den": some write the particle behind the given name. */
const endsInParticle = / (?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|af|av)$/;

function withGiven(family: string, particle: string, words: readonly string[]): Name | undefined {
	let count = words.length;
	if (particle === '') while (count > 1 && endsInParticle.test(` ${words[count - 1]}`)) count--;
	return compact({ family, given: text(words.slice(0, count)), particle: particle || text(words.slice(count)) });
}

/** BibLaTeX's long form: "family=Berg, given=Jan, prefix=van den". */
function nameFromPairs(parts: readonly string[]): Name | undefined {
	const values = new Map<string, string>();
	for (const part of parts) {
		const at = part.indexOf('=');
		if (at > 0)
			values.set(part.slice(0, at).trim().toLowerCase(), latexToText(part.slice(at + 1)).replace(/^"|"$/g, ''));
	}
	return compact({
		family: values.get('family') ?? '',
		given: values.get('given') ?? '',
		particle: values.get('prefix') ?? '',
		suffix: values.get('suffix') ?? '',
	});
}

function literal(written: string): Name | undefined {
	const name = latexToText(written);
	return name === '' ? undefined : { literal: name };
}

interface Parts {
	readonly family: string;
	readonly given?: string;
	readonly particle?: string;
	readonly suffix?: string;
}

function compact({ family, given, particle, suffix }: Parts): Name | undefined {
	if (!family) return given ? { family: given } : undefined;
	return {
		family,
		...(given && { given }),
		...(particle && { particle }),
		...(suffix && { suffix }),
	};
}

function text(words: readonly string[]): string {
	return latexToText(words.join(' '));
}

function wordsOf(name: string): readonly string[] {
	return splitOutsideBraces(name, isSpaceOrTie);
}

/** Whether a word starts in lower case. A braced word counts as upper case, an accent command by its letter. */
function isLowerCase(word: string): boolean {
	if (word.startsWith('{') && !word.startsWith('{\\')) return false;
	const plain = word.includes('\\') ? latexToText(word) : word;
	return /^[^\p{Lu}\p{Lt}\p{Lo}]*?\p{Ll}/u.test(plain) && !/^\P{L}*\p{Lu}/u.test(plain);
}

/** Whether one pair of braces holds the whole name: a body, not a person. */
function isOneGroup(written: string): boolean {
	if (!written.startsWith('{') || !written.endsWith('}')) return false;
	let depth = 0;
	for (let i = 0; i < written.length; i++) {
		const character = written.charAt(i);
		if (character === '\\') i++;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return i === written.length - 1;
	}
	return false;
}

function isSpace(code: number): boolean {
	return code <= 32 || code === 0xa0;
}

function isSpaceOrTie(code: number): boolean {
	return isSpace(code) || code === 126;
}

/** The non-empty, trimmed parts between separators that stand outside braces. */
function splitOutsideBraces(latex: string, isSeparator: (code: number) => boolean): readonly string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let i = 0; i < latex.length; i++) {
		const code = latex.charCodeAt(i);
		if (code === 92) {
			// `\ ` and `\~n`: the character after a backslash never separates.
			i++;
		} else if (code === 123) {
			depth++;
		} else if (code === 125) {
			depth = Math.max(0, depth - 1);
		} else if (depth === 0 && isSeparator(code)) {
			if (i > start) parts.push(latex.slice(start, i));
			start = i + 1;
		}
	}
	if (start < latex.length) parts.push(latex.slice(start));
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}
