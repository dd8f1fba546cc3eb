import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

const OPEN_BRACE = 123;
const LONGEST_ATTRIBUTES = 500;
/** One attribute: `#id`, `.class`, `=format`, `-`, or `name=value`, the value quoted or not. */
const ATTRIBUTE = /(?:[#.=][^\s{}"]+|-|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"]*))/y;

/** `{#id .class key="value"}` after a heading, link, image, span or code, and Quarto's `{{< include part.qmd >}}`. */
export const attributes: MarkdownConfig = {
	defineNodes: ['Attributes', 'Shortcode'],
	parseInline: [{ name: 'Attributes', before: 'Escape', parse: parseBraces }],
};

function parseBraces(cx: InlineContext, next: number, pos: number): number {
	if (next !== OPEN_BRACE) {
		return -1;
	}
	const text = cx.slice(pos, Math.min(cx.end, pos + LONGEST_ATTRIBUTES));
	if (text.startsWith('{{<')) {
		const close = text.indexOf('>}}');
		return close < 0 ? -1 : cx.addElement(cx.elt('Shortcode', pos, pos + close + 3));
	}
	const end = attributesEnd(text);
	return end < 0 ? -1 : cx.addElement(cx.elt('Attributes', pos, pos + end));
}

function attributesEnd(text: string): number {
	let pos = 1;
	let count = 0;
	for (;;) {
		while (text[pos] === ' ' || text[pos] === '\n' || text[pos] === '\t') {
			pos++;
		}
		if (text[pos] === '}') {
			return count > 0 ? pos + 1 : -1;
		}
		ATTRIBUTE.lastIndex = pos;
		const match = ATTRIBUTE.exec(text);
		if (!match) {
			return -1;
		}
		pos = ATTRIBUTE.lastIndex;
		count++;
	}
}
