import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';

/** Pandoc's grid tables and simple tables; pipe tables come with the parser. Cells are not read: nothing in them is prose. */
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
	let end = start;
	do {
		end = cx.lineStart + line.text.length;
	} while (cx.nextLine() && (line.text[line.pos] === '|' || line.text[line.pos] === '+'));
	cx.addElement(cx.elt('GridTable', start, end));
	return true;
}

/** A header line, a line of dashes in several groups, and rows down to the next blank line. */
function parseSimpleTable(cx: BlockContext, line: Line): boolean {
	if (line.next < 0 || !isRuler(cx.peekLine())) {
		return false;
	}
	const start = cx.lineStart + line.pos;
	let end = start;
	do {
		end = cx.lineStart + line.text.length;
	} while (cx.nextLine() && line.next >= 0);
	cx.addElement(cx.elt('SimpleTable', start, end));
	return true;
}

function isRuler(text: string): boolean {
	const groups = text.trim().split(/\s+/);
	return groups.length > 1 && groups.every((group) => group.length > 1 && /^-+$/.test(group));
}
