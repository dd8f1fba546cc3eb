/** Characters and places that mean something in BibTeX. */

export const newline = 10;
export const quote = 34;
export const hash = 35;
export const percent = 37;
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const comma = 44;
export const equals = 61;
export const at = 64;
export const backslash = 92;
export const openBrace = 123;
export const closeBrace = 125;

/** `@article{`, with the type and the bracket as groups. */
export const header = /@[ \t]*([A-Za-z]+)\s*([{(])/y;
export const fieldStart = /\s*[A-Za-z][\w:.+-]{0,60}[ \t]*=/y;
export const fieldOnNewLine = /[ \t]*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{\w]/y;
export const moreFields =
	/\s*,\s*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{\w]|[ \t]*\r?\n[ \t]*[A-Za-z][\w:.+-]{0,60}[ \t]*=[ \t]*["{]/y;

/** The start of an entry as it stands at the beginning of a line: strict, because it is looked for inside values. */
const headerInValue = /@[A-Za-z]{1,30}[ \t]*\{[ \t]*[^\s,{}="@]{1,300}[ \t]*(?:,|=|\r?\n)/y;

/** Whether an entry starts at this `@`, seen from inside a value: only at the start of a line and in full form. */
export function startsEntry(text: string, position: number): boolean {
	return matchesAt(headerInValue, text, position) && atLineStart(text, position);
}

export function atLineStart(text: string, position: number): boolean {
	for (let i = position - 1; i >= 0; i--) {
		const code = text.charCodeAt(i);
		if (code === newline) return true;
		if (code !== 32 && code !== 9) return false;
	}
	return true;
}

/** Whether a sticky pattern matches at this place. */
export function matchesAt(pattern: RegExp, text: string, position: number): boolean {
	pattern.lastIndex = position;
	return pattern.test(text);
}

export function endOfLine(text: string, position: number): number {
	const end = text.indexOf('\n', position);
	return end < 0 ? text.length : end;
}

export function trimEnd(text: string, start: number, end: number): number {
	let i = end;
	while (i > start && text.charCodeAt(i - 1) <= 32) i--;
	return i;
}

export function isNumber(text: string, start: number, end: number): boolean {
	for (let i = start; i < end; i++) {
		const code = text.charCodeAt(i);
		if (code < 48 || code > 57) return false;
	}
	return true;
}

/** Characters of field names and macros: all but white space and `"#%'(),={}@\`. */
export function isNameCode(code: number): boolean {
	if (code <= 32 || code === backslash || code === at || code === equals) return false;
	if (code === openBrace || code === closeBrace || code === comma) return false;
	return code !== quote && code !== hash && code !== percent && (code < 39 || code > closeParenthesis);
}
