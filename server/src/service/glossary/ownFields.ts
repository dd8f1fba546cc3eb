/** A field of a term in a writer's glossary. */
export interface FieldKind {
	/** Whether a term without it is left out. */
	readonly required: boolean;
	/** What is wrong with a value and what to do, to follow the field's name; `undefined` if nothing is. */
	check(value: unknown): string | undefined;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_DEFINITION = 400;
const LONGEST_NOTE = 300;

/** The fields of a term by name, as `data/schema/terms.schema.json` has them (a test compares the two). */
export const TERM_FIELDS: ReadonlyMap<string, FieldKind> = new Map([
	['id', required(identifier)],
	['label', required(words(Number.POSITIVE_INFINITY))],
	['definition', required(words(LONGEST_DEFINITION))],
	['note', optional(words(LONGEST_NOTE))],
	['abbreviations', optional(strings)],
	['synonyms', optional(strings)],
	['variants', optional(strings)],
	['loose_synonyms', optional(strings)],
	['broader', optional(identifiers)],
	['narrower', optional(identifiers)],
	['related', optional(identifiers)],
	['sources', optional(sources)],
	['ambiguous', optional(map)],
	['identifiers', optional(map)],
	['tier', optional(oneOf('core', 'extended'))],
	['support', optional(oneOf('literature', 'literature-partial', 'ontology', 'identifier-only', 'weak', 'none-yet'))],
]);

type Check = (value: unknown) => string | undefined;

function required(check: Check): FieldKind {
	return { required: true, check };
}

function optional(check: Check): FieldKind {
	return { required: false, check };
}

function identifier(value: unknown): string | undefined {
	return typeof value === 'string' && ID.test(value)
		? undefined
		: 'is written in lower case, its words joined by hyphens. Write it like “pre-metastatic-niche”.';
}

function words(longest: number): Check {
	return (value) => {
		if (typeof value !== 'string') {
			return 'is text. Put it in quotes.';
		}
		if (value.trim() === '') {
			return 'is empty. Fill it in.';
		}
		return value.length > longest
			? `is ${value.length} characters long; a hover takes ${longest}. Shorten it.`
			: undefined;
	};
}

function strings(value: unknown): string | undefined {
	return Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '')
		? undefined
		: 'is a list of names. Write each on a line of its own, after “- ”; one such as “no” in quotes.';
}

function identifiers(value: unknown): string | undefined {
	return Array.isArray(value) && value.every((item) => identifier(item) === undefined)
		? undefined
		: 'is a list of the ids of other terms. Write each on a line of its own, after “- ”.';
}

function sources(value: unknown): string | undefined {
	const isSource = (item: unknown): boolean => item instanceof Map && (item.has('reference') || item.has('citation'));
	return Array.isArray(value) && value.every(isSource)
		? undefined
		: 'is a list; each source has a `reference` (a citation key) or a `citation` (author, year, title). Add it.';
}

function map(value: unknown): string | undefined {
	return value instanceof Map ? undefined : 'is a map. Write “name: value” on lines of their own, indented.';
}

function oneOf(...values: readonly string[]): Check {
	return (value) =>
		typeof value === 'string' && values.includes(value) ? undefined : `is one of ${values.join(', ')}. Choose one.`;
}
