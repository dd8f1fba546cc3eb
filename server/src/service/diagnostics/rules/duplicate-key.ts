import { citationsOf } from '../../article/article';
import type { Bibliography, FileEntry } from '../../bibliography/bibliography';
import { fileName } from '../../bibliography/fileName';
import { removalOf } from '../../bibliography/removeEntry';
import { likeness } from '../../bibliography/sameWorks';
import type { Snapshot } from '../../snapshot';
import type { Finding, Rule } from '../rule';

/** One key for several entries: which of them a citation means is decided by their order. */
export const duplicateKey: Rule = {
	code: 'duplicate-key',
	defaultSeverity: 'warning',
	check: keysOfDifferentWorks,
	*checkBibliography({ bibliography }) {
		const last = new Map<string, FileEntry>();
		for (const entry of bibliography.entries) last.set(entry.key, entry);
		for (const entry of bibliography.entries) {
			const counting = last.get(entry.key);
			if (counting && counting !== entry && entry.key !== '') {
				yield hidden(bibliography, entry, counting);
			}
		}
	},
};

function hidden(bibliography: Bibliography, entry: FileEntry, counting: FileEntry): Finding {
	const same = isSameWork(entry, counting);
	return {
		range: entry.keyRange,
		message: `Another entry below has the key “${entry.key}”, too, and is the one that is cited. ${
			same ? 'Remove this one.' : 'Give one of them another key.'
		}`,
		related: [{ message: 'The entry that is cited', range: counting.keyRange, bibliography }],
		...(same && {
			data: { kind: 'removable-entry', title: 'Remove this entry', removal: removalOf(bibliography, entry) },
		}),
	};
}

/** In a manuscript it matters where the entries are different works, be it in one file or in two. */
function* keysOfDifferentWorks({ article, library }: Snapshot): Iterable<Finding> {
	const seen = new Set<string>();
	for (const { key, keyRange } of citationsOf(article)) {
		if (seen.has(key)) continue;
		seen.add(key);
		const entries = library.entriesOf(key);
		if (entries.length < 2) continue;
		const cited = library.own(key);
		const others = cited ? entries.filter((entry) => entry !== cited && !isSameWork(entry, cited)) : [];
		const [other] = others;
		if (cited && other) {
			const where = other.uri === cited.uri ? fileName(cited.uri) : `${fileName(other.uri)} and ${fileName(cited.uri)}`;
			yield {
				range: keyRange,
				message: `“${key}” is the key of ${others.length + 1} different works (${where}). The citation means “${titleOf(cited)}”. Give the other another key.`,
				related: [cited, ...others].flatMap((entry) => {
					const bibliography = library.bibliographies.find(({ uri }) => uri === entry.uri);
					return bibliography ? [{ message: titleOf(entry), range: entry.keyRange, bibliography }] : [];
				}),
			};
		}
	}
}

function isSameWork(a: FileEntry, b: FileEntry): boolean {
	const [one, other] = [a.read({ abstract: false }), b.read({ abstract: false })];
	return a.source === b.source || likeness(one, other) !== undefined || (one.title ?? '') === (other.title ?? '');
}

function titleOf(entry: FileEntry): string {
	return entry.read({ abstract: false }).title ?? entry.key;
}
