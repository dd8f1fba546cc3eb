import type { Line, MarkdownConfig } from '@lezer/markdown';
import { continuesIndented } from './notes';

/**
 * The `:   description` of a definition list. The term is the paragraph before it. A table's caption (`: Survival by
 * stage`) looks the same and is told apart by the table beside it.
 */
export const definitions: MarkdownConfig = {
	defineNodes: [{ name: 'DefinitionDescription', block: true, composite: continuesIndented }, 'DefinitionMark'],
	parseBlock: [
		{
			name: 'DefinitionDescription',
			after: 'Blockquote',
			parse(cx, line) {
				if (!isMarker(line)) {
					return false;
				}
				cx.startComposite('DefinitionDescription', line.pos, 4);
				cx.addElement(cx.elt('DefinitionMark', cx.lineStart + line.pos, cx.lineStart + line.pos + 1));
				line.moveBase(line.skipSpace(line.pos + 1));
				return null;
			},
			endLeaf: (_cx, line) => isMarker(line),
		},
	],
};

function isMarker(line: Line): boolean {
	const after = line.text[line.pos + 1];
	return (
		line.text[line.pos] === ':' &&
		(after === ' ' || after === '\t') &&
		line.indent < line.baseIndent + 4 &&
		line.skipSpace(line.pos + 1) < line.text.length
	);
}
