import type { Element, InlineContext } from '@lezer/markdown';
import { endsWord, scanCitationKey } from '../citationKey';

/** A bracketed citation that runs on for longer than this is an unclosed bracket. */
const LONGEST_GROUP = 8000;
/** Emphasis and quotations in a remark are passed over as one; what is longer is a stray mark. */
const LONGEST_SPAN = 300;
/** Groups inside the remark of a group, and no deeper. */
const DEEPEST = 2;

const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_PAREN, OPEN_BRACE] = [91, 93, 40, 123];
const [AT, DASH, SEMICOLON, BACKSLASH, BACKTICK, DOLLAR, LESS] = [64, 45, 59, 92, 96, 36, 60];
const [ASTERISK, UNDERSCORE, QUOTE, APOSTROPHE] = [42, 95, 34, 39];

/** What stands between brackets, as far as citations go. */
export interface Brackets {
	readonly start: number;
	/** Offset after the closing bracket. */
	readonly end: number;
	/** Divided at semicolons that are not nested. */
	readonly parts: readonly Part[];
}

/** What stands between two semicolons. */
export interface Part {
	readonly start: number;
	readonly end: number;
	/** The keys that stand in it, and not in brackets, emphasis or quotes inside it. */
	readonly keys: readonly number[];
	/** The keys inside those, each with the bracket it stands in, if any. */
	readonly inner: readonly InnerKey[];
}

interface InnerKey {
	readonly at: number;
	/** Offset of the outermost bracket inside the part. */
	readonly open: number | undefined;
}

/** Reads from `[` to its matching `]`, over escapes, code, math and nested brackets. */
export function scanBrackets(cx: InlineContext, open: number): Brackets | undefined {
	const close = closingBracket(cx, open);
	const limit = close === undefined || close - open > LONGEST_GROUP ? open : close + 1;
	const parts: Part[] = [];
	let part = emptyPart(open + 1);
	let depth = 1;
	let inner: number | undefined;
	for (let pos = open + 1; pos < limit; ) {
		const char = cx.char(pos);
		const keyEnd = char === AT ? keyEndAt(cx, pos) : -1;
		if (keyEnd > 0 && depth === 1) {
			part.keys.push(pos);
		} else if (keyEnd > 0) {
			part.inner.push({ at: pos, open: inner });
		} else if (char === OPEN_BRACKET) {
			inner = depth++ === 1 ? pos : inner;
		} else if (char === CLOSE_BRACKET && --depth === 0) {
			parts.push({ ...part, end: pos });
			return { start: open, end: pos + 1, parts };
		} else if (char === SEMICOLON && depth === 1) {
			parts.push({ ...part, end: pos });
			part = emptyPart(pos + 1);
		}
		const next = keyEnd > 0 ? keyEnd : inlineEnd(cx, pos, limit);
		if (char !== AT && next > pos + 2 && isRead(char)) {
			part.inner.push(...keysBetween(cx, pos, next).map((at) => ({ at, open: depth > 1 ? inner : undefined })));
		}
		pos = next;
	}
	return undefined;
}

/** Where the brackets of an inline section close, found in one pass: most that open in a broken text never do. */
const closings = new WeakMap<InlineContext, ReadonlyMap<number, number>>();

function closingBracket(cx: InlineContext, open: number): number | undefined {
	let known = closings.get(cx);
	if (!known) {
		known = matchBrackets(cx);
		closings.set(cx, known);
	}
	return known.get(open);
}

function matchBrackets(cx: InlineContext): ReadonlyMap<number, number> {
	const closing = new Map<number, number>();
	const opened: number[] = [];
	for (let pos = cx.offset; pos < cx.end; ) {
		const char = cx.char(pos);
		if (char === OPEN_BRACKET) {
			opened.push(pos);
		} else if (char === CLOSE_BRACKET) {
			const open = opened.pop();
			if (open !== undefined) {
				closing.set(open, pos);
			}
		}
		const isKey = char === AT && cx.char(pos + 1) === OPEN_BRACE;
		const isCode = char === BACKTICK;
		const end = isKey ? keyEndAt(cx, pos) : isCode ? codeEnd(cx, pos, cx.end) : pos + (char === BACKSLASH ? 2 : 1);
		pos = end > 0 ? end : pos + 1;
	}
	return closing;
}

