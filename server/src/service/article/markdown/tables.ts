import type { BlockContext, Element, Line, MarkdownConfig } from '@lezer/markdown';

/** Pandoc's grid tables and simple tables; pipe tables come with the parser. Of their cells only lines with citations are read. */
export const tables: MarkdownConfig = {
	defineNodes: [
		{ name: 'GridTable', block: true },
		{ name: 'SimpleTable', block: true },
	],
	parseBlock: [
		{ name: 'GridTable', before: 'FencedCode', parse: parseGridTable },
		{ name: 'SimpleTable', before: 'HorizontalRule', parse: parseSimpleTable },
	],
};

function parseGridTable(cx: BlockContext, line: Line): boolean {
	if (!/^\+[-=+:]+\+\s*$/.test(line.text.slice(line.pos))) {
		return false;
	}
	const start = cx.lineStart + line.pos;
	const content: Element[] = [];
	let end = start;
	do {
		end = cx.lineStart + line.text.length;
		content.push(...citingCells(cx, line, '|'));
	} while (cx.nextLine() && (line.text[line.pos] === '|' || line.text[line.pos] === '+'));
	cx.addElement(cx.elt('GridTable', start, end, content));
	return true;
}

/** A header line, a line of dashes in several groups, and rows down to the next blank line. */
function parseSimpleTable(cx: BlockContext, line: Line): boolean {
	if (line.next < 0 || !isRuler(cx.peekLine())) {
		return false;
	}
	const start = cx.lineStart + line.pos;
	const content: Element[] = [];
	let end = start;
	do {
		end = cx.lineStart + line.text.length;
		content.push(...citingCells(cx, line, '\n'));
	} while (cx.nextLine() && line.next >= 0);
	cx.addElement(cx.elt('SimpleTable', start, end, content));
	return true;
}

function citingCells(cx: BlockContext, line: Line, divider: string): readonly Element[] {
	const content: Element[] = [];
	let start = line.pos;
	for (const cell of line.text.includes('@') ? line.text.slice(line.pos).split(divider) : []) {
		content.push(...cx.parser.parseInline(cell, cx.lineStart + start));
		start += cell.length + 1;
	}
	return content;
}

function isRuler(text: string): boolean {
	const groups = text.trim().split(/\s+/);
	return groups.length > 1 && groups.every((group) => group.length > 1 && /^-+$/.test(group));
}
