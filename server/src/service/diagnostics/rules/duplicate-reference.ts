import { type Citation, citationsOf } from '../../article/article';
import type { FileEntry } from '../../bibliography/bibliography';
import { marksOf } from '../../bibliography/identityIndex';
import { likeness, sameWorksIn } from '../../bibliography/sameWorks';
import type { Snapshot } from '../../snapshot';
import type { Finding, Rule } from '../rule';

/** One work under two keys: the reference list will print it twice. */
export const duplicateReference: Rule = {
	code: 'duplicate-reference',
	defaultSeverity: 'warning',
	check: worksCitedTwice,
	*checkBibliography({ bibliography }) {
		for (const { entry, earlier, likeness: like } of sameWorksIn(bibliography)) {
			if (entry.key === '' || earlier.key === '') continue;
			yield {
				range: entry.keyRange,
				severity: 'information',
				message: `“${entry.key}” is the same work as “${earlier.key}”: they share their ${like}. Cited under both keys it is listed twice. Keep one of them.`,
				related: [{ message: 'The same work', range: earlier.keyRange, bibliography }],
				data: { kind: 'duplicate-reference', from: entry.key, into: earlier.key },
			};
		}
	},
};

function* worksCitedTwice({ article, library }: Snapshot): Iterable<Finding> {
	const firstWith = new Map<string, { readonly citation: Citation; readonly entry: FileEntry }>();
	const seen = new Set<FileEntry>();
	for (const citation of citationsOf(article)) {
		const entry = library.own(citation.key);
		if (!entry || seen.has(entry)) continue;
		seen.add(entry);
		// Kept once read: cited works are few, and looked at after every edit.
		const { reference } = entry;
		const marks = marksOf(reference);
		const earlier = marks.map((mark) => firstWith.get(mark)).find((found) => found !== undefined);
		const like = earlier && likeness(earlier.entry.reference, reference);
		if (earlier && like) {
			const { key } = earlier.citation;
			yield {
				range: citation.keyRange,
				message: `“${citation.key}” is the work that is cited as “${key}” before: they share their ${like}. It will be listed twice. Cite it under one key.`,
				related: [{ message: `Cited as “${key}”`, range: earlier.citation.keyRange }],
				data: { kind: 'duplicate-reference', from: citation.key, into: key },
			};
		} else {
			for (const mark of marks) firstWith.set(mark, firstWith.get(mark) ?? { citation, entry });
		}
	}
}
