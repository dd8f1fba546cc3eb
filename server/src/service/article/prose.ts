import type { Range } from '../text/range';

/**
 * Why a stretch of a block is not prose.
 * - `markup`: emphasis marks, attributes, tags, comments. Read as if it were not there.
 * - `citation`: a bracketed citation or a footnote mark. Belongs to the sentence before it, is no part of its words.
 * - `object`: code, math, an address, a narrative citation. Stands for a word.
 */
export type MaskKind = 'markup' | 'citation' | 'object';

export interface Mask extends Range {
	readonly kind: MaskKind;
}

/** Characters that stand in for what is masked, one for each code unit, so that offsets stay those of the text. */
export const MARKUP = '\u2060';
export const CITATION = '\ufffc';
export const OBJECT = '\ufffb';

const FILL: Readonly<Record<MaskKind, string>> = { markup: MARKUP, citation: CITATION, object: OBJECT };

/** The text of a block with everything masked, of the same length. */
export function maskText(source: string, masks: readonly Mask[]): string {
	if (masks.length === 0) {
		return source;
	}
	let masked = '';
	let pos = 0;
	for (const { start, end, kind } of masks) {
		if (end > pos) {
			const from = Math.max(start, pos);
			masked += source.slice(pos, from) + FILL[kind].repeat(end - from);
			pos = end;
		}
	}
	return masked + source.slice(pos);
}

/**
 * The words of a sentence as a reader sees them: markup and citations left out, code and formulas as written, single
 * spaces.
 */
export function readableText(source: string, masks: readonly Mask[], range: Range): string {
	let text = '';
	let pos = range.start;
	for (const mask of masks) {
		if (mask.end <= pos || mask.kind === 'object') {
			continue;
		}
		if (mask.start >= range.end) {
			break;
		}
		text += source.slice(pos, Math.max(pos, mask.start));
		if (mask.kind === 'citation') {
			text = text.trimEnd();
		}
		pos = mask.end;
	}
	text += source.slice(pos, Math.max(pos, range.end));
	// Nearly all spaces are single ones already, and each replacement costs a copy.
	return text.replace(/ \s+|[^\S ]\s*/g, ' ').trim();
}
