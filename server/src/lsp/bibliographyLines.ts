import type { Range as LspRange, Position } from 'vscode-languageserver';
import type { Bibliography, Range } from '../service';

/** Zero-based lines at which the blocks of a bibliography begin. Four bytes a block, where a copy of the text has many. */
const blockLines = new WeakMap<Bibliography, Uint32Array>();

/** Offsets of a bibliography to lines and characters, from its own blocks: its text need not be kept beside it. */
export function rangeIn(bibliography: Bibliography, { start, end }: Range): LspRange {
	return { start: positionIn(bibliography, start), end: positionIn(bibliography, end) };
}

function positionIn(bibliography: Bibliography, offset: number): Position {
	const index = blockBefore(bibliography, offset);
	const line = index < 0 ? 0 : (linesOf(bibliography)[index] ?? 0);
	const { text, start } = partAt(bibliography, index);
	const before = text.slice(0, offset - start);
	const lastBreak = lastLineBreak(before);
	if (lastBreak >= 0) {
		return { line: line + countLines(before), character: before.length - lastBreak - 1 };
	}
	// The line began in a block before: `@misc{a} @misc{b}`.
	let character = before.length;
	for (let previous = index - 1; previous >= -1; previous--) {
		const { text: other } = partAt(bibliography, previous);
		const breakAt = lastLineBreak(other);
		character += other.length - breakAt - 1;
		if (breakAt >= 0) break;
	}
	return { line, character };
}

/** A block with what follows it, or the head of the file for -1. */
function partAt({ head, blocks }: Bibliography, index: number): { readonly text: string; readonly start: number } {
	const block = blocks[index];
	return block ? { text: block.text.source, start: block.start } : { text: head, start: 0 };
}

function blockBefore({ blocks }: Bibliography, offset: number): number {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}

function linesOf(bibliography: Bibliography): Uint32Array {
	let lines = blockLines.get(bibliography);
	if (!lines) {
		lines = new Uint32Array(bibliography.blocks.length);
		let line = countLines(bibliography.head);
		for (const [index, block] of bibliography.blocks.entries()) {
			lines[index] = line;
			line += countLines(block.text.source);
		}
		blockLines.set(bibliography, lines);
	}
	return lines;
}

/** Line breaks as the protocol counts them: `\n`, `\r\n` and `\r`. */
function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
		if (text.charCodeAt(at + 1) !== 10) count++;
	}
	return count;
}

function lastLineBreak(text: string): number {
	return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
}
