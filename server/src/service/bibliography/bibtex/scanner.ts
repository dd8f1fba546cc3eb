/**
 * Finds entries and their fields in BibTeX and BibLaTeX text. It recovers: whatever is wrong with one entry, the next
 * one starts where a writer would say it starts. What an entry means is decided elsewhere.
 */
import type { BibliographyProblem, ProblemCode } from '../problem';

/** A stretch of a value. Values are pieces joined with `#`; the range is that of the content, without delimiters. */
export interface Piece {
	readonly kind: 'braced' | 'quoted' | 'bare';
	readonly start: number;
	readonly end: number;
}

export interface Field {
	/** In lower case. */
	readonly name: string;
	readonly pieces: readonly Piece[];
}

/** A bare word or a parent's key, which an entry needs from elsewhere in its file; or a further key of its own (`ids`). */
export interface Use {
	readonly kind: 'string' | 'parent' | 'alias';
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

export type BlockKind = 'entry' | 'xdata' | 'string' | 'preamble' | 'comment';

/** A block that starts with `@`. All offsets are those of the text that was scanned. */
export interface Block {
	readonly kind: BlockKind;
	/** The entry type in lower case: "article". */
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly keyStart: number;
	readonly keyEnd: number;
	readonly uses: readonly Use[];
	readonly problems: readonly BibliographyProblem[];
	/** Whether the extent of this block was decided by text beyond the start of the next one. */
	readonly unbounded: boolean;
}

/** How many entries may stand inside one `@comment{…}`. An unclosed one must not cost a look at the whole file each time. */
const MAX_ENTRIES_IN_COMMENT = 200;

const header = /@[ \t]*([A-Za-z]+)\s*([{(])/y;
const headerWithoutBrace =
	/@(article|book|booklet|inbook|incollection|inproceedings|conference|misc|phdthesis|mastersthesis|thesis|techreport|report|online|unpublished|proceedings|collection|manual|software|dataset|patent)[ \t]+[^\s,{}="@]+[ \t]*,/iy;
/** The start of an entry as it stands at the beginning of a line: strict, because it is looked for inside values. */
const headerInValue = /@[A-Za-z]{1,30}[ \t]*\{[ \t]*[^\s,{}="@]{1,300}[ \t]*(?:,|=|\r?\n)/y;
const fieldStart = /\s*[A-Za-z][\w:.+-]{0,60}[ \t]*=/y;
const fieldOnNewLine = /[ \t]*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{\w]/y;
const moreFields =
	/\s*,\s*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{\w]|[ \t]*\r?\n[ \t]*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{]/y;

const newline = 10;
const quote = 34;
const hash = 35;
const percent = 37;
const openParenthesis = 40;
const closeParenthesis = 41;
const comma = 44;
const equals = 61;
const at = 64;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

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

interface Opening {
	readonly start: number;
	readonly type: string;
	readonly bodyStart: number;
	readonly close: number;
	readonly braceMissing?: boolean;
}

function scanBlock(text: string, opening: Opening, fields?: Field[]): Block {
	const usual = new BlockScan(text, opening, false, fields);
	const block = usual.scan();
	if (block.problems.length === 0) return block;
	// Something is wrong: read again, trusting line breaks more than delimiters, which keeps more of a broken entry.
	if (fields) fields.length = 0;
	return new BlockScan(text, opening, true, fields).scan();
}

class BlockScan {
	private position: number;
	private keyStart: number;
	private keyEnd: number;
	private readonly problems: BibliographyProblem[] = [];
	private readonly uses: Use[] = [];

	constructor(
		private readonly text: string,
		private readonly opening: Opening,
		/** Whether a line that looks like a field ends the value before it. */
		private readonly careful: boolean,
		private readonly fields: Field[] | undefined,
	) {
		this.position = opening.bodyStart;
		this.keyStart = opening.bodyStart;
		this.keyEnd = opening.bodyStart;
	}

	scan(): Block {
		const { start, type } = this.opening;
		const kind = type === 'string' || type === 'preamble' || type === 'xdata' ? type : 'entry';
		if (this.opening.braceMissing) {
			this.report('missing-brace', start, this.position, `Missing “{” after “@${type}”.`);
		}
		if (kind === 'preamble') this.value(undefined);
		else if (kind !== 'string') this.key();
		const end = this.body();
		const { uses, problems } = this;
		const keyStart = Math.min(this.keyStart, end);
		const keyEnd = Math.min(this.keyEnd, end);
		return { kind, type, start, end, keyStart, keyEnd, uses, problems, unbounded: false };
	}

	private key(): void {
		const { text } = this;
		this.skipSpace();
		const from = this.position;
		let i = from;
		let blank = -1;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === comma || code === closeBrace || code === equals || code === newline) break;
			if (code === openBrace || code === quote || code === this.opening.close || code === at) break;
			if (blank < 0 && code <= 32) blank = i;
		}
		const code = text.charCodeAt(i);
		const end = trimEnd(text, from, i);
		if (code === equals) {
			this.keyBeforeField(from, blank, i);
			return;
		}
		this.setKey(from, end);
		this.position = i;
		if (end === from) {
			this.missingKey(i);
		} else if (blank >= 0 && blank < end) {
			const written = text.slice(from, end);
			this.report('key-with-space', from, end, `The key “${written}” contains a space. Write it as one word.`);
		}
		if (code === comma) {
			this.position = i + 1;
			return;
		}
		if (end === from) return;
		this.skipSpace();
		if (text.charCodeAt(this.position) === comma) this.position++;
		else if (this.atClose()) {
			this.report('no-fields', from, end, `The entry “${text.slice(from, end)}” has no fields. Add at least a title.`);
		} else {
			this.report('missing-comma', from, end, `Missing comma after the key “${text.slice(from, end)}”.`);
		}
	}

	/** The key part ran into `=`: either the key is missing, or the comma after it. */
	private keyBeforeField(from: number, blank: number, equalsAt: number): void {
		const { text } = this;
		if (blank < 0 || trimEnd(text, from, equalsAt) === blank) {
			this.position = from;
			this.missingKey(from);
			return;
		}
		this.setKey(from, blank);
		this.position = blank;
		this.report('missing-comma', from, blank, `Missing comma after the key “${text.slice(from, blank)}”.`);
	}

	private missingKey(position: number): void {
		this.setKey(position, position);
		const { start, type } = this.opening;
		const message = `This entry has no key and cannot be cited. Write one after the brace: “@${type}{key,”.`;
		this.report('missing-key', start, start + 1 + type.length, message);
	}

	private setKey(start: number, end: number): void {
		this.keyStart = start;
		this.keyEnd = end;
	}

	/** Reads fields to the end of the block and returns it. */
	private body(): number {
		const { text } = this;
		for (;;) {
			this.skipSpace();
			const code = text.charCodeAt(this.position);
			if (this.position >= text.length || (code === at && this.startsBlock())) return this.unclosed();
			if (this.atClose()) {
				this.position++;
				if (!this.goesOn()) return this.position;
			} else if (code === comma) {
				this.position++;
			} else if (!this.field()) {
				this.strayText();
			}
		}
	}

	private startsBlock(): boolean {
		header.lastIndex = this.position;
		return header.test(this.text) || startsEntry(this.text, this.position);
	}

	private unclosed(): number {
		const { text, opening } = this;
		const end = trimEnd(text, opening.start, this.position);
		const name = text.slice(this.keyStart, this.keyEnd);
		const subject = name ? `The entry “${name}”` : `This “@${opening.type}”`;
		const sign = String.fromCharCode(opening.close);
		const headerEnd = this.keyEnd > this.keyStart ? this.keyEnd : opening.bodyStart;
		this.report('unclosed-entry', opening.start, headerEnd, `${subject} is not closed. Add “${sign}” at its end.`);
		return end;
	}

	/** Whether fields follow the brace that seemed to close the block: then it was one too many. */
	private goesOn(): boolean {
		moreFields.lastIndex = this.position;
		if (!moreFields.test(this.text)) return false;
		const message = 'One closing brace too many, or an opening brace is missing before it. Remove it or add the other.';
		this.report('extra-brace', this.position - 1, this.position, message);
		return true;
	}

	private atClose(): boolean {
		const code = this.text.charCodeAt(this.position);
		return code === this.opening.close || code === closeBrace;
	}

	/** Reads `name = value`; false where no field name stands. */
	private field(): boolean {
		const { text } = this;
		const nameStart = this.position;
		let i = nameStart;
		while (i < text.length && isNameCode(text.charCodeAt(i))) i++;
		if (i === nameStart) return false;
		const nameEnd = i;
		this.position = i;
		this.skipSpace();
		const code = text.charCodeAt(this.position);
		if (code === equals) {
			this.position++;
		} else if (code === openBrace || code === quote) {
			const name = text.slice(nameStart, nameEnd);
			this.report('missing-equals', nameStart, nameEnd, `Missing “=” after the field name “${name}”.`);
		} else {
			this.position = nameStart;
			return false;
		}
		const name = this.fields || isLinkName(nameEnd - nameStart) ? text.slice(nameStart, nameEnd).toLowerCase() : '';
		const pieces = this.value({ start: nameStart, end: nameEnd });
		this.fields?.push({ name, pieces });
		if (name === 'crossref' || name === 'xdata') this.useKeys('parent', pieces);
		else if (name === 'ids') this.useKeys('alias', pieces);
		this.afterValue(nameStart, nameEnd);
		return true;
	}

	private useKeys(kind: Use['kind'], pieces: readonly Piece[]): void {
		for (const piece of pieces) {
			let start = piece.start;
			for (const part of this.text.slice(piece.start, piece.end).split(',')) {
				const name = part.trim();
				const from = start + part.length - part.trimStart().length;
				if (name) this.uses.push({ kind, name, start: from, end: from + name.length });
				start += part.length + 1;
			}
		}
	}

	private afterValue(nameStart: number, nameEnd: number): void {
		const { text } = this;
		const end = this.position;
		this.skipSpace();
		const code = text.charCodeAt(this.position);
		if (code === comma) {
			this.position++;
			return;
		}
		if (this.position >= text.length || this.atClose() || code === at) return;
		const name = text.slice(nameStart, nameEnd);
		fieldStart.lastIndex = this.position;
		if (fieldStart.test(text)) {
			this.report('missing-comma', end - 1, end, `Missing comma after the field “${name}”.`);
		}
	}

	/** Reads pieces joined with `#`. Content that its delimiters do not hold is cut where the next field starts. */
	private value(name: { start: number; end: number } | undefined): readonly Piece[] {
		const pieces: Piece[] = [];
		for (;;) {
			this.skipSpace();
			const code = this.text.charCodeAt(this.position);
			const piece =
				code === openBrace || code === quote ? this.delimited(code, name) : this.bare(name, pieces.length === 0);
			if (piece && this.fieldsWanted(name)) pieces.push(piece);
			const end = this.position;
			this.skipSpace();
			if (this.text.charCodeAt(this.position) !== hash) {
				this.position = end;
				return pieces;
			}
			this.position++;
		}
	}

	/** Pieces are only kept when fields are collected, and for the links between entries. */
	private fieldsWanted(name: { start: number; end: number } | undefined): boolean {
		return this.fields !== undefined || (name !== undefined && isLinkName(name.end - name.start));
	}

	private delimited(opener: number, name: { start: number; end: number } | undefined): Piece {
		const { text, careful } = this;
		const open = this.position;
		const kind = opener === quote ? 'quoted' : 'braced';
		const simple = opener === openBrace && !careful ? simpleGroupEnd(text, open) : -1;
		if (simple >= 0) {
			this.position = simple + 1;
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
					this.position = i + 1;
					return { kind, start: open + 1, end: i };
				}
				if (depth < 0) break;
			} else if (code === openBrace) {
				depth++;
			} else if (code === quote && opener === quote && depth <= 0) {
				this.position = i + 1;
				return { kind, start: open + 1, end: i };
			} else if (code === backslash) {
				i++;
			} else if (code === newline) {
				if (careful && test(fieldOnNewLine, text, i + 1)) break;
			} else if (code === at && startsEntry(text, i)) {
				break;
			}
		}
		return this.unclosedValue(open, Math.min(i, text.length), kind, name);
	}

	private unclosedValue(
		open: number,
		stop: number,
		kind: 'quoted' | 'braced',
		name: { start: number; end: number } | undefined,
	): Piece {
		const { text } = this;
		const field = name ? `the field “${text.slice(name.start, name.end)}”` : 'this block';
		const sign = kind === 'quoted' ? 'quotation mark' : 'brace';
		this.report('unclosed-value', name?.start ?? open, open + 1, `The value of ${field} has no closing ${sign}.`);
		const last = trimEnd(text, open + 1, stop);
		const end = last > open + 1 && text.charCodeAt(last - 1) === comma ? last - 1 : last;
		this.position = end;
		return { kind, start: open + 1, end };
	}

	/** A number, the name of an @string, or words that lack their braces. */
	private bare(name: { start: number; end: number } | undefined, first: boolean): Piece | undefined {
		const { text } = this;
		const start = this.position;
		let i = start;
		while (i < text.length && isNameCode(text.charCodeAt(i))) i++;
		const field = name ? text.slice(name.start, name.end) : 'preamble';
		if (i === start) {
			const code = text.charCodeAt(start);
			if (code === comma || this.atClose() || start >= text.length || code === at || !first) {
				const [from, to] = name ? [name.start, name.end] : [this.opening.start, start];
				this.report('missing-value', from, to, `The field “${field}” has no value.`);
				return undefined;
			}
		}
		this.position = i;
		this.skipSpace();
		const next = text.charCodeAt(this.position);
		const ends = next === comma || next === hash || next === at || this.atClose() || this.position >= text.length;
		if (!ends && !test(fieldStart, text, this.position)) return this.unquoted(start, field);
		this.position = i;
		if (!isNumber(text, start, i)) this.useString(start, i);
		return { kind: 'bare', start, end: i };
	}

	private unquoted(start: number, field: string): Piece {
		const { text } = this;
		let i = start;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === newline || code === closeBrace || code === this.opening.close) break;
			if (code === comma && /\s/.test(text.charAt(i + 1))) break;
		}
		// Always past the first character, so that the scan moves on.
		this.position = Math.max(i, start + 1);
		const end = trimEnd(text, start, this.position);
		this.report('unquoted-value', start, end, `The value of the field “${field}” needs braces: “${field} = {…}”.`);
		return { kind: 'braced', start, end };
	}

