import type { Use } from './bibtex/block';
import type { BibliographyProblem } from './problem';

/** One block of a file, as a scanner finds it. All offsets are those of the scanned text. */
export interface FoundEntry {
	/** `entry` can be cited, `xdata` only lends its fields, `string` defines names; the rest is `other`. */
	readonly kind: 'entry' | 'xdata' | 'string' | 'other';
	readonly start: number;
	readonly end: number;
	/** The key where it is not simply the text between `keyStart` and `keyEnd`. */
	readonly key?: string;
	readonly keyStart: number;
	readonly keyEnd: number;
	readonly problems: readonly BibliographyProblem[];
	readonly uses?: readonly Use[];
	/** Whether text beyond the start of the next block decided where this one ends. */
	readonly unbounded?: boolean;
}
