import type { SyntaxNode, Tree } from '@lezer/common';
import type { Range } from '../text/range';
import { type CaptionOpening, captionOpening } from './captions';
import type { CitationCluster } from './citationClusters';
import { type Aside, type InlineContent, readInline } from './inline';
import { hasPlainCitation } from './plainCitations';
import { maskText, readableText } from './prose';
import { splitSentences } from './sentences';

export type { CitationCluster, CitationMode, ClusterCitation } from './citationClusters';
export type { Aside } from './inline';

/** What a block is by its syntax. */
export type BlockKind =
	| 'heading'
	| 'paragraph'
	| 'item'
	| 'quote'
	| 'note'
	| 'definition'
	| 'table'
	| 'code'
	| 'math'
	| 'html'
	| 'comment'
	| 'fence'
	| 'other';

/** A block's facts. Offsets count from the block's start. Shared between versions of an article while unchanged. */
export interface BlockContent {
	readonly kind: BlockKind;
	readonly length: number;
	/** 1 to 6 for headings, else 0. */
	readonly level: number;
	/** The text with all that is not prose masked, of the same length; empty where there is none (see `prose.ts`). */
	readonly prose: string;
	/** The inline notes (`^[…]`), which `prose` masks as citations: prose of their own. */
	readonly asides: readonly Aside[];
	readonly sentences: readonly Sentence[];
	readonly clusters: readonly CitationCluster[];
	/** HTML comments, which may hold directives. */
	readonly comments: readonly Range[];
	/** The label of the footnote this block belongs to. */
	readonly footnote: string | undefined;
	/** Labels of the numbered examples (`(@good) …`) in it. */
	readonly examples: readonly string[];
	/** Whether the block holds an image and no words of its own. */
	readonly isFigure: boolean;
	/** How it opens, if as captions do. */
	readonly caption: CaptionOpening | undefined;
}

/** A sentence of prose, without the space around it. */
export interface Sentence extends Range {
	/** Its words as read: markup and citations left out, single spaces. */
	readonly text: string;
	readonly clusters: readonly CitationCluster[];
	/** Labels of the footnotes it refers to. */
	readonly footnotes: readonly string[];
	/** Whether it carries a citation of its own, as a key or typed out ("[3]", "(Paget, 1889)"). */
	readonly cited: boolean;
	/** Whether a citation is a part of the sentence: "@paget1889 proposed …". */
	readonly narrative: boolean;
}

/** A block's facts and where it begins. */
export interface PlacedContent {
	readonly start: number;
	readonly content: BlockContent;
}

/**
 * The blocks below one top-level node, by its tree. A node that survives an edit keeps its identity and covers the same
 * characters, so its facts hold wherever it has moved to. Entries go when their tree does.
 */
const contentsOfTree = new WeakMap<Tree, readonly PlacedContent[]>();

/**
 * The blocks of a text in order.
 *
 * @param base added to the start of every block
 */
export function readBlocks(tree: Tree, text: string, base: number): readonly PlacedContent[] {
	const blocks: PlacedContent[] = [];
	for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
		const from = node.from;
		for (const { start, content } of contentsOf(node, text)) {
			blocks.push({ start: base + from + start, content });
		}
	}
	return blocks;
}

function contentsOf(node: SyntaxNode, text: string): readonly PlacedContent[] {
	const known = node.tree ? contentsOfTree.get(node.tree) : undefined;
	if (known) {
		return known;
	}
	const contents: PlacedContent[] = [];
	visit(node, 'paragraph', undefined, ({ from }, content) => contents.push({ start: from - node.from, content }), text);
	if (node.tree) {
		contentsOfTree.set(node.tree, contents);
	}
	return contents;
}

type Add = (node: SyntaxNode, content: BlockContent) => void;

/** Kinds of the blocks that have no sentences. */
const LEAVES: ReadonlyMap<string, BlockKind> = new Map([
	['Table', 'table'],
	['GridTable', 'table'],
	['SimpleTable', 'table'],
	['FencedCode', 'code'],
	['CodeBlock', 'code'],
	['LatexEnvironment', 'math'],
	['HTMLBlock', 'html'],
	['ProcessingInstructionBlock', 'html'],
	['CommentBlock', 'comment'],
	['DivFence', 'fence'],
	['LinkReference', 'other'],
	['HorizontalRule', 'other'],
	['Oversized', 'other'],
]);

