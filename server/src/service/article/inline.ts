import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../text/range';
import { type CitationCluster, readCluster } from './citationClusters';
import { type Mask, type MaskKind, maskText } from './prose';

/** What stands among the words of a block. Offsets count from the block's start. */
export interface InlineContent {
	/** What is not prose, by its start. */
	readonly masks: readonly Mask[];
	readonly clusters: readonly CitationCluster[];
	/** The inline notes (`^[…]`), which are masked as citations are: prose of their own. */
	readonly asides: readonly Aside[];
	readonly footnotes: readonly FootnoteMark[];
	readonly comments: readonly Range[];
	/** Labels of the numbered examples (`(@good) …`) that begin here. */
	readonly examples: readonly string[];
	/** Whether an image stands among the words. */
	readonly hasImage: boolean;
}

/** The text of an inline note, masked like that of a block. */
export interface Aside {
	readonly start: number;
	readonly prose: string;
}

/** `[^label]`. */
export interface FootnoteMark extends Range {
	readonly label: string;
}

const NOTHING: InlineContent = {
	masks: [],
	clusters: [],
	asides: [],
	footnotes: [],
	comments: [],
	examples: [],
	hasImage: false,
};

/** Reads what stands among the words of a block, in one pass over its nodes. */
export function readInline(block: SyntaxNode, text: string): InlineContent {
	return block.firstChild ? new InlineReader(block, text).read() : NOTHING;
}

const MASKS: ReadonlyMap<string, MaskKind> = new Map([
	...['EmphasisMark', 'SuperscriptMark', 'SubscriptMark', 'StrikethroughMark', 'QuoteMark'].map(markup),
	...['HeaderMark', 'Attributes', 'HTMLTag', 'Comment', 'ProcessingInstruction', 'TaskMarker', 'ExampleLabel'].map(
		markup,
	),
	...['CitationGroup', 'FootnoteReference', 'InlineNote'].map((name): [string, MaskKind] => [name, 'citation']),
	...['InlineCode', 'InlineMath', 'DisplayMath', 'NarrativeCitation', 'BareUrl', 'Autolink', 'URL', 'LinkTitle'].map(
		object,
	),
	...['Image', 'Shortcode', 'CrossReference'].map(object),
]);

function markup(name: string): [string, MaskKind] {
	return [name, 'markup'];
}

function object(name: string): [string, MaskKind] {
	return [name, 'object'];
}

/** A stretch of text with masks of its own: the block, or an inline note in it. */
interface Stretch {
	readonly base: number;
	readonly masks: Mask[];
}

class InlineReader {
	private readonly clusters: CitationCluster[] = [];
	private readonly asides: Aside[] = [];
	private readonly footnotes: FootnoteMark[] = [];
	private readonly comments: Range[] = [];
	private readonly examples: string[] = [];

	constructor(
		private readonly block: SyntaxNode,
		private readonly text: string,
	) {}

	read(): InlineContent {
		const { block, clusters, asides, footnotes, comments, examples } = this;
		const masks = this.masksIn(block, block.from);
		return { masks, clusters, asides, footnotes, comments, examples, hasImage: block.getChild('Image') !== null };
	}

	private masksIn(node: SyntaxNode, base: number): readonly Mask[] {
		const stretch: Stretch = { base, masks: [] };
		this.visit(node, stretch);
		return stretch.masks.sort((a, b) => a.start - b.start);
	}

	/** @param stretch where masks go; none inside of what is masked as a whole */
	private visit(parent: SyntaxNode, stretch: Stretch | undefined): void {
		for (let node = parent.firstChild; node; node = node.nextSibling) {
			const kind = MASKS.get(node.name);
			if (kind) {
				addMask(stretch, node.from, node.to, kind);
			} else if (node.name === 'Escape') {
				addMask(stretch, node.from, node.from + 1, 'markup');
			} else if (node.name === 'HardBreak') {
				addMask(stretch, node.from, Math.min(node.to, node.from + 1), 'markup');
			} else if (node.name === 'Link') {
				maskLink(node, this.text, stretch);
			}
			this.take(node, kind ? undefined : stretch);
		}
	}

	private take(node: SyntaxNode, stretch: Stretch | undefined): void {
		const { text, block } = this;
		switch (node.name) {
			case 'LinkMark':
			case 'LinkLabel':
				break;
			case 'CitationGroup':
			case 'NarrativeCitation': {
				const cluster = readCluster(node, text, block.from);
				if (cluster) {
					this.clusters.push(cluster);
				}
				break;
			}
			case 'InlineNote':
				this.takeNote(node);
				break;
			case 'FootnoteReference':
				this.footnotes.push({ ...this.rangeOf(node), label: text.slice(node.from + 2, node.to - 1) });
				break;
			case 'Comment':
				this.comments.push(this.rangeOf(node));
				break;
			case 'ExampleLabel':
				this.examples.push(text.slice(node.from, node.to).replace(/[(@.)]/g, ''));
				break;
			default:
				this.visit(node, stretch);
		}
	}

	/** `^[…]`, before the notes inside of it. */
	private takeNote(node: SyntaxNode): void {
		const from = node.from + 2;
		const place = this.asides.length;
		const prose = maskText(this.text.slice(from, node.to - 1), this.masksIn(node, from));
		this.asides.splice(place, 0, { start: from - this.block.from, prose });
	}

	private rangeOf(node: SyntaxNode): Range {
		return { start: node.from - this.block.from, end: node.to - this.block.from };
	}
}

function addMask(stretch: Stretch | undefined, start: number, end: number, kind: MaskKind): void {
	if (stretch && end > start) {
		stretch.masks.push({ start: start - stretch.base, end: end - stretch.base, kind });
	}
}

/** `[text](url "title")`: all but the text. Brackets that turn out to be no link stay text. */
function maskLink(link: SyntaxNode, text: string, stretch: Stretch | undefined): void {
	const [open, close] = link.getChildren('LinkMark');
	const isLink = link.getChild('URL') !== null || link.getChild('LinkLabel') !== null || text[link.to] === '{';
	if (open && close && isLink) {
		addMask(stretch, open.from, open.to, 'markup');
		addMask(stretch, close.from, link.to, 'markup');
	}
}
