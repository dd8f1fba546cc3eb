import type { Bibliography, FileEntry } from '../../bibliography/bibliography';
import { fileName } from '../../bibliography/fileName';
import type { Rule } from '../rule';

/** An entry that is not well formed. Reported at its place; in the manuscript only while the bibliography is not open. */
export const invalidEntry: Rule = {
	code: 'invalid-entry',
	defaultSeverity: 'warning',
	*check({ namedBibliographies }) {
		for (const { named, bibliography, isOpen } of namedBibliographies) {
			const [first] = isOpen ? [] : bibliography.problems;
			if (first) {
				yield {
					range: named.range,
					message: `${countOf(bibliography)} in “${fileName(bibliography.uri)}”, so what is cited from it may come out wrong. The first: ${first.message} Open the file to see each of them.`,
					related: [{ message: first.message, range: first.range, bibliography }],
				};
			}
		}
	},
	checkBibliography: ({ bibliography }) => bibliography.problems.map(({ range, message }) => ({ range, message })),
};

/** "Two entries have problems": a damaged entry may have several. */
function countOf({ blocks, problems }: Bibliography): string {
	const damaged = new Set<FileEntry | undefined>();
	let index = 0;
	for (const { range } of [...problems].sort((a, b) => a.range.start - b.range.start)) {
		while ((blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= range.start) index++;
		damaged.add(blocks[index]);
	}
	return damaged.size === 1 ? 'An entry is not well formed' : `${damaged.size} entries are not well formed`;
}
