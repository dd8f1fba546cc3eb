/**
 * Finds entries and their fields in BibTeX and BibLaTeX text. It recovers: whatever is wrong with one entry, the next
 * one starts where a writer would say it starts. What an entry means is decided elsewhere.
 */
import type { Block, BlockKind, Field } from './block';
import { BlockState, type Opening } from './blockState';
import {
	at,
	atLineStart,
	backslash,
	closeBrace,
	closeParenthesis,
	endOfLine,
	header,
	openBrace,
	openParenthesis,
	percent,
	startsEntry,
} from './characters';
import { scanFields } from './scanFields';
import { scanKey } from './scanKey';
import { scanValue } from './scanValue';

/** How many entries may stand inside one `@comment{…}`. An unclosed one must not cost a look at the whole file each time. */
const MAX_ENTRIES_IN_COMMENT = 200;

const headerWithoutBrace =
	/@(article|book|booklet|inbook|incollection|inproceedings|conference|misc|phdthesis|mastersthesis|thesis|techreport|report|online|unpublished|proceedings|collection|manual|software|dataset|patent)[ \t]+[^\s,{}="@]+[ \t]*,/iy;

/** The first block at or after `from`, which must lie outside every block. Text between blocks is a comment. */
export function nextBlock(text: string, from: number): Block | undefined {
	for (let i = from; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === percent) {
			i = endOfLine(text, i);
		} else if (code === at) {
			const block = blockAt(text, i);
			if (block) return block;
		}
	}
	return undefined;
}

/** The fields of the block that starts at the beginning of `source`, in the order written. */
export function readFields(source: string): { readonly type: string; readonly fields: readonly Field[] } {
	const fields: Field[] = [];
	const block = blockAt(source, 0, fields);
	return { type: block?.type ?? '', fields };
}

function blockAt(text: string, start: number, fields?: Field[]): Block | undefined {
	header.lastIndex = start;
	const match = header.exec(text);
	if (!match) return blockWithoutBrace(text, start, fields);
	const type = (match[1] ?? '').toLowerCase();
	const open = header.lastIndex - 1;
	if (type === 'comment') return commentBlock(text, start, open);
	const close = text.charCodeAt(open) === openParenthesis ? closeParenthesis : closeBrace;
	return scanBlock(text, { start, type, bodyStart: open + 1, close }, fields);
}

function blockWithoutBrace(text: string, start: number, fields?: Field[]): Block | undefined {
	headerWithoutBrace.lastIndex = start;
	const match = headerWithoutBrace.exec(text);
	if (!match || !atLineStart(text, start)) return undefined;
	const type = match[1] ?? '';
	const bodyStart = start + 1 + type.length;
	return scanBlock(text, { start, type: type.toLowerCase(), bodyStart, close: closeBrace, braceMissing: true }, fields);
}

function commentBlock(text: string, start: number, open: number): Block {
	let depth = 0;
	let firstEntry = -1;
	let entries = 0;
	for (let i = open; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === backslash) i++;
		else if (code === openBrace) depth++;
		else if (code === closeBrace && --depth === 0) return plainBlock('comment', start, i + 1, false);
		else if (code === at && startsEntry(text, i)) {
			if (firstEntry < 0) firstEntry = i;
			if (++entries > MAX_ENTRIES_IN_COMMENT) break;
		}
		// `@comment(…)` and `@comment words` hold no group: only the word itself is skipped.
		if (depth <= 0) return plainBlock('comment', start, open, false);
	}
	return plainBlock('comment', start, firstEntry < 0 ? text.length : firstEntry, true);
}

function plainBlock(kind: BlockKind, start: number, end: number, unbounded: boolean): Block {
	return { kind, type: kind, start, end, keyStart: start, keyEnd: start, uses: [], problems: [], unbounded };
}

function scanBlock(text: string, opening: Opening, fields?: Field[]): Block {
	const block = scan(new BlockState(text, opening, false, fields));
	if (block.problems.length === 0) return block;
	// Something is wrong: read again, trusting line breaks more than delimiters, which keeps more of a broken entry.
	if (fields) fields.length = 0;
	return scan(new BlockState(text, opening, true, fields));
}

function scan(state: BlockState): Block {
	const { start, type } = state.opening;
	const kind = type === 'string' || type === 'preamble' || type === 'xdata' ? type : 'entry';
	if (state.opening.braceMissing) {
		state.report('missing-brace', start, state.position, `Missing “{” after “@${type}”.`);
	}
	if (kind === 'preamble') scanValue(state, undefined);
	else if (kind !== 'string') scanKey(state);
	const end = scanFields(state);
	const { uses, problems } = state;
	const keyStart = Math.min(state.keyStart, end);
	const keyEnd = Math.min(state.keyEnd, end);
	return { kind, type, start, end, keyStart, keyEnd, uses, problems, unbounded: false };
}
