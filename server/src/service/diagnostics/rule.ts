import type { Severity } from '../settings';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';

/** Something a rule found. */
export interface Finding {
	readonly range: Range;
	/** What is seen, why it matters, what to do. */
	readonly message: string;
	/** Where the rule is more or less sure than its default. */
	readonly severity?: Severity;
	/** What a quick fix needs to know. */
	readonly data?: FindingData;
}

export type FindingData =
	| { readonly kind: 'unsupported-claim'; readonly sentenceEnd: number }
	| { readonly kind: 'unknown-citation'; readonly key: string; readonly keyRange: Range };

/** A rule is a value in the table of `rules/index.ts`. Its file is named as its code. */
export interface Rule {
	readonly code: RuleCode;
	readonly defaultSeverity: Severity;
	check(snapshot: Snapshot): Iterable<Finding>;
}

export type RuleCode = 'missing-bibliography' | 'invalid-front-matter' | 'unknown-citation' | 'unsupported-claim';

/** A finding as the writer sees it: its severity decided by rule and settings. */
export interface Diagnosis extends Finding {
	readonly code: RuleCode;
	readonly severity: Severity;
}
