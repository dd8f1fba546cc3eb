import type { Range } from '../text/range';

/** A source behind a definition: a work in the built-in references, or a page. */
export interface TermSource {
	/** Key of a built-in reference. */
	readonly reference?: string;
	/** Author, year and journal, or the page's title. */
	readonly citation: string;
	readonly url?: string;
}

/** One entry of the glossary. */
export interface Term {
	readonly id: string;
	readonly label: string;
	readonly category: string;
	/** One to three sentences in our own words. */
	readonly definition: string;
	/** Names that mean the same: hovering over one shows this term. */
	readonly synonyms: readonly string[];
	readonly abbreviations: readonly string[];
	/** Inflected or respelt forms that no rule derives. */
	readonly variants: readonly string[];
	/** Looser names, for finding the term only; never hovered. */
	readonly looseSynonyms: readonly string[];
	readonly broader: readonly string[];
	readonly narrower: readonly string[];
	readonly related: readonly string[];
	/** Ids seen on the registry's page: `{mesh: "D009362"}`. Two ids of one registry stand together as "P05109, P06702". */
	readonly identifiers: Readonly<Record<string, string>>;
	readonly sources: readonly TermSource[];
	/** The common confusion, or how to use the word. */
	readonly note?: string;
	/** How directly the sources back the definition. */
	readonly support: 'literature' | 'literature-partial' | 'ontology' | 'identifier-only' | 'weak' | 'none-yet';
	/** `extended`: useful, but outside the heart of the field. Absent on the writer's own terms. */
	readonly tier?: 'core' | 'extended';
	/** Where the writer's own glossary has the term; absent on the shipped ones. */
	readonly origin?: TermOrigin;
}

/** A term's entry in a file of the writer's. */
export interface TermOrigin {
	readonly uri: string;
	/** The whole entry, as offsets into the file's text. */
	readonly range: Range;
	/** Its label. */
	readonly labelRange: Range;
}

/**
 * When a surface form of a term counts as that term.
 *
 * A word in `contextWords`, `neverWith` or `readings` that is all lower case is a stem: it stands where a word begins
 * with it, the first letter in either case. One that holds a capital stands only as written, not followed by a letter
 * other than a plural "s": "PR" is not in "PRISMA", "ZEB" is in "ZEB1", "eV" is not "EV".
 */
export interface MatchingCondition {
	readonly surface: string;
	readonly terms: readonly string[];
	/** `never`: only inside a longer term. `case`: exactly as written. `context`: only beside one of `contextWords`. */
	readonly condition: 'never' | 'case' | 'context';
	/** If not empty, one of these must stand in the same sentence, under `case` too. */
	readonly contextWords: readonly string[];
	/** None of these may stand in the same sentence. */
	readonly neverWith: readonly string[];
	/** For a surface of several terms: the words that speak for each, by term id. All are among `contextWords`, except under `case`. */
	readonly readings?: Readonly<Record<string, readonly string[]>>;
}

/** An abbreviation with several readings in this field. */
export interface AmbiguousAbbreviation {
	readonly abbreviation: string;
	readonly expansions: readonly string[];
	readonly terms: readonly string[];
	/** Words that speak for an expansion when they stand near, by expansion; written as those of a condition. */
	readonly context?: Readonly<Record<string, readonly string[]>>;
	readonly advice: string;
}
