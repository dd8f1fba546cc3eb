import { type BlockContext, type DelimiterType, InlineContext, type Line, type MarkdownConfig } from '@lezer/markdown';

const [OPEN_BRACKET, CLOSE_BRACKET, CARET] = [91, 93, 94];
const LONGEST_LABEL = 200;

const noteStart: DelimiterType = {};

/** `[^1]` and its definition, and `^[a note in place]`. */
export const footnotes: MarkdownConfig = {
	defineNodes: [
		{ name: 'FootnoteDefinition', block: true, composite: continuesIndented },
		{ name: 'FootnoteLabel' },
		'FootnoteReference',
		'InlineNote',
	],
	parseBlock: [
		{
			name: 'FootnoteDefinition',
			before: 'LinkReference',
			parse(cx, line) {
				const label = labelEnd(line.text, line.pos);
				if (label < 0 || line.text[label] !== ':' || line.indent >= line.baseIndent + 4) {
					return false;
				}
				cx.startComposite('FootnoteDefinition', line.pos, 4);
				cx.addElement(cx.elt('FootnoteLabel', cx.lineStart + line.pos, cx.lineStart + label + 1));
				line.moveBase(line.skipSpace(label + 1));
				return null;
			},
			endLeaf: (_cx, line) => line.text[labelEnd(line.text, line.pos)] === ':',
		},
	],
	parseInline: [
		{
			name: 'FootnoteReference',
			before: 'Link',
			parse(cx, next, pos) {
				const end = next === OPEN_BRACKET ? labelEnd(cx.text, pos - cx.offset) : -1;
				return end < 0 ? -1 : cx.addElement(cx.elt('FootnoteReference', pos, end + cx.offset));
			},
		},
		{
			name: 'InlineNoteStart',
			before: 'Superscript',
			parse: (cx, next, pos) =>
				next === CARET && cx.char(pos + 1) === OPEN_BRACKET
					? cx.addDelimiter(noteStart, pos, pos + 2, true, false)
					: -1,
		},
		{ name: 'InlineNoteEnd', before: 'LinkEnd', parse: closeInlineNote },
	],
};

function closeInlineNote(cx: InlineContext, next: number, pos: number): number {
	if (next !== CLOSE_BRACKET) {
		return -1;
	}
	const note = cx.findOpeningDelimiter(noteStart);
	const link = Math.max(
		cx.findOpeningDelimiter(InlineContext.linkStart) ?? -1,
		cx.findOpeningDelimiter(InlineContext.imageStart) ?? -1,
	);
	const opening = note === null ? null : cx.getDelimiterAt(note);
	if (note === null || !opening || note < link) {
		return -1;
	}
	const content = cx.takeContent(note);
	return cx.addElement(cx.elt('InlineNote', opening.from, pos + 1, content));
}

/** The offset after a `[^label]` that begins at `pos`, or -1. */
function labelEnd(text: string, pos: number): number {
	if (text[pos] !== '[' || text[pos + 1] !== '^') {
		return -1;
	}
	const limit = Math.min(text.length, pos + LONGEST_LABEL);
	for (let end = pos + 2; end < limit; end++) {
		const char = text[end];
		if (char === ']') {
			return end > pos + 2 ? end + 1 : -1;
		}
		if (char === ' ' || char === '\t' || char === '\n' || char === '[' || char === '^') {
			return -1;
		}
	}
	return -1;
}

/** A block goes on at blank lines and at lines indented by `columns`. */
export function continuesIndented(_cx: BlockContext, line: Line, columns: number): boolean {
	if (line.next > -1 && line.indent < line.baseIndent + columns) {
		return false;
	}
	line.moveBaseColumn(line.baseIndent + columns);
	return true;
}