function emptyPart(start: number): { start: number; keys: number[]; inner: InnerKey[] } {
	return { start, keys: [], inner: [] };
}

/** Whether pandoc reads citations in what begins with this character: in emphasis and quotes, not in code or math. */
function isRead(char: number): boolean {
	return char !== BACKSLASH && char !== BACKTICK && char !== DOLLAR && char !== LESS;
}

function keysBetween(cx: InlineContext, start: number, end: number): readonly number[] {
	const keys: number[] = [];
	for (let pos = start; pos < end; pos++) {
		if (cx.char(pos) === AT && keyEndAt(cx, pos) > 0) {
			keys.push(pos);
		}
	}
	return keys;
}

/** The citations of a group, one for each part; `undefined` if a part has none, for then the brackets hold no group. */
export function citationsOfParts(cx: InlineContext, parts: readonly Part[], depth = 0): Element[] | undefined {
	const citations: Element[] = [];
	for (const part of parts) {
		const [at] = part.keys;
		if (at === undefined) {
			return undefined;
		}
		const dash = isSuppressed(cx, at, part.start) ? at - 1 : at;
		const keyEnd = keyEndAt(cx, at);
		citations.push(
			cx.elt('Citation', part.start, part.end, [
				...stretch(cx, 'CitationPrefix', part.start, dash, nestedCitations(cx, part, part.start, at, depth)),
				...(dash < at ? [cx.elt('AuthorSuppressed', dash, at)] : []),
				cx.elt('CitationKey', at, keyEnd),
				...stretch(cx, 'CitationSuffix', keyEnd, part.end, nestedCitations(cx, part, keyEnd, part.end, depth)),
			]),
		);
	}
	return citations;
}

/** `@a`, `@a [p. 3]`, `@a [p. 3; @b]` or `@a [@b]`, from its `@`. */
export function narrativeCitation(cx: InlineContext, at: number, limit: number, depth = 0): Element | undefined {
	const keyEnd = keyEndAt(cx, at);
	if (keyEnd < 0) {
		return undefined;
	}
	const key = cx.elt('CitationKey', at, keyEnd);
	const open = cx.skipSpace(keyEnd);
	const brackets = open < limit && cx.char(open) === OPEN_BRACKET ? scanBrackets(cx, open) : undefined;
	const end = brackets && !isLinkOrSpan(cx, brackets.end) ? brackets.end : -1;
	const more = brackets && end > 0 ? citationsOfParts(cx, brackets.parts, depth + 1) : undefined;
	if (more) {
		return cx.elt('NarrativeCitation', at, end, [cx.elt('Citation', at, keyEnd, [key]), ...more]);
	}
	return (
		(brackets && withLocator(cx, key, brackets, depth)) ??
		cx.elt('NarrativeCitation', at, keyEnd, [cx.elt('Citation', at, keyEnd, [key])])
	);
}

/** The first part of the brackets belongs to the key before them, whatever it says. */
function withLocator(cx: InlineContext, key: Element, brackets: Brackets, depth: number): Element | undefined {
	const [first, ...rest] = brackets.parts;
	const next = cx.char(brackets.end);
	const isFootnote = cx.slice(brackets.start, brackets.start + 2) === '[^';
	const more = citationsOfParts(cx, rest, depth + 1);
	if (!first || !more || isFootnote || next === OPEN_PAREN || next === OPEN_BRACKET) {
		return undefined;
	}
	const nested = nestedCitations(cx, first, first.start, first.end, depth);
	return cx.elt('NarrativeCitation', key.from, brackets.end, [
		cx.elt('Citation', key.from, first.end, [key, ...stretch(cx, 'CitationSuffix', first.start, first.end, nested)]),
		...more,
	]);
}

/** The citations in a prefix or suffix: `[@a, see @b]` has a comma where a semicolon was meant. */
function nestedCitations(cx: InlineContext, part: Part, from: number, to: number, depth: number): readonly Element[] {
	const found: Element[] = [];
	const within = ({ at }: InnerKey): boolean => at >= from && at < to;
	const keys: readonly InnerKey[] = [...part.keys.map((at) => ({ at, open: undefined })), ...part.inner].filter(within);
	for (const { at, open } of depth < DEEPEST ? keys.toSorted((a, b) => a.at - b.at) : []) {
		// A group holds several keys, and a locator may hold some.
		if (found.every((citation) => citation.to <= at)) {
			const group = open === undefined ? undefined : citationGroup(cx, open, depth + 1);
			const citation = group && group.to > at ? group : narrativeCitation(cx, at, to, depth + 1);
			found.push(...(citation ? [citation] : []));
		}
	}
	return found;
}

