/** What the scanner finds in BibTeX and BibLaTeX text. All offsets are those of the text that was scanned. */
import type { BibliographyProblem } from '../problem';

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