/** What a paragraph is inside each container. */
const CONTAINERS: ReadonlyMap<string, BlockKind> = new Map([
	['BulletList', 'item'],
	['OrderedList', 'item'],
	['ListItem', 'item'],
	['Blockquote', 'quote'],
	['FootnoteDefinition', 'note'],
	['DefinitionDescription', 'definition'],
]);

function visit(node: SyntaxNode, paragraphKind: BlockKind, footnote: string | undefined, add: Add, text: string): void {
	const leaf = LEAVES.get(node.name);
	if (leaf) {
		add(node, leafContent(node, leaf, text));
		return;
	}
	if (node.name === 'Paragraph') {
		addProse(node, paragraphKind, 0, footnote, add, text);
		return;
	}
	const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
	if (heading) {
		addProse(node, 'heading', Number(heading[1]), footnote, add, text);
		return;
	}
	const container = CONTAINERS.get(node.name);
	if (container) {
		const label = node.getChild('FootnoteLabel');
		const kind = paragraphKind === 'paragraph' ? container : paragraphKind;
		for (let child = node.firstChild; child; child = child.nextSibling) {
			visit(child, kind, label ? text.slice(label.from + 2, label.to - 2) : footnote, add, text);
		}
	}
}

function leafContent(node: SyntaxNode, kind: BlockKind, text: string): BlockContent {
	// Cells hold terms to hover over and citations, though no sentences.
	const cells = kind === 'table' ? readInline(node, text) : undefined;
	return {
		kind,
		length: node.to - node.from,
		level: 0,
		prose: cells ? maskText(text.slice(node.from, node.to), cells.masks) : '',
		asides: [],
		sentences: [],
		clusters: cells?.clusters ?? [],
		comments: kind === 'comment' ? [{ start: 0, end: node.to - node.from }] : [],
		footnote: undefined,
		examples: [],
		isFigure: false,
		caption: undefined,
	};
}

function addProse(
	node: SyntaxNode,
	kind: BlockKind,
	level: number,
	footnote: string | undefined,
	add: Add,
	text: string,
): void {
	const source = text.slice(node.from, node.to);
	const inline = readInline(node, text);
	const prose = maskText(source, inline.masks);
	const isFigure = inline.hasImage && !/[\p{L}\p{N}]/u.test(prose);
	const { asides, clusters, comments, examples } = inline;
	add(node, {
		kind,
		length: source.length,
		level,
		prose,
		asides,
		sentences: isFigure ? [] : readSentences(source, splitSentences(prose), inline),
		clusters,
		comments,
		footnote,
		examples,
		isFigure,
		caption: kind === 'paragraph' ? captionOpening(prose) : undefined,
	});
}

function readSentences(source: string, ranges: readonly Range[], inline: InlineContent): readonly Sentence[] {
	const masks = dealOut(inline.masks, ranges);
	const clusters = dealOut(inline.clusters, ranges);
	const footnotes = dealOut(inline.footnotes, ranges);
	return ranges.map((range, index) => {
		const { start, end } = range;
		const own = clusters[index] ?? [];
		return {
			start,
			end,
			text: readableText(source, masks[index] ?? [], range),
			clusters: own,
			footnotes: (footnotes[index] ?? []).map(({ label }) => label),
			cited: own.length > 0 || hasPlainCitation(source.slice(start, end)),
			narrative: own.some(({ narrative }) => narrative),
		};
	});
}

/** Deals out items to ranges, to each what begins in it. Both are in order, so one pass is enough. */
function dealOut<Item extends { readonly start: number }>(
	items: readonly Item[],
	ranges: readonly Range[],
): readonly (readonly Item[])[] {
	let next = 0;
	return items.length === 0
		? []
		: ranges.map(({ start, end }) => {
				const from = firstAtOrAfter(items, start, next);
				next = firstAtOrAfter(items, end, from);
				return items.slice(from, next);
			});
}

function firstAtOrAfter(items: readonly { readonly start: number }[], offset: number, from: number): number {
	let index = from;
	while (index < items.length && (items[index]?.start ?? 0) < offset) {
		index++;
	}
	return index;
}

/** The masked text at an offset into a block: an inline note's own where there is one. */
export function proseAt({ prose, asides }: BlockContent, offset: number): string {
	const aside = asides.find((note) => offset >= note.start && offset < note.start + note.prose.length);
	return (aside ? aside.prose[offset - aside.start] : prose[offset]) ?? '';
}
