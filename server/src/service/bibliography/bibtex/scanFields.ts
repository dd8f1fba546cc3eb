/** The fields of a block, to its end. */
import type { Piece, Use } from './block';
import type { BlockState } from './blockState';
import {
	at,
	closeBrace,
	comma,
	equals,
	fieldOnNewLine,
	fieldStart,
	header,
	isNameCode,
	matchesAt,
	moreFields,
	newline,
	openBrace,
	quote,
	startsEntry,
	trimEnd,
} from './characters';
import { isLinkName, scanValue } from './scanValue';

/** Reads fields to the end of the block and returns it. */
export function scanFields(state: BlockState): number {
	const { text } = state;
	for (;;) {
		state.skipSpace();
		const code = text.charCodeAt(state.position);
		if (state.position >= text.length || (code === at && startsBlock(state))) return unclosed(state);
		if (state.atClose()) {
			state.position++;
			if (!goesOn(state)) return state.position;
		} else if (code === comma) {
			state.position++;
		} else if (!field(state)) {
			strayText(state);
		}
	}
}

function startsBlock(state: BlockState): boolean {
	return matchesAt(header, state.text, state.position) || startsEntry(state.text, state.position);
}

function unclosed(state: BlockState): number {
	const { text, opening } = state;
	const end = trimEnd(text, opening.start, state.position);
	const name = text.slice(state.keyStart, state.keyEnd);
	const subject = name ? `The entry “${name}”` : `This “@${opening.type}”`;
	const sign = String.fromCharCode(opening.close);
	const headerEnd = state.keyEnd > state.keyStart ? state.keyEnd : opening.bodyStart;
	state.report('unclosed-entry', opening.start, headerEnd, `${subject} is not closed. Add “${sign}” at its end.`);
	return end;
}

/** Whether fields follow the brace that seemed to close the block: then it was one too many. */
function goesOn(state: BlockState): boolean {
	if (!matchesAt(moreFields, state.text, state.position)) return false;
	const message = 'One closing brace too many, or an opening brace is missing before it. Remove it or add the other.';
	state.report('extra-brace', state.position - 1, state.position, message);
	return true;
}

/** Reads `name = value`; false where no field name stands. */
function field(state: BlockState): boolean {
	const { text } = state;
	const nameStart = state.position;
	let i = nameStart;
	while (i < text.length && isNameCode(text.charCodeAt(i))) i++;
	if (i === nameStart) return false;
	const nameEnd = i;
	state.position = i;
	state.skipSpace();
	const code = text.charCodeAt(state.position);
	if (code === equals) {
		state.position++;
	} else if (code === openBrace || code === quote) {
		const name = text.slice(nameStart, nameEnd);
		state.report('missing-equals', nameStart, nameEnd, `Missing “=” after the field name “${name}”.`);
	} else {
		state.position = nameStart;
		return false;
	}
	const name = state.fields || isLinkName(nameEnd - nameStart) ? text.slice(nameStart, nameEnd).toLowerCase() : '';
	const pieces = scanValue(state, { start: nameStart, end: nameEnd });
	state.fields?.push({ name, pieces });
	if (name === 'crossref' || name === 'xdata') useKeys(state, 'parent', pieces);
	else if (name === 'ids') useKeys(state, 'alias', pieces);
	afterValue(state, nameStart, nameEnd);
	return true;
}

function useKeys(state: BlockState, kind: Use['kind'], pieces: readonly Piece[]): void {
	for (const piece of pieces) {
		let start = piece.start;
		for (const part of state.text.slice(piece.start, piece.end).split(',')) {
			const name = part.trim();
			const from = start + part.length - part.trimStart().length;
			if (name) state.uses.push({ kind, name, start: from, end: from + name.length });
			start += part.length + 1;
		}
	}
}

function afterValue(state: BlockState, nameStart: number, nameEnd: number): void {
	const { text } = state;
	const end = state.position;
	state.skipSpace();
	const code = text.charCodeAt(state.position);
	if (code === comma) {
		state.position++;
		return;
	}
	if (state.position >= text.length || state.atClose() || code === at) return;
	const name = text.slice(nameStart, nameEnd);
	if (matchesAt(fieldStart, text, state.position)) {
		state.report('missing-comma', end - 1, end, `Missing comma after the field “${name}”.`);
	}
}

/** Text where a field should stand: reported once and skipped to the next comma, field or end. */
function strayText(state: BlockState): void {
	const { text } = state;
	const start = state.position;
	let i = start + 1;
	for (; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === comma || code === closeBrace || code === state.opening.close) break;
		if (code === newline && matchesAt(fieldOnNewLine, text, i + 1)) break;
		if (code === at && startsEntry(text, i)) break;
	}
	state.position = i;
	const end = trimEnd(text, start, i);
	const message = 'This is no field: a field is written “name = {value},”. Remove it or complete it.';
	state.report('unexpected-text', start, end, message);
}
