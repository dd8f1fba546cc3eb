import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

const [DOLLAR, BACKSLASH] = [36, 92];
/** An inline formula that runs on for longer than this is a lone dollar sign. */
const LONGEST_FORMULA = 3000;

/** `$x$` and `$$x$$` by pandoc's rule: no space inside the dollars, no digit after the closing one. */
export const math: MarkdownConfig = {
	defineNodes: ['InlineMath', 'DisplayMath'],
	parseInline: [{ name: 'Math', before: 'Escape', parse: parseMath }],
};

function parseMath(cx: InlineContext, next: number, pos: number): number {
	if (next !== DOLLAR) {
		return -1;
	}
	const display = cx.char(pos + 1) === DOLLAR;
	const width = display ? 2 : 1;
	const end = display ? displayEnd(cx, pos + 2) : inlineEnd(cx, pos + 1);
	// Unclosed dollars are text; both of a pair are passed at once.
	return end < 0
		? display
			? pos + width
			: -1
		: cx.addElement(cx.elt(display ? 'DisplayMath' : 'InlineMath', pos, end));
}

function inlineEnd(cx: InlineContext, start: number): number {
	if (isSpace(cx.char(start))) {
		return -1;
	}
	const limit = Math.min(cx.end, start + LONGEST_FORMULA);
	for (let pos = start; pos < limit; pos++) {
		const char = cx.char(pos);
		if (char === BACKSLASH) {
			pos++;
		} else if (char === DOLLAR) {
			return pos > start && !isSpace(cx.char(pos - 1)) && !isDigit(cx.char(pos + 1)) ? pos + 1 : -1;
		}
	}
	return -1;
}

function displayEnd(cx: InlineContext, start: number): number {
	const close = cx.slice(start, Math.min(cx.end, start + LONGEST_FORMULA)).indexOf('$$');
	return close < 0 ? -1 : start + close + 2;
}

const isSpace = (char: number): boolean => char === 32 || char === 9 || char === 10 || char === 13;
const isDigit = (char: number): boolean => char >= 48 && char <= 57;
