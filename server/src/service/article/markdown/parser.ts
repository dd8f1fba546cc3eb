import { type MarkdownParser, parser, Strikethrough, Subscript, Superscript, Table } from '@lezer/markdown';
import { attributes } from './attributes';
import { citations } from './citations';
import { definitions } from './definitions';
import { fences } from './fences';
import { math } from './math';
import { footnotes } from './notes';
import { oversized } from './oversized';
import { plainText } from './plainText';
import { tables } from './tables';
import { urls } from './urls';

/**
 * Markdown as pandoc, Quarto and R Markdown read it, without the front matter.
 *
 * Every extension decides on a block from that block's own lines and the line after it, never from anything further
 * away. That is what lets an edited text be parsed again from the block that changed.
 */
export const markdownParser: MarkdownParser = parser.configure([
	plainText,
	Table,
	Strikethrough,
	Subscript,
	Superscript,
	oversized,
	fences,
	tables,
	definitions,
	footnotes,
	math,
	urls,
	attributes,
	citations,
]);
