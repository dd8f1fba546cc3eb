import { type Data, problemAt } from '../data';
import type { Problem } from '../problem';

/** Records of works that contradict themselves, or that nothing can be matched with. */
export function* works(data: Data): Iterable<Problem> {
	for (const entry of data.references) {
		const { id, custom } = entry.record;
		const { level, not_seen } = custom.verification;
		if (level === 'partial' && !not_seen) {
			const advice = 'Name it under `not_seen`, or write "full" if all was seen.';
			yield problemAt(
				entry,
				['custom', 'verification', 'level'],
				`"${id}" is checked in part, and nothing says what was not seen.`,
				advice,
			);
		}
	}
	for (const entry of data.retractions) {
		const { id, doi, pmid, title, volume, page } = entry.record;
		if (doi ?? pmid ?? title ?? (volume && page)) continue;
		const advice = 'Add its DOI, PMID, title, or volume and page, as seen.';
		yield problemAt(entry, ['id'], `Nothing tells which work "${id}" is.`, advice);
	}
}
