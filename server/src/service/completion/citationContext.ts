import { type Article, blockAt } from '../article/article';
import { proseAt } from '../article/blocks';
import { endsWord } from '../article/citationKey';
import type { Block } from '../article/outline';
import type { Range } from '../text/range';

/** A place where a citation key is being typed. */
export interface CitationContext {
	/** Offset of the `@`. */
	readonly at: number;
	/** What was typed after it, up to the cursor. */
	readonly query: string;
	/** What a chosen key replaces: the query, and the rest of a key that the cursor is inside. */
	readonly replace: Range;
	/** Whether the key stands in square brackets, closed or not. */
	readonly bracketed: boolean;
	/** Whether it was begun with `@{`, and whether that is closed already. */
	readonly braces: 'none' | 'open' | 'closed';
	readonly block: Block;
}

/** A query is not longer than this: what is longer is a sentence after an `@`. */
const LONGEST_QUERY = 80;
const WORD = /[\p{L}\p{N}_]/u;
/** Characters that no query holds: they end a citation or the text it stands in. */
const ENDS_QUERY = /[[\]{}();@\n\r<>`"\\]/;

/**
 * The citation key being typed at an offset, in prose only: not in code, math, front matter or an address.
 * Spaces count as part of it ("kaplan niche 2005"), since writers remember words and not keys.
 */
export function citationContextAt(article: Article, offset: number): CitationContext | undefined {
	if (offset <= article.syntax.start && article.syntax.start > 0) {
		return undefined;
	}
	const block = blockAt(article, offset);
	if (!block || block.content.prose === '') {
		return undefined;
	}
	const { text } = article;
	const at = openingAt(text, block, offset);
	if (at === undefined || isMasked(block, at)) {
		return undefined;
	}
	const braced = text[at + 1] === '{' && offset > at + 1;
	const start = at + (braced ? 2 : 1);
	const end = keyEnd(text, offset);
	return {
		at,
		query: text.slice(start, offset),
		replace: { start, end },
		braces: braced ? (text[end] === '}' ? 'closed' : 'open') : 'none',
		bracketed: isBracketed(text, block, at),
		block,
	};
}

/** The `@` before the cursor that a query reaches back to. */
function openingAt(text: string, block: Block, offset: number): number | undefined {
	for (let pos = offset - 1; pos >= Math.max(block.start, offset - LONGEST_QUERY); pos--) {
		const char = text[pos] ?? '';
		if (char === '@') {
			return endsWord(text, pos) || text[pos - 1] === '\\' ? undefined : pos;
		}
		if (ENDS_QUERY.test(char) && !(char === '{' && text[pos - 1] === '@')) {
			return undefined;
		}
	}
	return undefined;
}

/** Whether the `@` is part of something that is not prose: code, math, an address. Citations are masked, yet prose. */
function isMasked(block: Block, at: number): boolean {
	const inCitation = block.content.clusters.some(
		({ start, end }) => start <= at - block.start && at - block.start < end,
	);
	return proseAt(block.content, at - block.start) !== '@' && !inCitation;
}

function keyEnd(text: string, offset: number): number {
	let end = offset;
	while (end < text.length && /[\p{L}\p{N}_:.#$%&+?~/-]/u.test(text[end] ?? '')) {
		end++;
	}
	// Punctuation at the end closes the sentence, not the key.
	while (end > offset && !WORD.test(text[end - 1] ?? '')) {
		end--;
	}
	return end;
}

function isBracketed(text: string, block: Block, at: number): boolean {
	let depth = 0;
	for (let pos = at - 1; pos >= block.start; pos--) {
		const char = text[pos];
		if (char === ']') {
			depth++;
		} else if (char === '[' && depth-- === 0) {
			return true;
		}
	}
	return false;
}
