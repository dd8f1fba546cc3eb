import type { BlockContext, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown';

/**
 * A paragraph longer than this is data pasted into a manuscript, not prose. Its inline markup is not read, because
 * matching brackets and emphasis over megabytes takes quadratic time.
 */
const LONGEST_PARAGRAPH = 60_000;

/** Blocks too long to read. Line breaks count, so a file without them becomes one or several of these. */
export const oversized: MarkdownConfig = {
	defineNodes: [{ name: 'Oversized', block: true }],
	parseBlock: [
		{
			name: 'Oversized',
			before: 'LinkReference',
			parse(cx, line) {
				if (line.text.length - line.pos <= LONGEST_PARAGRAPH) {
					return false;
				}
				cx.addElement(cx.elt('Oversized', cx.lineStart + line.pos, cx.lineStart + line.text.length));
				cx.nextLine();
				return true;
			},
			leaf: () => new OversizedParser(),
			endLeaf: (_cx, line) => line.text.length > LONGEST_PARAGRAPH,
		},
	],
};

class OversizedParser implements LeafBlockParser {
	nextLine(cx: BlockContext, _line: Line, leaf: LeafBlock): boolean {
		return this.finish(cx, leaf);
	}

	finish(cx: BlockContext, leaf: LeafBlock): boolean {
		if (leaf.content.length <= LONGEST_PARAGRAPH) {
			return false;
		}
		cx.addLeafElement(leaf, cx.elt('Oversized', leaf.start, leaf.start + leaf.content.length));
		return true;
	}
}
