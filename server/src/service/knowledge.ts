import type { Reference } from './bibliography/reference';
import type { KnownClaim } from './claims/claim';
import type { AmbiguousAbbreviation, MatchingCondition, Term } from './glossary/term';

/** A work that was retracted, with its notice. */
export interface Retraction {
	readonly id: string;
	readonly title?: string;
	/** Absent where the authors were not seen. */
	readonly firstAuthor?: string;
	readonly journal: string;
	readonly year: number;
	/** With `page`, all there is to know a work by whose DOI and title were not seen. */
	readonly volume?: string;
	readonly page?: string;
	readonly doi?: string;
	readonly pmid?: string;
	readonly noticeDoi?: string;
	/** ISO date or year of the notice. */
	readonly noticeDate?: string;
	readonly reason?: string;
	readonly instead?: string;
}

/** A journal whose volume number follows from the year. Derived from the built-in references, never from memory. */
export interface JournalFact {
	/** The title as the built-in references have it. */
	readonly name: string;
	/** Year minus volume: 2000 where volume 2 appeared in 2002. */
	readonly yearMinusVolume: number;
	/** How many references bear it out; none contradicts it. */
	readonly records: number;
}

/** All that Metascribe ships: the compiled form of `data/`, the same in every document and never changed at run time. */
export interface Knowledge {
	readonly terms: readonly Term[];
	/** Titles of the term categories, by id. */
	readonly categories: Readonly<Record<string, string>>;
	readonly conditions: readonly MatchingCondition[];
	readonly abbreviations: readonly AmbiguousAbbreviation[];
	readonly references: readonly Reference[];
	readonly claims: readonly KnownClaim[];
	readonly retractions: readonly Retraction[];
	/** Journals with regular volumes. */
	readonly journals: readonly JournalFact[];
	/** The citation-worthiness model, as `claims/model.ts` reads it. */
	readonly claimModel: ClaimModelData;
}

/** The citation-worthiness model as it is stored: base64 of int8 weights and what scales them. */
export interface ClaimModelData {
	readonly [field: string]: unknown;
}
