import type { Element, InlineContext, MarkdownConfig } from '@lezer/markdown';
import { scanCitationKey } from '../citationKey';

/** A bracketed citation that runs on for longer than this is an unclosed bracket. */
const LONGEST_GROUP = 8000;

const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_PAREN, CLOSE_PAREN] = [91, 93, 40, 41];
const [AT, DASH, SEMICOLON, BACKSLASH, BACKTICK, OPEN_BRACE] = [64, 45, 59, 92, 96, 123];

/**
 * Citations: `[see @a, p. 3; -@b]` becomes a CitationGroup, `@a [p. 3]` a NarrativeCitation. Both hold Citation nodes,
 * and each of those a CitationKey that begins at the `@`.
 *
 * The grammar is that of pandoc's Markdown reader (`normalCite` and `textualCite` in Text.Pandoc.Readers.Markdown).
 */
export const citations: MarkdownConfig = {
	defineNodes: ['CitationGroup', 'NarrativeCitation', 'Citation', 'CitationKey', 'ExampleLabel', 'CrossReference'],
	parseInline: [
		{ name: 'CrossReference', before: 'Escape', parse: parseBookdownReference },
		{ name: 'ExampleLabel', before: 'Link', parse: parseExampleLabel },
		{ name: 'CitationGroup', before: 'Link', parse: parseGroup },
		{ name: 'NarrativeCitation', before: 'Link', parse: parseNarrative },
	],
};

/** `\@ref(fig:volcano)` of bookdown. */
function parseBookdownReference(cx: InlineContext, next: number, pos: number): number {
	if (next !== BACKSLASH || cx.slice(pos, pos + 6) !== '\\@ref(') {
		return -1;
	}
	for (let end = pos + 6; end < cx.end; end++) {
		const char = cx.char(end);
		if (char === CLOSE_PAREN) {
			return cx.addElement(cx.elt('CrossReference', pos, end + 1));
		}
		if (char <= 32) {
			break;
		}
	}
	return -1;
}

/** `(@good) An example` or `@good. An example`, at the start of a block: a numbered example, not a citation. */
function parseExampleLabel(cx: InlineContext, next: number, pos: number): number {
	if (pos !== cx.offset || (next !== OPEN_PAREN && next !== AT)) {
		return -1;
	}
	const at = next === OPEN_PAREN ? pos + 1 : pos;
	if (cx.char(at) !== AT) {
		return -1;
	}
	let end = at + 1;
	while (end < cx.end && /[\w-]/.test(cx.slice(end, end + 1))) {
		end++;
	}
	const closes = next === OPEN_PAREN ? cx.char(end) === CLOSE_PAREN : /[.)]/.test(cx.slice(end, end + 1));
	const spaced = end + 1 === cx.end || /\s/.test(cx.slice(end + 1, end + 2));
	return closes && spaced ? cx.addElement(cx.elt('ExampleLabel', pos, end + 1)) : -1;
}

function parseGroup(cx: InlineContext, next: number, pos: number): number {
	if (next !== OPEN_BRACKET) {
		return -1;
	}
	const brackets = scanBrackets(cx, pos);
	if (!brackets || isLinkOrSpan(cx, brackets.end)) {
		return -1;
	}
	const items: Element[] = [];
	for (const part of brackets.parts) {
		const item = citationIn(cx, part.start, part.end);
		if (!item) {
			return -1;
		}
		items.push(item);
	}
	return cx.addElement(cx.elt('CitationGroup', pos, brackets.end, items));
}

function parseNarrative(cx: InlineContext, next: number, pos: number): number {
	if (next !== AT && !(next === DASH && cx.char(pos + 1) === AT)) {
		return -1;
	}
	const at = next === AT ? pos : pos + 1;
	const keyEnd = keyEndAt(cx, at);
	if (keyEnd < 0) {
		return -1;
	}
	const key = cx.elt('CitationKey', at, keyEnd);
	const locator = locatorAfter(cx, keyEnd);
	if (!locator) {
		return cx.addElement(cx.elt('NarrativeCitation', pos, keyEnd, [cx.elt('Citation', pos, keyEnd, [key])]));
	}
	const [first, ...rest] = locator.parts;
	const items = [cx.elt('Citation', pos, first?.end ?? keyEnd, [key])];
	for (const part of rest) {
		const item = citationIn(cx, part.start, part.end);
		if (item) {
			items.push(item);
		}
	}
	return cx.addElement(cx.elt('NarrativeCitation', pos, locator.end, items));
}

