import { type Data, problemAt } from '../data';
import type { Problem } from '../problem';

/**
 * Readings that name no term, context for a reading that is none of them, and terms whose own list of ambiguous
 * abbreviations is not in the common one.
 */
export function* abbreviations(data: Data): Iterable<Problem> {
	const ids = new Set(data.terms.map(({ record }) => record.id));
	const declared = new Map(data.abbreviations.map(({ record }) => [record.abbreviation, record]));
	for (const entry of data.abbreviations) {
		const { abbreviation, readings, terms = [], awaited = [], context = {} } = entry.record;
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
		for (const reading of Object.keys(context)) {
			if (readings.includes(reading)) continue;
			const message = `"${abbreviation}" has context for "${reading}", which is none of its readings.`;
			yield problemAt(entry, ['context', reading], message, 'Write the reading as it stands under `readings`.');
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
