import type { Range } from '../text/range';

export type ProblemCode =
	| 'missing-key'
	| 'key-with-space'
	| 'missing-comma'
	| 'missing-equals'
	| 'missing-value'
	| 'missing-brace'
	| 'unclosed-value'
	| 'unclosed-entry'
	| 'extra-brace'
	| 'unquoted-value'
	| 'unexpected-text'
	| 'no-fields'
	| 'undefined-string'
	| 'unknown-parent'
	| 'unclosed-list'
	| 'unreadable-entry'
	| 'unreadable-file';

/** Something wrong in a bibliography, in words that say what is wrong and what to do. Offsets are those of the file. */
export interface BibliographyProblem {
	readonly range: Range;
	readonly code: ProblemCode;
	readonly message: string;
}
