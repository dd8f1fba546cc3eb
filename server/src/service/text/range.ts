/** A stretch of text: UTF-16 offsets, `end` exclusive. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** A replacement in a text. */
export interface TextEdit {
	readonly range: Range;
	readonly newText: string;
}

/** Whether the offset lies inside the range or at either edge, as a text cursor does. */
export function touches(range: Range, offset: number): boolean {
	return range.start <= offset && offset <= range.end;
}

/** Whether the two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
	return a.start < b.end && b.start < a.end;
}