	private useString(start: number, end: number): void {
		const name = this.text.slice(start, end).toLowerCase();
		if (!monthNames.has(name)) this.uses.push({ kind: 'string', name, start, end });
	}

	/** Text where a field should stand: reported once and skipped to the next comma, field or end. */
	private strayText(): void {
		const { text } = this;
		const start = this.position;
		let i = start + 1;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === comma || code === closeBrace || code === this.opening.close) break;
			if (code === newline && test(fieldOnNewLine, text, i + 1)) break;
			if (code === at && startsEntry(text, i)) break;
		}
		this.position = i;
		const end = trimEnd(text, start, i);
		const message = 'This is no field: a field is written “name = {value},”. Remove it or complete it.';
		this.report('unexpected-text', start, end, message);
	}

	/** Skips white space and `%` comments. */
	private skipSpace(): void {
		const { text } = this;
		let i = this.position;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === percent) i = endOfLine(text, i);
			else if (code > 32 && code !== 0xa0 && code !== 0xfeff) break;
		}
		this.position = Math.min(i, text.length);
	}

	private report(code: ProblemCode, start: number, end: number, message: string): void {
		this.problems.push({ range: { start, end: Math.max(start, end) }, code, message });
	}
}

/** Where the group that opens here closes if it holds no other group, as most do; else -1. */
function simpleGroupEnd(text: string, open: number): number {
	const close = text.indexOf('}', open + 1);
	if (close < 0 || text.charCodeAt(close - 1) === backslash) return -1;
	const inner = text.indexOf('{', open + 1);
	return inner < 0 || inner > close ? close : -1;
}

