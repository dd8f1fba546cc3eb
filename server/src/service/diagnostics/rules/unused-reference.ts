import type { FileEntry } from '../../bibliography/bibliography';
import { parentKeysOf, removalOf } from '../../bibliography/removeEntry';
import { mentionsOf } from '../../mentions';
import type { Rule } from '../rule';

/** A bibliography with more than this many unused entries is a library for many manuscripts, and none of them is a slip. */
const MOST_UNUSED = 500;

/** An entry that no manuscript cites. Said only where a manuscript that uses the bibliography is known. */
export const unusedReference: Rule = {
	code: 'unused-reference',
	defaultSeverity: 'hint',
	*checkBibliography(snapshot) {
		const { bibliography, manuscripts } = snapshot;
		const isMentioned = mentionsOf(snapshot);
		if (manuscripts.length === 0) return;
		const parents = parentKeysOf(bibliography);
		const isUnused = (entry: FileEntry): boolean => entry.key !== '' && !parents.has(entry.key) && !isMentioned(entry);
		const unused = bibliography.entries.filter(isUnused);
		if (unused.length > MOST_UNUSED) return;
		const where = manuscripts.length === 1 ? 'The manuscript' : `None of the ${manuscripts.length} manuscripts`;
		const does = manuscripts.length === 1 ? 'does not cite' : 'cites';
		for (const entry of unused) {
			yield {
				range: entry.keyRange,
				message: `${where} that uses this bibliography ${does} “${entry.key}”. Cite it, or remove the entry.`,
				unnecessary: true,
				data: { kind: 'removable-entry', title: 'Remove this entry', removal: removalOf(bibliography, entry) },
			};
		}
	},
};
