import { type Data, type Entry, problemAt } from '../data';
import type { Problem } from '../problem';

/** Two records of one kind with the same id, and two references with the same DOI or PMID. */
export function* duplicates(data: Data): Iterable<Problem> {
	yield* repeated(data.terms, ['id'], (term) => term.id);
	yield* repeated(data.categories, ['id'], (category) => category.id);
	yield* repeated(data.categories, ['order'], (category) => String(category.order));
	yield* repeated(data.references, ['id'], (reference) => reference.id);
	yield* repeated(data.references, ['DOI'], (reference) => reference.DOI?.toLowerCase());
	yield* repeated(data.references, ['PMID'], (reference) => reference.PMID);
	yield* repeated(data.claims, ['id'], (claim) => claim.id);
	yield* repeated(data.abbreviations, ['abbreviation'], (abbreviation) => abbreviation.abbreviation);
	yield* repeated(data.conditions, ['surface'], (condition) => condition.surface);
	yield* repeated(data.retractions, ['id'], (retraction) => retraction.id);
	yield* repeated(data.retractions, ['doi'], (retraction) => retraction.doi?.toLowerCase());
}

function* repeated<T>(
	entries: readonly Entry<T>[],
	field: readonly [string],
	keyOf: (record: T) => string | undefined,
): Iterable<Problem> {
	const first = new Map<string, Entry<T>>();
	for (const entry of entries) {
		const key = keyOf(entry.record);
		if (key === undefined) continue;
		const other = first.get(key);
		if (!other) {
			first.set(key, entry);
			continue;
		}
		const where = `${other.source.file}:${other.source.lineOf([...other.path, ...field])}`;
		const advice = `It stands first at ${where}. Merge the two entries or change one.`;
		yield problemAt(entry, field, `\`${field[0]}\` "${key}" is taken.`, advice);
	}
}
