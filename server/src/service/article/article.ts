import { type Tree, TreeFragment } from '@lezer/common';
import type { Range } from '../text/range';
import { type CitationCluster, type CitationMode, readBlocks, type Sentence } from './blocks';
import { type FrontMatter, frontMatterEnd, parseFrontMatter } from './frontMatter';
import { markdownParser } from './markdown/parser';
import { type Block, outline } from './outline';

/**
 * One version of one manuscript, parsed once. A value: it knows no glossary, no bibliography and no settings, and every
 * feature reads it rather than the text. All offsets are UTF-16 units into `text`, ends exclusive, except those inside
 * `Block.content`, which count from the block's start so that an unchanged block is shared between versions.
 */
export interface Article {
	readonly uri: string;
	readonly version: number;
	readonly text: string;
	readonly frontMatter: FrontMatter | undefined;
	readonly blocks: readonly Block[];
	/** Labels of the footnotes whose text cites something. */
	readonly citingFootnotes: ReadonlySet<string>;
	/** Labels of the numbered examples: what refers to one (`as @good shows`) is no citation. */
	readonly examples: ReadonlySet<string>;
	readonly syntax: Syntax;
}

/** The syntax tree of the text after the front matter, kept for the next version to be parsed from. */
export interface Syntax {
	readonly tree: Tree;
	/** Offset of the text the tree is of. */
	readonly start: number;
}

/** What identifies a version of a document. */
export interface ArticleSource {
	readonly uri: string;
	readonly version: number;
	readonly text: string;
}

/**
 * Parses a manuscript. Never throws: broken Markdown gives fewer facts.
 *
 * @param previous an earlier version of the same manuscript. The result is the same with and without it, but only what
 * changed is parsed and divided into sentences again.
 */
export function parseArticle({ uri, version, text }: ArticleSource, previous?: Article): Article {
	const start = frontMatterEnd(text);
	const body = text.slice(start);
	const tree = markdownParser.parse(body, previous ? unchangedFragments(previous, body) : undefined);
	const blocks = outline(readBlocks(tree, body, start), text);
	const unchangedFront = previous?.frontMatter?.range.end === start && previous.text.startsWith(text.slice(0, start));
	return {
		uri,
		version,
		text,
		frontMatter: unchangedFront ? previous?.frontMatter : parseFrontMatter(text, start),
		blocks,
		citingFootnotes: footnotesThatCite(blocks),
		examples: new Set(blocks.flatMap(({ content }) => content.examples)),
		syntax: { tree, start },
	};
}

/** The block that holds an offset, or touches it with its end. */
export function blockAt(article: Article, offset: number): Block | undefined {
	let low = 0;
	let high = article.blocks.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const block = article.blocks[middle];
		if (!block || block.start > offset) {
			high = middle - 1;
		} else if (block.end < offset) {
			low = middle + 1;
		} else {
			return block;
		}
	}
	return undefined;
}

/** The sentence under an offset, with its block. */
export function sentenceAt(article: Article, offset: number): { block: Block; sentence: Sentence } | undefined {
	const block = blockAt(article, offset);
	const sentence = block?.content.sentences.find(
		({ start, end }) => block.start + start <= offset && offset <= block.start + end,
	);
	return block && sentence ? { block, sentence } : undefined;
}

/** A citation with its place in the text. */
export interface Citation extends Range {
	readonly key: string;
	/** From the `@` to the end of the key. */
	readonly keyRange: Range;
	readonly mode: CitationMode;
	/** What is said before and after the key, without the space around it. */
	readonly prefix: Range | undefined;
	readonly suffix: Range | undefined;
	readonly block: Block;
	readonly cluster: CitationCluster;
}

/** Several rules look at all citations of a version; they are put together once. */
const allCitations = new WeakMap<Article, readonly Citation[]>();

/** Every citation of the manuscript, in order. */
export function citationsOf(article: Article): readonly Citation[] {
	let citations = allCitations.get(article);
	if (!citations) {
		citations = article.blocks
			.flatMap((block) => (block.content.clusters.length === 0 ? [] : [...citationsIn(block)]))
			.filter(({ mode, key }) => mode !== 'author-in-text' || !article.examples.has(key));
		allCitations.set(article, citations);
	}
	return citations;
}

/** The citations of one block, with offsets into the text. */
export function* citationsIn(block: Block): Iterable<Citation> {
	for (const cluster of block.content.clusters) {
		for (const { key, start, end, keyStart, keyEnd, mode, prefix, suffix } of cluster.citations) {
			yield {
				key,
				start: block.start + start,
				end: block.start + end,
				keyRange: { start: block.start + keyStart, end: block.start + keyEnd },
				mode,
				prefix: prefix && shifted(prefix, block.start),
				suffix: suffix && shifted(suffix, block.start),
				block,
				cluster,
			};
		}
	}
}

function shifted({ start, end }: Range, by: number): Range {
	return { start: start + by, end: end + by };
}

/** Whether a sentence carries a citation of its own, in place or in a footnote. */
export function isCited(article: Article, sentence: Sentence): boolean {
	return sentence.cited || sentence.footnotes.some((label) => article.citingFootnotes.has(label));
}

function footnotesThatCite(blocks: readonly Block[]): ReadonlySet<string> {
	const labels = new Set<string>();
	for (const { content } of blocks) {
		if (content.footnote !== undefined && (content.clusters.length > 0 || content.prose.includes('\ufffb'))) {
			labels.add(content.footnote);
		}
	}
	return labels;
}

function unchangedFragments(previous: Article, body: string): readonly TreeFragment[] {
	const before = previous.text.slice(previous.syntax.start);
	const fragments = TreeFragment.addTree(previous.syntax.tree);
	const change = changedRange(before, body);
	return change ? TreeFragment.applyChanges(fragments, [change]) : fragments;
}

/** The one stretch in which two texts differ, or nothing if they are the same. */
function changedRange(
	before: string,
	after: string,
): { fromA: number; toA: number; fromB: number; toB: number } | undefined {
	if (before === after) {
		return undefined;
	}
	const shorter = Math.min(before.length, after.length);
	const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
	const end = commonLength(
		shorter - start,
		(from, to) =>
			before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
	);
	return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

/** Long enough that comparing one stretch with the next costs nothing beside comparing their characters. */
const STRETCH = 4096;

/**
 * How much of two texts is the same, at most `limit`. Stretch by stretch, and the one that differs by halves: strings
 * are compared much faster than characters one by one.
 *
 * @param isSame whether they are the same between two distances from where they are compared
 */
function commonLength(limit: number, isSame: (from: number, to: number) => boolean): number {
	let same = 0;
	let step = STRETCH;
	while (same < limit && step > 0) {
		const to = Math.min(limit, same + step);
		if (isSame(same, to)) {
			same = to;
		} else {
			step = (to - same) >> 1;
		}
	}
	return same;
}
