/** Values: pieces in braces, in quotation marks or bare, joined with `#`. */
import type { Range } from '../../text/range';
import type { Piece } from './block';
import type { BlockState } from './blockState';
import {
	at,
	backslash,
	closeBrace,
	comma,
	fieldOnNewLine,
	fieldStart,
	hash,
	isNameCode,
	isNumber,
	matchesAt,
	newline,
	openBrace,
	quote,
	startsEntry,
	trimEnd,
} from './characters';

/** Reads pieces joined with `#`. Content that its delimiters do not hold is cut where the next field starts. */
export function scanValue(state: BlockState, name: Range | undefined): readonly Piece[] {
	const pieces: Piece[] = [];
	for (;;) {
		state.skipSpace();
		const code = state.text.charCodeAt(state.position);
		const piece =
			code === openBrace || code === quote ? delimited(state, code, name) : bare(state, name, pieces.length === 0);
		if (piece && fieldsWanted(state, name)) pieces.push(piece);
		const end = state.position;
		state.skipSpace();
		if (state.text.charCodeAt(state.position) !== hash) {
			state.position = end;
			return pieces;
		}
		state.position++;
	}
}

/** Pieces are only kept when fields are collected, and for the links between entries. */
function fieldsWanted(state: BlockState, name: Range | undefined): boolean {
	return state.fields !== undefined || (name !== undefined && isLinkName(name.end - name.start));
}

function delimited(state: BlockState, opener: number, name: Range | undefined): Piece {
	const { text, careful } = state;
	const open = state.position;
	const kind = opener === quote ? 'quoted' : 'braced';
	const simple = opener === openBrace && !careful ? simpleGroupEnd(text, open) : -1;
	if (simple >= 0) {
		state.position = simple + 1;
		return { kind, start: open + 1, end: simple };
	}
	let depth = opener === quote ? 0 : 1;
	let i = open + 1;
	for (; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code > backslash && code < openBrace) continue;
		if (code === closeBrace) {
			depth--;
			if (depth === 0 && opener === openBrace) {
				state.position = i + 1;
				return { kind, start: open + 1, end: i };
			}
			if (depth < 0) break;
		} else if (code === openBrace) {
			depth++;
		} else if (code === quote && opener === quote && depth <= 0) {
			state.position = i + 1;
			return { kind, start: open + 1, end: i };
		} else if (code === backslash) {
			i++;
		} else if (code === newline) {
			if (careful && matchesAt(fieldOnNewLine, text, i + 1)) break;
		} else if (code === at && startsEntry(text, i)) {
			break;
		}
	}
	return unclosedValue(state, open, Math.min(i, text.length), kind, name);
}

/** Where the group that opens here closes if it holds no other group, as most do; else -1. */
function simpleGroupEnd(text: string, open: number): number {
	const next = text.indexOf('{', open + 1);
	// Looking no further than the next brace keeps unclosed values from costing a look at the whole file each.
	const length = text.slice(open + 1, next < 0 ? text.length : next).indexOf('}');
	const close = open + 1 + length;
	return length < 0 || text.charCodeAt(close - 1) === backslash ? -1 : close;
}

function unclosedValue(
	state: BlockState,
	open: number,
	stop: number,
	kind: 'quoted' | 'braced',
	name: Range | undefined,
): Piece {
	const { text } = state;
	const field = name ? `the field “${text.slice(name.start, name.end)}”` : 'this block';
	const sign = kind === 'quoted' ? 'quotation mark' : 'brace';
	state.report('unclosed-value', name?.start ?? open, open + 1, `The value of ${field} has no closing ${sign}.`);
	const last = trimEnd(text, open + 1, stop);
	const end = last > open + 1 && text.charCodeAt(last - 1) === comma ? last - 1 : last;
	state.position = end;
	return { kind, start: open + 1, end };
}

/** A number, the name of an @string, or words that lack their braces. */
function bare(state: BlockState, name: Range | undefined, first: boolean): Piece | undefined {
	const { text } = state;
	const start = state.position;
	let i = start;
	while (i < text.length && isNameCode(text.charCodeAt(i))) i++;
	const field = name ? text.slice(name.start, name.end) : 'preamble';
	if (i === start) {
		const code = text.charCodeAt(start);
		if (code === comma || state.atClose() || start >= text.length || code === at || !first) {
			const [from, to] = name ? [name.start, name.end] : [state.opening.start, start];
			state.report('missing-value', from, to, `The field “${field}” has no value.`);
			return undefined;
		}
	}
	state.position = i;
	state.skipSpace();
	const next = text.charCodeAt(state.position);
	const ends = next === comma || next === hash || next === at || state.atClose() || state.position >= text.length;
	if (!ends && !matchesAt(fieldStart, text, state.position)) return unquoted(state, start, field);
	state.position = i;
	if (!isNumber(text, start, i)) useString(state, start, i);
	return { kind: 'bare', start, end: i };
}

function unquoted(state: BlockState, start: number, field: string): Piece {
	const { text } = state;
	let i = start;
	for (; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === newline || code === closeBrace || code === state.opening.close) break;
		if (code === comma && /\s/.test(text.charAt(i + 1))) break;
	}
	// Always past the first character, so that the scan moves on.
	state.position = Math.max(i, start + 1);
	const end = trimEnd(text, start, state.position);
	state.report('unquoted-value', start, end, `The value of the field “${field}” needs braces: “${field} = {…}”.`);
	return { kind: 'braced', start, end };
}

/** The month macros of every BibTeX style: defined without an @string. */
const monthNames = new Set(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']);

function useString(state: BlockState, start: number, end: number): void {
	const name = state.text.slice(start, end).toLowerCase();
	if (!monthNames.has(name)) state.uses.push({ kind: 'string', name, start, end });
}

/** Whether a field name of this length may be one that links entries: `crossref`, `xdata`, `ids`. */
export function isLinkName(length: number): boolean {
	return length === 'crossref'.length || length === 'xdata'.length || length === 'ids'.length;
}
