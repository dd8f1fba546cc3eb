import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../text/range';

/**
 * Why a stretch of a block is not prose.
 * - `markup`: emphasis marks, attributes, tags, comments. Read as if it were not there.
 * - `citation`: a bracketed citation or a footnote mark. Belongs to the sentence before it, is no part of its words.
 * - `object`: code, math, an address, a narrative citation. Stands for a word.
 */
export type MaskKind = 'markup' | 'citation' | 'object';

export interface Mask extends Range {
	readonly kind: MaskKind;
}

/** Characters that stand in for what is masked, one for each code unit, so that offsets stay those of the text. */
export const MARKUP = '\u2060';
export const CITATION = '\ufffc';
export const OBJECT = '\ufffb';

const FILL: Readonly<Record<MaskKind, string>> = { markup: MARKUP, citation: CITATION, object: OBJECT };

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

/**
 * What is not prose inside the node of a block.
 *
 * @param base subtracted from every offset, to make them relative to the block
 */
export function readMasks(block: SyntaxNode, text: string, base: number): readonly Mask[] {
	const masks: Mask[] = [];
	const add = (start: number, end: number, kind: MaskKind): void => {
		if (end > start) {
			masks.push({ start: start - base, end: end - base, kind });
		}
	};
	const visit = (parent: SyntaxNode): void => {
		for (let node = parent.firstChild; node; node = node.nextSibling) {
			const kind = MASKS.get(node.name);
			if (kind) {
				add(node.from, node.to, kind);
			} else if (node.name === 'Escape') {
				add(node.from, node.from + 1, 'markup');
			} else if (node.name === 'HardBreak') {
				add(node.from, Math.min(node.to, node.from + 1), 'markup');
			} else if (node.name === 'Link') {
				maskLink(node, text, add);
				visit(node);
			} else if (node.name !== 'LinkMark' && node.name !== 'LinkLabel') {
				visit(node);
			}
		}
	};
	visit(block);
	return masks.sort((a, b) => a.start - b.start);
}

/** `[text](url "title")`: all but the text. Brackets that turn out to be no link stay text. */
function maskLink(link: SyntaxNode, text: string, add: (start: number, end: number, kind: MaskKind) => void): void {
	const [open, close] = link.getChildren('LinkMark');
	const isLink = link.getChild('URL') !== null || link.getChild('LinkLabel') !== null || text[link.to] === '{';
	if (open && close && isLink) {
		add(open.from, open.to, 'markup');
		add(close.from, link.to, 'markup');
	}
}

/** The text of a block with everything masked, of the same length. */
export function maskText(source: string, masks: readonly Mask[]): string {
	if (masks.length === 0) {
		return source;
	}
	let masked = '';
	let pos = 0;
	for (const { start, end, kind } of masks) {
		if (end > pos) {
			const from = Math.max(start, pos);
			masked += source.slice(pos, from) + FILL[kind].repeat(end - from);
			pos = end;
		}
	}
	return masked + source.slice(pos);
}

/**
 * The words of a sentence as a reader sees them: markup and citations left out, code and formulas as written, single
 * spaces.
 */
export function readableText(source: string, masks: readonly Mask[], range: Range): string {
	let text = '';
	let pos = range.start;
	for (const mask of masks) {
		if (mask.end <= pos || mask.kind === 'object') {
			continue;
		}
		if (mask.start >= range.end) {
			break;
		}
		text += source.slice(pos, Math.max(pos, mask.start));
		if (mask.kind === 'citation') {
			text = text.trimEnd();
		}
		pos = mask.end;
	}
	text += source.slice(pos, Math.max(pos, range.end));
	// Nearly all spaces are single ones already, and each replacement costs a copy.
	return text.replace(/ \s+|[^\S ]\s*/g, ' ').trim();
}
