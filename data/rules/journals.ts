import { type Data, type Entry, problemAt } from '../data';
import type { Problem } from '../problem';
import type { JournalRecord, ReferenceRecord } from '../records';

/** Fewer different years than this can agree by chance. */
const fewestYears = 3;

/** Journal facts that the checked references do not bear out, and journals under two names. */
export function* journals(data: Data): Iterable<Problem> {
	const byName = new Map<string, ReferenceRecord[]>();
	for (const { record } of data.references) {
		if (!hasCheckedVolume(record)) continue;
		const name = record['container-title'];
		byName.set(name, [...(byName.get(name) ?? []), record]);
	}
	for (const entry of data.journals) yield* oneJournal(entry, byName.get(entry.record.name) ?? []);
	yield* twoNames(data);
}

function* oneJournal(entry: Entry<JournalRecord>, works: readonly ReferenceRecord[]): Iterable<Problem> {
	const { name, year_minus_volume, records } = entry.record;
	const contrary = works.find((work) => yearOf(work) - Number(work.volume) !== year_minus_volume);
	if (contrary) {
		const message = `Volume ${contrary.volume} of ${yearOf(contrary)} ("${contrary.id}") does not fit "${name}".`;
		yield problemAt(entry, ['year_minus_volume'], message, 'Correct the record there, or take the journal out.');
	} else if (new Set(works.map(yearOf)).size < fewestYears) {
		const message = `Checked references of "${name}" are of fewer than ${fewestYears} years.`;
		yield problemAt(entry, ['name'], message, 'Correct the name, or take the journal out.');
	} else if (works.length !== records) {
		const message = `${works.length} checked references bear out "${name}", not ${records}.`;
		yield problemAt(entry, ['records'], message, `Write "records: ${works.length}".`);
	}
}

/** Whether year and volume stand there as numbers and somebody saw both. */
function hasCheckedVolume({ volume, custom }: ReferenceRecord): boolean {
	const unseen = custom.verification.not_seen ?? [];
	const seen = !unseen.some((field) => field.startsWith('volume') || field.startsWith('year'));
	return seen && /^\d+$/.test(volume ?? '');
}

function yearOf(record: ReferenceRecord): number {
	return record.issued['date-parts'][0]?.[0] ?? 0;
}

/** References that give one journal under two names. */
function* twoNames(data: Data): Iterable<Problem> {
	const first = new Map<string, string>();
	for (const entry of data.references) {
		const name = entry.record['container-title'];
		const folded = name
			.toLowerCase()
			.replace(/^the /, '')
			.replace(/&/g, 'and')
			.replace(/[^\p{L}\d]/gu, '');
		const other = first.get(folded);
		if (other === undefined) first.set(folded, name);
		else if (other !== name) {
			const message = `"${name}" is called "${other}" in another record.`;
			yield problemAt(entry, ['container-title'], message, 'Use one name in all records.');
		}
	}
}
