/** The key of an entry, or what stands in its place. */
import type { BlockState } from './blockState';
import { at, closeBrace, comma, equals, newline, openBrace, quote, trimEnd } from './characters';

export function scanKey(state: BlockState): void {
	const { text } = state;
	state.skipSpace();
	const from = state.position;
	let i = from;
	let blank = -1;
	for (; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === comma || code === closeBrace || code === equals || code === newline) break;
		if (code === openBrace || code === quote || code === state.opening.close || code === at) break;
		if (blank < 0 && code <= 32) blank = i;
	}
	const code = text.charCodeAt(i);
	const end = trimEnd(text, from, i);
	if (code === equals) {
		keyBeforeField(state, from, blank, i);
		return;
	}
	setKey(state, from, end);
	state.position = i;
	if (end === from) {
		missingKey(state, i);
	} else if (blank >= 0 && blank < end) {
		const written = text.slice(from, end);
		state.report('key-with-space', from, end, `The key “${written}” contains a space. Write it as one word.`);
	}
	if (code === comma) {
		state.position = i + 1;
		return;
	}
	if (end === from) return;
	state.skipSpace();
	if (text.charCodeAt(state.position) === comma) state.position++;
	else if (state.atClose()) {
		state.report('no-fields', from, end, `The entry “${text.slice(from, end)}” has no fields. Add at least a title.`);
	} else {
		state.report('missing-comma', from, end, `Missing comma after the key “${text.slice(from, end)}”.`);
	}
}

/** The key part ran into `=`: either the key is missing, or the comma after it. */
function keyBeforeField(state: BlockState, from: number, blank: number, equalsAt: number): void {
	const { text } = state;
	if (blank < 0 || trimEnd(text, from, equalsAt) === blank) {
		state.position = from;
		missingKey(state, from);
		return;
	}
	setKey(state, from, blank);
	state.position = blank;
	state.report('missing-comma', from, blank, `Missing comma after the key “${text.slice(from, blank)}”.`);
}

function missingKey(state: BlockState, position: number): void {
	setKey(state, position, position);
	const { start, type } = state.opening;
	const message = `This entry has no key and cannot be cited. Write one after the brace: “@${type}{key,”.`;
	state.report('missing-key', start, start + 1 + type.length, message);
}

function setKey(state: BlockState, start: number, end: number): void {
	state.keyStart = start;
	state.keyEnd = end;
}
