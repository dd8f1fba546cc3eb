import type { Bibliography, FileEntry } from '../bibliography/bibliography';
import { citedEntry } from '../bibliography/citedEntry';
import { type KeyOccurrence, keyInArticle, keyInBibliography } from '../bibliography/keyOccurrences';
import type { Snapshot } from '../snapshot';

/** A citation key under the cursor. */
export interface FoundKey {
	readonly occurrence: KeyOccurrence;
	/** The writer's entry that it means, if there is one. */
	readonly entry: FileEntry | undefined;
}

/** The key under an offset of a manuscript. */
export function keyAt({ article, library }: Snapshot, offset: number): FoundKey | undefined {
	const occurrence = keyInArticle(article, offset);
	return (
		occurrence && {
			occurrence,
			entry: occurrence.kind === 'citation' ? citedEntry(library, occurrence.key) : entryMeant(occurrence, library.own),
		}
	);
}

/** The key under an offset of a bibliography. */
export function keyAtInBibliography(bibliography: Bibliography, offset: number): FoundKey | undefined {
	const occurrence = keyInBibliography(bibliography, offset);
	const withKey = (key: string): FileEntry | undefined => bibliography.blocks.findLast((block) => block.key === key);
	return occurrence && { occurrence, entry: entryMeant(occurrence, withKey) };
}

function entryMeant(
	{ kind, key, entry }: KeyOccurrence,
	withKey: (key: string) => FileEntry | undefined,
): FileEntry | undefined {
	return kind === 'parent' ? withKey(key) : entry;
}
