/** A person or body that wrote a work. Either `family` (with its parts) or `literal` (a group's name) is set. */
export interface Name {
	readonly family?: string;
	readonly given?: string;
	/** "van der", "de": kept apart so that lists can sort and print it. */
	readonly particle?: string;
	readonly suffix?: string;
	readonly literal?: string;
}

/** What kind of evidence a work reports; `undefined` where nobody has judged it. */
export type Evidence =
	| 'review'
	| 'meta-analysis'
	| 'randomised-trial'
	| 'trial'
	| 'cohort'
	| 'case-series'
	| 'animal'
	| 'in-vitro'
	| 'computational'
	| 'guideline'
	| 'commentary'
	| 'primary';

/** How a built-in record was checked. Absent on the writer's own references. */
export interface Verification {
	/** `full`: every field shown was seen on a page or in two lists. `partial`: `notSeen` names what was not. */
	readonly level: 'full' | 'partial';
	readonly seenOn: string;
	readonly notSeen: readonly string[];
}

/** A work that can be cited, wherever it was read from. Plain text throughout: LaTeX and HTML are decoded on reading. */
export interface Reference {
	/** The citation key: what a writer types after `@`. */
	readonly key: string;
	/** A CSL item type, "article-journal" for most. */
	readonly type: string;
	readonly title?: string;
	readonly authors: readonly Name[];
	/** True if the author list was cut and ends in "et al.". */
	readonly moreAuthors?: boolean;
	/** The editors of the work, or of the book it appears in. */
	readonly editors?: readonly Name[];
	readonly year?: number;
	readonly containerTitle?: string;
	readonly publisher?: string;
	readonly volume?: string;
	readonly issue?: string;
	readonly page?: string;
	readonly doi?: string;
	readonly pmid?: string;
	readonly pmcid?: string;
	readonly url?: string;
	readonly abstract?: string;
	readonly keywords?: readonly string[];
	readonly evidence?: Evidence;
	/** What the evidence was gathered in: "human", "mouse", "cell line"; absent where not seen or not applicable. */
	readonly species?: readonly string[];
	/** What the work found, in one sentence of our own, written from its text. */
	readonly finding?: string;
	readonly verification?: Verification;
}
