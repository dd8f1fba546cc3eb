import type { Range } from '../text/range';
import type { Bibliography, FileEntry } from './bibliography';

/** What to delete so that an entry is gone, and the rest of the file reads as before. */
export function removalOf(bibliography: Bibliography, entry: FileEntry): Range {
	const index = bibliography.blocks.indexOf(entry);
	const next = bibliography.blocks[index + 1];
	const { start, end } = entry.range;
	const rest = entry.text.source.slice(entry.text.end);
	switch (bibliography.format) {
		case 'csl-json': {
			// The comma goes with the entry: the one behind it, or before the last entry the one in front.
			const previous = bibliography.blocks[index - 1];
			return next ? { start, end: next.start } : { start: previous?.range.end ?? start, end };
		}
		case 'csl-yaml':
			return { start, end: next ? next.start : end + (/^[ \t]*\r?\n/.exec(rest)?.[0].length ?? 0) };
		case 'bibtex':
			return { start, end: end + (/^\s*/.exec(rest)?.[0].length ?? 0) };
	}
}

/** The entries that another one takes fields from: they are needed though nobody cites them. */
export function parentKeysOf({ blocks }: Bibliography): ReadonlySet<string> {
	return new Set(
		blocks.flatMap(({ text }) => text.uses.flatMap(({ kind, name }) => (kind === 'parent' ? [name] : []))),
	);
}
