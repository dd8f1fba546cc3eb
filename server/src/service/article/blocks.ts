import type { SyntaxNode, Tree } from '@lezer/common';
import type { Range } from '../text/range';
import { citationKeyText } from './citationKey';
import { hasPlainCitation } from './plainCitations';
import { type Mask, maskText, readableText, readMasks } from './prose';
import { splitSentences } from './sentences';

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
}

/** The text of an inline note, masked like that of a block. */
export interface Aside {
	readonly start: number;
	readonly prose: string;
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

/** `[see @a, p. 3; @b]`, or `@a [p. 3]`. */
export interface CitationCluster extends Range {
	readonly narrative: boolean;
	/** Whether it is the end of a bare address, `https://x.org/@name`, which pandoc reads as a citation all the same. */
	readonly inAddress: boolean;
	readonly citations: readonly ClusterCitation[];
}

export interface ClusterCitation extends Range {
	/** Without `@` and braces. */
	readonly key: string;
	/** Offset of the `@`. */
	readonly keyStart: number;
	readonly keyEnd: number;
	readonly mode: CitationMode;
	/** "see" in `[see @a, p. 3]`, without the space around it. */
	readonly prefix: Range | undefined;
	/** ", p. 3" in `[see @a, p. 3]`: locator and remarks, as pandoc hands them to the citation style. */
	readonly suffix: Range | undefined;
}

/**
 * What pandoc prints of a citation: with its authors in the sentence, all of it in brackets, or all but the authors.
 * `author-in-text` inside a bracketed group is a citation in another one's suffix: `[@a, @b]`.
 */
export type CitationMode = 'author-in-text' | 'normal' | 'suppress-author';

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
	return {
		kind,
		length: node.to - node.from,
		level: 0,
		// Cells hold terms to hover over, though no sentences.
		prose: kind === 'table' ? maskText(text.slice(node.from, node.to), readMasks(node, text, node.from)) : '',
		asides: [],
		sentences: [],
		clusters: kind === 'table' ? readClusters(node, text, node.from) : [],
		comments: kind === 'comment' ? [{ start: 0, end: node.to - node.from }] : [],
		footnote: undefined,
		examples: [],
		isFigure: false,
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
	const masks = readMasks(node, text, node.from);
	const prose = maskText(source, masks);
	const clusters = readClusters(node, text, node.from);
	const notes = readNoteLabels(node, text, node.from);
	const figure = isFigure(node, prose);
	const ranges = figure ? [] : splitSentences(prose);
	add(node, {
		kind,
		length: source.length,
		level,
		prose,
		asides: readAsides(node, text),
		sentences: ranges.map((range) => readSentence(range, source, masks, clusters, notes)),
		clusters,
		comments: rangesOf(node, 'Comment', node.from),
		footnote,
		examples: rangesOf(node, 'ExampleLabel', 0).map(({ start, end }) => text.slice(start, end).replace(/[(@.)]/g, '')),
		isFigure: figure,
	});
}

function readSentence(
	{ start, end }: Range,
	source: string,
	masks: readonly Mask[],
	allClusters: readonly CitationCluster[],
	notes: readonly { readonly label: string; readonly start: number }[],
): Sentence {
	const inside = (item: { readonly start: number }): boolean => item.start >= start && item.start < end;
	const clusters = allClusters.filter(inside);
	return {
		start,
		end,
		text: readableText(source, masks, { start, end }),
		clusters,
		footnotes: notes.filter(inside).map((note) => note.label),
		cited: clusters.length > 0 || hasPlainCitation(source.slice(start, end)),
		narrative: clusters.some((cluster) => cluster.narrative),
	};
}

/** The masked text at an offset into a block: an inline note's own where there is one. */
export function proseAt({ prose, asides }: BlockContent, offset: number): string {
	const aside = asides.find((note) => offset >= note.start && offset < note.start + note.prose.length);
	return (aside ? aside.prose[offset - aside.start] : prose[offset]) ?? '';
}

function readAsides(block: SyntaxNode, text: string): readonly Aside[] {
	const asides: Aside[] = [];
	block.cursor().iterate((found) => {
		if (found.name === 'InlineNote') {
			const from = found.from + 2;
			const source = text.slice(from, found.to - 1);
			asides.push({ start: from - block.from, prose: maskText(source, readMasks(found.node, text, from)) });
		}
	});
	return asides;
}

function readClusters(node: SyntaxNode, text: string, base: number): readonly CitationCluster[] {
	const clusters: CitationCluster[] = [];
	node.cursor().iterate((found) => {
		if (found.name !== 'CitationGroup' && found.name !== 'NarrativeCitation') {
			return true;
		}
		clusters.push({
			start: found.from - base,
			end: found.to - base,
			narrative: found.name === 'NarrativeCitation',
			inAddress: found.node.prevSibling?.name === 'BareUrl' && found.node.prevSibling.to === found.from,
			citations: readCitations(found.node, text, base).filter(({ key }) => !isCrossReference(key)),
		});
		return false;
	});
	return clusters.filter((cluster) => cluster.citations.length > 0);
}

/** The citations of a cluster, those in a prefix or suffix after the one it belongs to. */
function readCitations(cluster: SyntaxNode, text: string, base: number): readonly ClusterCitation[] {
	const isNarrative = cluster.name === 'NarrativeCitation';
	return cluster.getChildren('Citation').flatMap((citation, index) => {
		const key = citation.getChild('CitationKey');
		const prefix = citation.getChild('CitationPrefix');
		const suffix = citation.getChild('CitationSuffix');
		const nested = [...clustersIn(prefix), ...clustersIn(suffix)];
		const mode = citation.getChild('AuthorSuppressed') ? 'suppress-author' : 'normal';
		return key
			? [
					{
						key: citationKeyText(text, key.from, key.to),
						start: citation.from - base,
						end: citation.to - base,
						keyStart: key.from - base,
						keyEnd: key.to - base,
						mode: isNarrative && index === 0 ? ('author-in-text' as const) : mode,
						prefix: rangeOf(prefix, base),
						suffix: rangeOf(suffix, base),
					} satisfies ClusterCitation,
					...nested.flatMap((inner) => readCitations(inner, text, base)),
				]
			: [];
	});
}

function clustersIn(parent: SyntaxNode | null): readonly SyntaxNode[] {
	const clusters: SyntaxNode[] = [];
	for (let node = parent?.firstChild; node; node = node.nextSibling) {
		clusters.push(node);
	}
	return clusters;
}

function rangeOf(node: SyntaxNode | null, base: number): Range | undefined {
	return node ? { start: node.from - base, end: node.to - base } : undefined;
}

/** Quarto's `@fig-volcano`, `@tbl-stage`, `@thm-line`, and pandoc-crossref's `@fig:volcano`. */
function isCrossReference(key: string): boolean {
	return /^(?:fig|tbl|lst|sec|eq|eqn|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|suppfig|supptbl)[-:]/i.test(
		key,
	);
}

function readNoteLabels(node: SyntaxNode, text: string, base: number): readonly { label: string; start: number }[] {
	return rangesOf(node, 'FootnoteReference', base).map(({ start, end }) => ({
		label: text.slice(base + start + 2, base + end - 1),
		start,
	}));
}

function rangesOf(node: SyntaxNode, name: string, base: number): readonly Range[] {
	const ranges: Range[] = [];
	node.cursor().iterate((found) => {
		if (found.name === name) {
			ranges.push({ start: found.from - base, end: found.to - base });
		}
	});
	return ranges;
}

function isFigure(node: SyntaxNode, prose: string): boolean {
	return node.getChild('Image') !== null && !/[\p{L}\p{N}]/u.test(prose);
}
