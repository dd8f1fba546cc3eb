const WORD = /[\p{L}\p{N}_]/u;
const FIRST = /[\p{L}\p{N}_*]/u;
/** What makes an `@` after it part of a word: pandoc takes a full stop for the end of one. */
const WORD_END = /[\p{L}\p{N}.]/u;
/** Punctuation that may stand inside a key, if a word character follows. */
const INTERNAL = ':.#$%&-+?<>~/';

/**
 * Reads the citation key whose `@` stands at `at`, by pandoc's rules (`citeKey` in Text.Pandoc.Parsing): letters, digits
 * and underscores, single punctuation marks inside, or anything without a space in braces.
 *
 * @returns the offset after the key, or -1 where there is none. An `@` after a letter or digit belongs to an e-mail.
 */
export function scanCitationKey(text: string, at: number): number {
	if (text[at] !== '@' || endsWord(text, at)) {
		return -1;
	}
	if (text[at + 1] === '{') {
		return scanBraces(text, at + 1);
	}
	if (!FIRST.test(charAt(text, at + 1))) {
		return -1;
	}
	let end = at + 1 + charAt(text, at + 1).length;
	for (;;) {
		const char = charAt(text, end);
		if (char !== '' && WORD.test(char)) {
			end += char.length;
		} else if (continuesKey(text, end)) {
			end++;
		} else {
			return end;
		}
	}
}

/** Whether a word ends at `pos`, so that an `@` there begins no citation. An ellipsis ends none. */
export function endsWord(text: string, pos: number): boolean {
	return pos > 0 && WORD_END.test(charBefore(text, pos)) && text.slice(Math.max(0, pos - 3), pos) !== '...';
}

/** The key between the offsets of `@` and its end, without `@` and braces. */
export function citationKeyText(text: string, start: number, end: number): string {
	return text[start + 1] === '{' ? text.slice(start + 2, end - 1) : text.slice(start + 1, end);
}

/** Whether the punctuation mark at `pos` is inside a key: a word character follows, or it is the `:` or `/` of `://`. */
function continuesKey(text: string, pos: number): boolean {
	const char = text[pos];
	if (char === undefined || !INTERNAL.includes(char)) {
		return false;
	}
	const next = charAt(text, pos + 1);
	return (next !== '' && WORD.test(next)) || ((char === ':' || char === '/') && next === '/');
}

function scanBraces(text: string, open: number): number {
	let depth = 0;
	for (let pos = open; pos < text.length; pos++) {
		const char = text[pos];
		if (char === '{') {
			depth++;
		} else if (char === '}' && --depth === 0) {
			return pos > open + 1 ? pos + 1 : -1;
		} else if (char === ' ' || char === '\n' || char === '\t' || char === '\r') {
			return -1;
		}
	}
	return -1;
}

function charAt(text: string, pos: number): string {
	const code = text.codePointAt(pos);
	return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(text: string, pos: number): string {
	const low = text.charCodeAt(pos - 1);
	return low >= 0xdc00 && low <= 0xdfff && pos > 1 ? charAt(text, pos - 2) : text.slice(pos - 1, pos);
}
