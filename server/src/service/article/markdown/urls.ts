import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

const WORD = /[\p{L}\p{N}]/u;
const START = /^(?:https?:\/\/|www\.|doi:\s?10\.|10\.\d{4,9}\/)/i;
const STOP = /[\s<>"`\\^{}|[\]@]/;
const TRAILING = /[.,;:!?'*_)]/;

/** Bare web addresses and DOIs. They end before an `@`: to pandoc `https://x.org/@name` holds a citation. */
export const urls: MarkdownConfig = {
	defineNodes: ['BareUrl'],
	parseInline: [{ name: 'BareUrl', before: 'Emphasis', parse: parseUrl }],
};

function parseUrl(cx: InlineContext, next: number, pos: number): number {
	// h, w, d, 1: the only characters an address begins with.
	const letter = next | 32;
	if ((letter !== 104 && letter !== 119 && letter !== 100 && next !== 49) || !START.test(cx.slice(pos, pos + 15))) {
		return -1;
	}
	if (pos > cx.offset && WORD.test(cx.slice(pos - 1, pos))) {
		return -1;
	}
	let end = pos;
	while (end < cx.end && !(STOP.test(cx.slice(end, end + 1)) && !isSpaceOfDoi(cx, pos, end))) {
		end++;
	}
	while (end > pos && TRAILING.test(cx.slice(end - 1, end)) && !closesParenthesis(cx, pos, end)) {
		end--;
	}
	return cx.addElement(cx.elt('BareUrl', pos, end));
}

/** "doi: 10.1000/x" is often set with a space. */
function isSpaceOfDoi(cx: InlineContext, start: number, pos: number): boolean {
	return pos === start + 4 && cx.char(pos) === 32;
}

/** DOIs such as 10.1016/S0140-6736(00)49915-0 hold parentheses of their own. */
function closesParenthesis(cx: InlineContext, start: number, end: number): boolean {
	const text = cx.slice(start, end);
	return text.endsWith(')') && text.split('(').length === text.split(')').length;
}