/** `[see @a; -@b]`, from its `[`. */
export function citationGroup(cx: InlineContext, open: number, depth = 0): Element | undefined {
	const brackets = scanBrackets(cx, open);
	if (!brackets || isLinkOrSpan(cx, brackets.end)) {
		return undefined;
	}
	const citations = citationsOfParts(cx, brackets.parts, depth);
	return citations && cx.elt('CitationGroup', open, brackets.end, citations);
}

/** A node over a stretch without the space around it; none if it is empty. */
function stretch(
	cx: InlineContext,
	name: string,
	from: number,
	to: number,
	children: readonly Element[] = [],
): readonly Element[] {
	const text = cx.slice(from, to);
	const start = from + (text.length - text.trimStart().length);
	const end = to - (text.length - text.trimEnd().length);
	return start < end ? [cx.elt(name, start, end, children)] : [];
}

/** `-@a` in brackets, where the dash is no part of a word or of a longer dash. */
function isSuppressed(cx: InlineContext, at: number, start: number): boolean {
	return at > start && cx.char(at - 1) === DASH && cx.char(at - 2) !== DASH && !endsWord(cx.text, at - 1 - cx.offset);
}

/** Whether what follows a closing bracket makes the whole a link or a span: `](url)`, `]{.class}`, `][label]`. */
function isLinkOrSpan(cx: InlineContext, end: number): boolean {
	const next = cx.char(end);
	return next === OPEN_PAREN || next === OPEN_BRACKET || next === OPEN_BRACE;
}

/** The end of the key that begins with the `@` at `at`, or -1. An `@` after a letter or digit is an e-mail's. */
function keyEndAt(cx: InlineContext, at: number): number {
	const end = scanCitationKey(cx.text, at - cx.offset);
	return end < 0 ? -1 : end + cx.offset;
}

/** The offset after the code, formula, address, emphasis or quotation that begins at `pos`, else after one character. */
function inlineEnd(cx: InlineContext, pos: number, limit: number): number {
	switch (cx.char(pos)) {
		case BACKSLASH:
			return pos + 2;
		case BACKTICK:
			return codeEnd(cx, pos, limit);
		case DOLLAR:
			return spanEnd(cx, pos, limit, '$');
		case LESS:
			return /[a-z/!]/i.test(cx.slice(pos + 1, pos + 2)) ? spanEnd(cx, pos, limit, '>') : pos + 1;
		case ASTERISK:
		case UNDERSCORE:
			return emphasisEnd(cx, pos, limit);
		case QUOTE:
		case APOSTROPHE:
			return endsWord(cx.text, pos - cx.offset) ? pos + 1 : spanEnd(cx, pos, limit, cx.slice(pos, pos + 1));
		case 0x201c:
			return spanEnd(cx, pos, limit, '\u201d');
		default:
			return pos + 1;
	}
}

function emphasisEnd(cx: InlineContext, pos: number, limit: number): number {
	const mark = cx.slice(pos, pos + 1);
	const width = cx.slice(pos, pos + 2) === mark + mark ? 2 : 1;
	if (/\s/.test(cx.slice(pos + width, pos + width + 1)) || (mark === '_' && endsWord(cx.text, pos - cx.offset))) {
		return pos + width;
	}
	return spanEnd(cx, pos, limit, mark.repeat(width));
}

/** The end of a span that begins at `pos`, if it is closed before a bracket; else after its first mark. */
function spanEnd(cx: InlineContext, pos: number, limit: number, mark: string): number {
	const opening = pos + (mark === '\u201d' || mark === '>' ? 1 : mark.length);
	const text = cx.slice(opening, Math.min(limit, opening + LONGEST_SPAN));
	const close = text.indexOf(mark);
	return close <= 0 || /[[\]]/.test(text.slice(0, close)) ? opening : opening + close + mark.length;
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
