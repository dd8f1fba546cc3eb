import { formatEntry } from '../bibliography/writeEntry';
import type { Snapshot } from '../snapshot';
import { keyAt } from './keyAt';

/** The entry that the key under an offset means, as its file has it; in BibTeX if it is one of Metascribe's. */
export function entryTextAt(
	snapshot: Snapshot,
	offset: number,
): { readonly key: string; readonly text: string } | undefined {
	const found = keyAt(snapshot, offset);
	if (found?.entry) {
		return { key: found.entry.key, text: found.entry.source };
	}
	const builtIn = found && snapshot.library.builtIn(found.occurrence.key);
	return builtIn && { key: builtIn.key, text: formatEntry(builtIn.reference, builtIn.key, 'bibtex') };
}
