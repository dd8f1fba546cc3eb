import { type Article, blockAt, sentenceAt } from '../article/article';
import type { CitationCluster } from '../article/blocks';
import { scanCitationKey } from '../article/citationKey';
import type { Block } from '../article/outline';
import type { TextEdit } from '../text/range';

/** A key as it is written after `@`: in braces, if pandoc would not read all of it otherwise. */
export function writtenKey(key: string): string {
	return scanCitationKey(`@${key}`, 0) === key.length + 1 ? key : `{${key}}`;
}

/** Cites works at an offset: in the bracketed citation that stands there, else in one of their own. */
export function citeAt(article: Article, offset: number, keys: readonly string[]): TextEdit {
	const block = blockAt(article, offset);
	const cluster = block?.content.clusters.find(
		({ start, end, narrative }) => !narrative && block.start + start < offset && offset <= block.start + end,
	);
	if (block && cluster) {
		return appended(article.text, block, cluster, keys);
	}
	const before = article.text[offset - 1] ?? ' ';
	return { range: { start: offset, end: offset }, newText: `${/[\s([{"“]/.test(before) ? '' : ' '}${group(keys)}` };
}

/** Cites works for the sentence at an offset: before its full stop, or in the citation it ends with. */
export function citeSentence(article: Article, offset: number, keys: readonly string[]): TextEdit | undefined {
	const found = sentenceAt(article, offset);
	if (!found) {
		return undefined;
	}
	const { block, sentence } = found;
	const last = sentence.clusters.at(-1);
	const end = block.start + sentence.end;
	if (last && !last.narrative && /^[\s.!?…,;:)”"']*$/.test(article.text.slice(block.start + last.end, end))) {
		return appended(article.text, block, last, keys);
	}
	const at = beforeFullStop(article.text, end);
	return { range: { start: at, end: at }, newText: ` ${group(keys)}` };
}

/** The offset before the full stop of a sentence that ends at `end`. */
export function beforeFullStop(text: string, end: number): number {
	let at = end;
	while (/[.!?…\s]/.test(text[at - 1] ?? '')) {
		at--;
	}
	return at;
}

function appended(text: string, block: Block, cluster: CitationCluster, keys: readonly string[]): TextEdit {
	const known = new Set(cluster.citations.map(({ key }) => key));
	const more = keys.filter((key) => !known.has(key)).map((key) => `; @${writtenKey(key)}`);
	const close = block.start + cluster.end - 1;
	const at = close - (/\s*$/.exec(text.slice(block.start + cluster.start, close))?.[0].length ?? 0);
	return { range: { start: at, end: at }, newText: more.join('') };
}

function group(keys: readonly string[]): string {
	return `[${keys.map((key) => `@${writtenKey(key)}`).join('; ')}]`;
}