/** The month macros of every BibTeX style: defined without an @string. */
const monthNames = new Set(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']);

function isLinkName(length: number): boolean {
	return length === 'crossref'.length || length === 'xdata'.length || length === 'ids'.length;
}

/** Whether an entry starts at this `@`, seen from inside a value: only at the start of a line and in full form. */
function startsEntry(text: string, position: number): boolean {
	return test(headerInValue, text, position) && atLineStart(text, position);
}

function atLineStart(text: string, position: number): boolean {
	for (let i = position - 1; i >= 0; i--) {
		const code = text.charCodeAt(i);
		if (code === newline) return true;
		if (code !== 32 && code !== 9) return false;
	}
	return true;
}

function test(pattern: RegExp, text: string, position: number): boolean {
	pattern.lastIndex = position;
	return pattern.test(text);
}

function endOfLine(text: string, position: number): number {
	const end = text.indexOf('\n', position);
	return end < 0 ? text.length : end;
}

function trimEnd(text: string, start: number, end: number): number {
	let i = end;
	while (i > start && text.charCodeAt(i - 1) <= 32) i--;
	return i;
}

function isNumber(text: string, start: number, end: number): boolean {
	for (let i = start; i < end; i++) {
		const code = text.charCodeAt(i);
		if (code < 48 || code > 57) return false;
	}
	return true;
}

/** Characters of field names and macros: all but white space and `"#%'(),={}@\`. */
function isNameCode(code: number): boolean {
	if (code <= 32 || code === backslash || code === at || code === equals) return false;
	if (code === openBrace || code === closeBrace || code === comma) return false;
	return code !== quote && code !== hash && code !== percent && (code < 39 || code > closeParenthesis);
}
