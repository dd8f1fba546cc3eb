import type { InlineContext, MarkdownConfig } from '@lezer/markdown';
import { citationGroup, narrativeCitation, scanBrackets } from './citationGroup';

const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_PAREN, CLOSE_PAREN] = [91, 93, 40, 41];
const [AT, BACKSLASH, NEWLINE, OPEN_BRACE, CLOSE_BRACE] = [64, 92, 10, 123, 125];
const [CARET, TILDE] = [94, 126];
/** The argument of a LaTeX command that runs on for longer than this is an unclosed brace. */
const LONGEST_ARGUMENT = 2000;
/** Of a raised or lowered text. */
const LONGEST_SCRIPT = 500;

/**
 * Citations: `[see @a, p. 3; -@b]` becomes a CitationGroup, `@a [p. 3]` a NarrativeCitation. Both hold Citation nodes,
 * and each of those a CitationKey that begins at the `@`, with what is said before and after it.
 *
 * The grammar is that of pandoc's Markdown reader (`normalCite` and `textualCite` in Text.Pandoc.Readers.Markdown);
 * test/unit/article/pandoc-cases.json holds it to pandoc's own answers.
 */
export const citations: MarkdownConfig = {
	defineNodes: [
		...['CitationGroup', 'NarrativeCitation', 'Citation', 'CitationKey', 'CitationPrefix', 'CitationSuffix'],
		...['AuthorSuppressed', 'ExampleLabel', 'CrossReference', 'RawLatex'],
	],
	parseInline: [
		{ name: 'CrossReference', before: 'Escape', parse: parseBookdownReference },
		{ name: 'RawLatex', before: 'Escape', parse: parseRawLatex },
		{ name: 'CitingScript', before: 'Subscript', parse: parseCitingScript },
		{ name: 'ExampleLabel', before: 'Link', parse: parseExampleLabel },
		{ name: 'CitationGroup', before: 'Link', parse: parseGroup },
		{ name: 'NarrativeCitation', before: 'Link', parse: parseNarrative },
		{ name: 'BracketBeforeGroup', before: 'LinkEnd', parse: passBracketBeforeGroup },
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

/** `\cite{@a}`: LaTeX as it is, in which no citation is read. */
function parseRawLatex(cx: InlineContext, next: number, pos: number): number {
	if (next !== BACKSLASH) {
		return -1;
	}
	const name = /^\\[a-zA-Z]+\*?(?=[{[])/.exec(cx.slice(pos, pos + 60));
	let end = name ? pos + name[0].length : -1;
	while (end > 0 && (cx.char(end) === OPEN_BRACE || cx.char(end) === OPEN_BRACKET)) {
		const argument = argumentEnd(cx, end);
		if (argument < 0) {
			break;
		}
		end = argument;
	}
	return name && end > pos + name[0].length ? cx.addElement(cx.elt('RawLatex', pos, end)) : -1;
}

function argumentEnd(cx: InlineContext, open: number): number {
	const [opening, closing] = cx.char(open) === OPEN_BRACE ? [OPEN_BRACE, CLOSE_BRACE] : [OPEN_BRACKET, CLOSE_BRACKET];
	let depth = 0;
	for (let pos = open; pos < Math.min(cx.end, open + LONGEST_ARGUMENT); pos++) {
		const char = cx.char(pos);
		if (char === BACKSLASH) {
			pos++;
		} else if (char === opening) {
			depth++;
		} else if (char === closing && --depth === 0) {
			return pos + 1;
		}
	}
	return -1;
}

const LABEL = /^\(@[\p{L}\p{N}_-]*\)(?=\s|$)|^@[\p{L}\p{N}_-]+[.)](?=\s|$)/u;
const LONGEST_LABEL = 100;

/** `(@good) An example` or `@good. An example`, at the start of a block: a numbered example, not a citation. */
function parseExampleLabel(cx: InlineContext, next: number, pos: number): number {
	if ((next !== OPEN_PAREN && next !== AT) || !beginsExample(cx, pos)) {
		return -1;
	}
	const label = LABEL.exec(cx.slice(pos, pos + LONGEST_LABEL));
	return label ? cx.addElement(cx.elt('ExampleLabel', pos, pos + label[0].length)) : -1;
}

/** An example begins with its block, or with a line of a block that is a list of examples. */
function beginsExample(cx: InlineContext, pos: number): boolean {
	return pos === cx.offset || (cx.char(pos - 1) === NEWLINE && LABEL.test(cx.text.slice(0, LONGEST_LABEL)));
}

function parseGroup(cx: InlineContext, next: number, pos: number): number {
	const group = next === OPEN_BRACKET ? citationGroup(cx, pos) : undefined;
	return group ? cx.addElement(group) : -1;
}

function parseNarrative(cx: InlineContext, next: number, pos: number): number {
	const citation = next === AT ? narrativeCitation(cx, pos, cx.end) : undefined;
	return citation ? cx.addElement(citation) : -1;
}

/** In `[sic][@a]` the group is no label of a link. */
function passBracketBeforeGroup(cx: InlineContext, next: number, pos: number): number {
	const isBeforeGroup = next === CLOSE_BRACKET && cx.char(pos + 1) === OPEN_BRACKET && citationGroup(cx, pos + 1);
	return isBeforeGroup ? pos + 1 : -1;
}

/** `^[@a, p. 3]^`: a raised or lowered text may hold citations, and spaces within those only. It goes before a note. */
function parseCitingScript(cx: InlineContext, next: number, pos: number): number {
	if ((next !== CARET && next !== TILDE) || cx.char(pos + 1) === next || cx.char(pos - 1) === next) {
		return -1;
	}
	const end = scriptEnd(cx, next, pos + 1);
	const content = end < 0 ? '' : cx.slice(pos + 1, end);
	if (!content.includes('@')) {
		return -1;
	}
	const [name, mark] = next === CARET ? ['Superscript', 'SuperscriptMark'] : ['Subscript', 'SubscriptMark'];
	return cx.addElement(
		cx.elt(name, pos, end + 1, [
			cx.elt(mark, pos, pos + 1),
			// With the closing mark, so that no label of an example is seen in it.
			...cx.parser.parseInline(cx.slice(pos + 1, end + 1), pos + 1),
			cx.elt(mark, end, end + 1),
		]),
	);
}

function scriptEnd(cx: InlineContext, mark: number, start: number): number {
	const limit = Math.min(cx.end, start + LONGEST_SCRIPT);
	for (let pos = start; pos < limit; ) {
		const char = cx.char(pos);
		if (char === mark) {
			return pos > start ? pos : -1;
		}
		if (char <= 32) {
			return -1;
		}
		pos = char === OPEN_BRACKET ? (scanBrackets(cx, pos)?.end ?? pos + 1) : pos + 1;
	}
	return -1;
}