/** The `[p. 3; @b]` that may follow a narrative citation; its first part belongs to the citation before it. */
function locatorAfter(cx: InlineContext, keyEnd: number): Brackets | undefined {
	const open = cx.skipSpace(keyEnd);
	if (cx.char(open) !== OPEN_BRACKET || cx.slice(open, open + 2) === '[^') {
		return undefined;
	}
	const brackets = scanBrackets(cx, open);
	if (!brackets || cx.char(brackets.end) === OPEN_PAREN || cx.char(brackets.end) === OPEN_BRACKET) {
		return undefined;
	}
	const [first, ...rest] = brackets.parts;
	// `@a [@b]` is two citations, and `@a [see text; and more]` is one with a remark after it.
	if (!first || citationIn(cx, first.start, first.end) || rest.some((part) => !citationIn(cx, part.start, part.end))) {
		return undefined;
	}
	return brackets;
}

interface Brackets {
	/** Offset after the closing bracket. */
	readonly end: number;
	/** What stands between the brackets, divided at semicolons that are not nested. */
	readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** Reads from `[` to its matching `]`, over escapes, code and nested brackets. */
function scanBrackets(cx: InlineContext, open: number): Brackets | undefined {
	const parts: { start: number; end: number }[] = [];
	const limit = Math.min(cx.end, open + LONGEST_GROUP);
	let start = open + 1;
	let depth = 0;
	for (let pos = open; pos < limit; pos++) {
		const char = cx.char(pos);
		if (char === BACKSLASH) {
			pos++;
		} else if (char === BACKTICK) {
			pos = codeEnd(cx, pos, limit) - 1;
		} else if (char === OPEN_BRACKET) {
			depth++;
		} else if (char === SEMICOLON && depth === 1) {
			parts.push({ start, end: pos });
			start = pos + 1;
		} else if (char === CLOSE_BRACKET && --depth === 0) {
			parts.push({ start, end: pos });
			return { end: pos + 1, parts };
		}
	}
	return undefined;
}

/** The end of the code span that begins at `pos`, or of its backticks if nothing closes it. */
function codeEnd(cx: InlineContext, pos: number, limit: number): number {
	let opened = pos;
	while (opened < limit && cx.char(opened) === BACKTICK) {
		opened++;
	}
	const ticks = cx.slice(pos, opened);
	const close = cx.slice(opened, limit).indexOf(ticks);
	return close < 0 ? opened : opened + close + ticks.length;
}

/** The first citation between two offsets, as a node over all of it. */
function citationIn(cx: InlineContext, start: number, end: number): Element | undefined {
	for (let pos = start; pos < end; pos++) {
		const char = cx.char(pos);
		if (char === BACKSLASH) {
			pos++;
		} else if (char === BACKTICK) {
			pos = codeEnd(cx, pos, end) - 1;
		} else if (char === AT) {
			const keyEnd = keyEndAt(cx, pos);
			if (keyEnd > 0 && keyEnd <= end) {
				return cx.elt('Citation', start, end, [cx.elt('CitationKey', pos, keyEnd)]);
			}
		}
	}
	return undefined;
}

/** The end of the key that begins with the `@` at `at`, or -1. An `@` after a letter or digit is an e-mail's. */
function keyEndAt(cx: InlineContext, at: number): number {
	const end = scanCitationKey(cx.text, at - cx.offset);
	return end < 0 ? -1 : end + cx.offset;
}

/** Whether what follows a closing bracket makes the whole a link or a span: `](url)`, `]{.class}`, `][label]`. */
function isLinkOrSpan(cx: InlineContext, end: number): boolean {
	const next = cx.char(end);
	return next === OPEN_PAREN || next === OPEN_BRACKET || next === OPEN_BRACE;
}
