import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import type { Entry } from '../../../server/src/service/bibliography/collection';
import { createLayeredIndex } from '../../../server/src/service/bibliography/layers';
import { builtInReferences, createLibrary } from '../../../server/src/service/bibliography/library';
import { prepareSearch } from '../../../server/src/service/bibliography/search';

/** A bibliography of so many entries, each with a DOI of its own. */
function bibliographyOf(size: number) {
	const entries = Array.from({ length: size }, (_, index) => `@article{k${index}, doi = {10.1000/${index}}}\n`);
	return readBibliography('file:///references.bib', entries.join(''));
}

/** An index that counts what it is built from, one entry at a step. */
function countingIndex() {
	const read: string[] = [];
	const index = createLayeredIndex(function* (entries: readonly Entry[]) {
		for (const { key } of entries) {
			read.push(key);
			yield;
		}
		return entries.length;
	});
	return { index, read };
}

suite('Indexes built in steps', () => {
	test('two that prepare an index at a time share the work', () => {
		const { index, read } = countingIndex();
		const bibliography = bibliographyOf(3);
		const first = index.prepare(bibliography);
		const second = index.prepare(bibliography);
		first.next();
		second.next();
		assert.deepEqual(read, ['k0', 'k1']);
		for (const _ of first) assert.equal(index.isReady(bibliography), false);
		assert.equal(second.next().done, true);
		assert.deepEqual(read, ['k0', 'k1', 'k2']);
	});

	test('who cannot wait finishes what was begun', () => {
		const { index, read } = countingIndex();
		const bibliography = bibliographyOf(3);
		index.prepare(bibliography).next();
		assert.equal(index.layersOf(bibliography)[0]?.index, 3);
		assert.deepEqual(read, ['k0', 'k1', 'k2']);
	});

	test('a work is at hand in a large bibliography only once its index is there', () => {
		const large = createLibrary([bibliographyOf(600)], builtInReferences([]));
		const work = { key: 'x', type: 'article-journal', authors: [], doi: '10.1000/599' };
		assert.equal(large.sameWorkAtHand(work), undefined);
		prepareSearch(large).next();
		assert.equal(large.sameWorkAtHand(work), undefined);
		for (const _ of prepareSearch(large));
		assert.equal(large.sameWorkAtHand(work)?.key, 'k599');
	});

	test('a work is always at hand in a small bibliography', () => {
		const small = createLibrary([bibliographyOf(20)], builtInReferences([]));
		assert.equal(small.sameWorkAtHand({ key: 'x', type: 'article-journal', authors: [], doi: '10.1000/7' })?.key, 'k7');
	});
});
