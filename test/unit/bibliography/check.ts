import assert from 'node:assert/strict';
import { type Bibliography, readBibliography } from '../../../server/src/service/bibliography/bibliography';
import type { Reference } from '../../../server/src/service/bibliography/reference';

/** The reference of the only entry in a BibTeX text, without its key. */
export function referenceIn(text: string): Omit<Reference, 'key'> {
	const { entries } = readBibliography('file:///refs.bib', text);
	assert.equal(entries.length, 1, `one entry expected in ${text}`);
	const { key: _, ...reference } = entries[0]?.reference ?? assert.fail();
	return reference;
}

/** Compares the fields that are named; the others may be anything. */
export function checkReference(text: string, expected: Partial<Reference>): void {
	const reference: Partial<Reference> = referenceIn(text);
	for (const [field, value] of Object.entries(expected)) {
		assert.deepEqual(Object.entries(reference).find(([name]) => name === field)?.[1], value, field);
	}
}

/** All problems as "code: the text they are about". */
export function problemsIn(text: string, uri = 'file:///refs.bib'): readonly string[] {
	return readBibliography(uri, text).problems.map(
		({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`,
	);
}

/** What two readings of the same text must agree in. */
export function contentOf(bibliography: Bibliography): unknown {
	return {
		format: bibliography.format,
		head: bibliography.head,
		problems: bibliography.problems,
		blocks: bibliography.blocks.map(({ key, range, keyRange, aliases }) => ({ key, range, keyRange, aliases })),
		entries: bibliography.entries.map(({ key, range, reference }) => ({ key, range, reference })),
	};
}

/** Entries lie inside the text, in order, apart from each other, with their keys inside. */
export function checkRanges(bibliography: Bibliography, text: string): void {
	let end = 0;
	for (const { key, range, keyRange } of bibliography.entries) {
		assert.ok(range.start >= end && range.end > range.start && range.end <= text.length, `range of ${key}`);
		assert.ok(keyRange.start >= range.start && keyRange.end <= range.end, `key range of ${key}`);
		end = range.end;
	}
	for (const { range } of bibliography.problems) {
		assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, 'range of a problem');
	}
}
