import { type Data, problemAt } from '../data';
import type { Problem } from '../problem';

/** Readings that name no term, and terms whose own list of ambiguous abbreviations is not in the common one. */
export function* abbreviations(data: Data): Iterable<Problem> {
	const ids = new Set(data.terms.map(({ record }) => record.id));
	const declared = new Map(data.abbreviations.map(({ record }) => [record.abbreviation, record]));
	for (const entry of data.abbreviations) {
		const { abbreviation, terms = [], awaited = [] } = entry.record;
		for (const [index, id] of terms.entries()) {
			if (ids.has(id)) continue;
			const advice = 'Correct the id, or move it to `awaited` if the term is still to come.';
			yield problemAt(entry, ['terms', index], `"${abbreviation}" names "${id}", which is no term.`, advice);
		}
		for (const [index, id] of awaited.entries()) {
			if (!ids.has(id)) continue;
			yield problemAt(
				entry,
				['awaited', index],
				`"${id}" is awaited under "${abbreviation}" and has come.`,
				'Move it to `terms`.',
			);
		}
	}
	for (const entry of data.terms) {
		for (const abbreviation of Object.keys(entry.record.ambiguous ?? {})) {
			const { id } = entry.record;
			if (declared.get(abbreviation)?.terms?.includes(id)) continue;
			const message = `"${abbreviation}" is ambiguous in "${id}", and abbreviations.yaml does not list the term under it.`;
			yield problemAt(
				entry,
				['ambiguous', abbreviation],
				message,
				`Add "${id}" there to the \`terms\` of ${abbreviation}.`,
			);
		}
	}
}
