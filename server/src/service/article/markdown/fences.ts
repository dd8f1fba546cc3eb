import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';

const COLON = 58;

/**
 * The lines that open and close a fenced div (`::: {.callout-note}`, `:::`), and raw LaTeX environments.
 *
 * A fence is a block of its own line: what it encloses stays a block of the text, so that an unclosed fence costs
 * nothing and an edit between two fences is parsed alone.
 */
export const fences: MarkdownConfig = {
	defineNodes: [
		{ name: 'DivFence', block: true },
		{ name: 'LatexEnvironment', block: true },
	],
	parseBlock: [
		{
			name: 'DivFence',
			before: 'FencedCode',
			parse(cx, line) {
				if (!isDivFence(line)) {
					return false;
				}
				cx.addElement(cx.elt('DivFence', cx.lineStart + line.pos, cx.lineStart + line.text.length));
				cx.nextLine();
				return true;
			},
			endLeaf: (_cx, line) => isDivFence(line),
		},
		{ name: 'LatexEnvironment', before: 'FencedCode', parse: parseLatexEnvironment },
	],
};

function isDivFence(line: Line): boolean {
	return line.next === COLON && line.text.startsWith(':::', line.pos) && line.indent < line.baseIndent + 4;
}

function parseLatexEnvironment(cx: BlockContext, line: Line): boolean {
	const opening = line.text.startsWith('\\begin{', line.pos)
		? /^\\begin\{([\w*]+)\}/.exec(line.text.slice(line.pos))
		: null;
	if (!opening) {
		return false;
	}
	const closing = `\\end{${opening[1]}}`;
	const start = cx.lineStart + line.pos;
	let end = cx.lineStart + line.text.length;
	let closed = line.text.includes(closing);
	while (cx.nextLine() && !closed) {
		end = cx.lineStart + line.text.length;
		closed = line.text.includes(closing);
	}
	cx.addElement(cx.elt('LatexEnvironment', start, end));
	return true;
}
