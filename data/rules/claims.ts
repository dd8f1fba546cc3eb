import { type Data, problemAt } from '../data';
import type { Problem } from '../problem';

/** Claims that speak of what is no term. */
export function* claimTerms(data: Data): Iterable<Problem> {
	const ids = new Set(data.terms.map(({ record }) => record.id));
	for (const entry of data.claims) {
		for (const [index, id] of entry.record.terms.entries()) {
			if (ids.has(id)) continue;
			yield problemAt(
				entry,
				['terms', index],
				`Claim "${entry.record.id}" names "${id}", which is no term.`,
				'Correct the id or take it out.',
			);
		}
	}
}
