import type { Bibliography } from '../bibliography/bibliography';
import type { Severity } from '../settings';
import type { BibliographySnapshot, Snapshot } from '../snapshot';
import type { Range, TextEdit } from '../text/range';

/** Something a rule found. */
export interface Finding {
	readonly range: Range;
	/** What is seen, why it matters, what to do. */
	readonly message: string;
	/** Where the rule is more or less sure than its default. */
	readonly severity?: Severity;
	/** What a quick fix needs to know. */
	readonly data?: FindingData;
	/** Other places that explain the finding. */
	readonly related?: readonly RelatedPlace[];
	/** Whether the text in the range has no effect and may be shown faded. */
	readonly unnecessary?: boolean;
}

/** A place in the same text, or in a bibliography. */
export interface RelatedPlace {
	readonly message: string;
	readonly range: Range;
	readonly bibliography?: Bibliography;
}

export type FindingData =
	| { readonly kind: 'unsupported-claim'; readonly sentenceEnd: number }
	| { readonly kind: 'unknown-citation'; readonly key: string; readonly keyRange: Range }
	| { readonly kind: 'malformed-citation'; readonly title: string; readonly edits: readonly TextEdit[] }
	| { readonly kind: 'removable-entry'; readonly title: string; readonly removal: Range }
	| { readonly kind: 'duplicate-reference'; readonly from: string; readonly into: string };

/** A rule is a value in the table of `rules/index.ts`. Its file is named as its code. */
export interface Rule {
	readonly code: RuleCode;
	readonly defaultSeverity: Severity;
	/** What it finds in a manuscript. */
	check?(snapshot: Snapshot): Iterable<Finding>;
	/** What it finds in a bibliography that is open. */
	checkBibliography?(snapshot: BibliographySnapshot): Iterable<Finding>;
}

export type RuleCode =
	| 'missing-bibliography'
	| 'invalid-front-matter'
	| 'unknown-citation'
	| 'unsupported-claim'
	| 'malformed-citation'
	| 'duplicate-key'
	| 'duplicate-reference'
	| 'unused-reference'
	| 'invalid-entry';

/** A finding as the writer sees it: its severity decided by rule and settings. */
export interface Diagnosis extends Finding {
	readonly code: RuleCode;
	readonly severity: Severity;
}
