import { type Data, type Entry, problemAt } from '../data';
import type { Problem } from '../problem';
import type { ReferenceRecord, SourceRecord } from '../records';

type SourceField = 'sources' | 'support' | 'qualify';

/** Sources that name no reference, repeat one, or rest on retracted work; terms and claims without any. */
export function* sources(data: Data): Iterable<Problem> {
	const references = new Map(data.references.map(({ record }) => [record.id, record]));
	const retracted = new Set(
		data.retractions.flatMap(({ record }) => [record.id, record.doi?.toLowerCase() ?? record.id]),
	);
	for (const entry of data.terms) {
		const { record } = entry;
		yield* sourceList(entry, 'sources', record.sources, references, retracted);
		const none = record.sources === undefined;
		if (none && record.support !== 'none-yet') {
			const advice = 'Add what the definition rests on, or write "support: none-yet".';
			yield problemAt(entry, ['id'], `"${record.id}" has no source.`, advice);
		} else if (!none && record.support === 'none-yet') {
			yield problemAt(
				entry,
				['support'],
				`"${record.id}" has sources, and its support is none-yet.`,
				'Say how directly they back the definition.',
			);
		}
	}
	for (const entry of data.claims) {
		const { record } = entry;
		yield* sourceList(entry, 'support', record.support, references, retracted);
		yield* sourceList(entry, 'qualify', record.qualify, references, new Set());
		if (!record.support && !record.qualify) {
			const advice = 'Add what supports or qualifies it, or take the claim out.';
			yield problemAt(entry, ['id'], `Claim "${record.id}" has no source.`, advice);
		}
	}
	for (const entry of data.references) {
		const { id, DOI } = entry.record;
		if (!retracted.has(id) && !retracted.has(DOI?.toLowerCase() ?? id)) continue;
		yield problemAt(
			entry,
			['id'],
			`"${id}" is in retractions.yaml.`,
			'Take it out here: a retracted work is not offered for citation.',
		);
	}
}

function* sourceList(
	entry: Entry<unknown>,
	field: SourceField,
	list: readonly SourceRecord[] = [],
	references: ReadonlyMap<string, ReferenceRecord>,
	retracted: ReadonlySet<string>,
): Iterable<Problem> {
	const seen = new Set<string>();
	const byDoi = new Map([...references.values()].map((record) => [record.DOI?.toLowerCase(), record.id]));
	for (const [index, source] of list.entries()) {
		const name = source.reference ?? source.citation ?? '';
		const doi = source.doi?.toLowerCase();
		if (seen.has(name))
			yield problemAt(entry, [field, index], `"${name}" stands twice under \`${field}\`.`, 'Take one out.');
		seen.add(name);
		if (source.reference !== undefined && !references.has(source.reference)) {
			const advice = 'Correct the id, add the record, or give a `citation` instead.';
			yield problemAt(entry, [field, index, 'reference'], `"${source.reference}" is not in references.json.`, advice);
		}
		if (source.reference !== undefined && source.citation !== undefined) {
			yield problemAt(
				entry,
				[field, index, 'citation'],
				`The citation of "${source.reference}" is in references.json already.`,
				'Take `citation` out.',
			);
		}
		if (source.reference === undefined && doi !== undefined && byDoi.has(doi)) {
			const advice = `Write "reference: ${byDoi.get(doi)}" instead of citation and DOI.`;
			yield problemAt(entry, [field, index, 'doi'], `${source.doi} is a record of references.json.`, advice);
		}
		if (doi !== undefined && retracted.has(doi)) {
			const advice = 'Take it out, or find work that was not retracted.';
			yield problemAt(entry, [field, index, 'doi'], `${source.doi} was retracted (retractions.yaml).`, advice);
		}
	}
}
