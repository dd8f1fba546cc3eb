import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

const SPACE = 32;

/**
 * Passes over ordinary words at once. Without it, every character of a manuscript is shown to each of the two dozen
 * inline parsers. It adds no node, and must stand before all others.
 */
export const plainText: MarkdownConfig = {
	parseInline: [{ name: 'PlainText', before: 'Escape', parse: skipPlainText }],
};

/** Characters at which no inline syntax begins. An extension whose syntax begins at one of them must take it out here. */
const PLAIN = setOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\n,.;:?\'"/%+=)');
const WORD = setOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
/** What a bare address begins with, at the start of a word: "https", "www", "doi", "10.". */
const ADDRESS = setOf('hHwWdD1');

function setOf(characters: string): Uint8Array {
	const set = new Uint8Array(128);
	for (let index = 0; index < characters.length; index++) {
		set[characters.charCodeAt(index)] = 1;
	}
	return set;
}

function skipPlainText(cx: InlineContext, _next: number, pos: number): number {
	let end = pos;
	while (end < cx.end && isPlainAt(cx, end)) {
		end++;
	}
	return end > pos ? end : -1;
}

function isPlainAt(cx: InlineContext, pos: number): boolean {
	const char = cx.char(pos);
	if (char === SPACE) {
		// Several spaces may be a line break.
		return cx.char(pos + 1) !== SPACE;
	}
	if (ADDRESS[char] === 1) {
		return WORD[cx.char(pos - 1)] === 1;
	}
	return PLAIN[char] === 1 || char > 127;
}
