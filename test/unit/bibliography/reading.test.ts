import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
	readBibliography,
	readBibliographyInSteps,
	readInlineReferences,
} from '../../../server/src/service/bibliography/bibliography';
import { files } from './arbitraries';
import { checkRanges, contentOf } from './check';

suite('reading any text', () => {
	test('never throws, and ranges are in the text, in order and apart', () => {
		fc.assert(
			fc.property(files, ({ uri, pieces }) => {
				const text = pieces.join('');
				const bibliography = readBibliography(uri, text);
				checkRanges(bibliography, text);
				contentOf(bibliography);
				const sources = bibliography.blocks.map(({ text: { source } }) => source);
				assert.equal(bibliography.head + sources.join(''), text);
			}),
			{ seed: 4, numRuns: 300 },
		);
	});

	test('reading after a change gives what reading afresh gives', () => {
		const change = fc.record({
			file: files,
			start: fc.nat({ max: 14 }),
			count: fc.nat({ max: 4 }),
			replacement: files,
			characters: fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 3 }), fc.constantFrom('', '}', '{', '@', '"', 'x', '%')),
		});
		fc.assert(
			fc.property(change, ({ file, start, count, replacement, characters: [at, removed, inserted] }) => {
				const { uri, pieces } = file;
				const first = readBibliography(uri, pieces.join(''));
				contentOf(first);
				const changed = [...pieces];
				changed.splice(start, count, ...replacement.pieces);
				const second = changed.join('');
				const third = second.slice(0, at) + inserted + second.slice(at + removed);
				let bibliography = first;
				for (const text of [second, third, pieces.join('')]) {
					bibliography = readBibliography(uri, text, bibliography);
					assert.deepEqual(contentOf(bibliography), contentOf(readBibliography(uri, text)));
					const numbers = bibliography.blocks.map(({ number }) => number);
					assert.equal(new Set(numbers).size, numbers.length, 'numbers are unique');
				}
			}),
			{ seed: 4, numRuns: 300 },
		);
	});
});

suite('reading a file again', () => {
	const entry = (key: string, title = key) => `@article{${key},\n  title = {${title}},\n  year = 2000\n}\n\n`;
	const keys = Array.from({ length: 40 }, (_, index) => `key${index}`);
	const read = (text: string, previous?: ReturnType<typeof readBibliography>) =>
		readBibliography('file:///refs.bib', text, previous);

	test('an unchanged file is the same bibliography', () => {
		const text = keys.map((key) => entry(key)).join('');
		const first = read(text);
		assert.equal(read(text, first), first);
	});

	test('unchanged entries keep their text and what was decoded, wherever they move', () => {
		const first = read(keys.map((key) => entry(key)).join(''));
		const references = first.entries.map(({ reference }) => reference);
		const second = read(keys.map((key) => entry(key, key === 'key20' ? 'changed and longer' : key)).join(''), first);
		const same = second.entries.filter(({ reference }, index) => reference === references[index]);
		assert.equal(same.length, keys.length - 1);
		assert.equal(second.entries[20]?.reference.title, 'changed and longer');
		assert.equal(
			second.entries[30]?.range.start,
			(first.entries[30]?.range.start ?? 0) + 'changed and longer'.length - 5,
		);
	});

	test('entries that only change places are not read again', () => {
		const first = read(keys.map((key) => entry(key)).join(''));
		const byKey = new Map(first.entries.map(({ key, reference }) => [key, reference]));
		const second = read(
			[...keys]
				.reverse()
				.map((key) => entry(key))
				.join(''),
			first,
		);
		assert.ok(second.entries.every(({ key, reference }) => reference === byKey.get(key)));
	});

	test('a changed @string or parent changes what uses it, and nothing else', () => {
		const rest =
			'@article{a, journal = nat}\n@incollection{b, crossref = {c}}\n@book{c, title = {C}}\n@misc{d, title = {D}}\n';
		const first = read(`@string{nat = "Nature"}\n${rest}`);
		const before = first.entries.map(({ reference }) => reference);
		const second = read(`@string{nat = "Nature Cancer"}\n${rest.replace('{C}', '{Cells}')}`, first);
		const after = second.entries.map(({ reference }) => reference);
		assert.deepEqual(
			after.map(({ containerTitle }) => containerTitle),
			['Nature Cancer', 'Cells', undefined, undefined],
		);
		assert.equal(after[3], before[3]);
	});

	test('another file or another format is read afresh', () => {
		const first = read(entry('a'));
		const second = readBibliography('file:///other.bib', entry('a'), first);
		assert.notEqual(second.numbering, first.numbering);
	});

	test('reading in steps gives way often and ends with the same', () => {
		const text = Array.from({ length: 8000 }, (_, index) => entry(`key${index}`)).join('');
		const reading = readBibliographyInSteps('file:///refs.bib', text);
		let pauses = 0;
		for (;;) {
			const step = reading.next();
			if (step.done) {
				assert.equal(step.value.entries.length, 8000);
				break;
			}
			pauses++;
		}
		assert.ok(pauses >= 2, `${pauses} pauses`);
	});
});

suite('references in the metadata of a document', () => {
	test('are read with the offsets of the document', () => {
		const metadata = `---
title: A review
author:
- name: Not a reference
references:
- id: kaplan2005
  title: VEGFR1-positive progenitors
  type: article-journal
  issued:
    year: 2005
- {id: psaila2009, title: The metastatic niche}
keywords:
- id: not
---
`;
		const text = `${metadata}\n- id: no reference either\n`;
		const { entries, problems } = readInlineReferences('file:///a.md', text.slice(0, metadata.length), 0);
		assert.deepEqual(
			entries.map(({ key, keyRange, reference: { title, year } }) => [
				key,
				text.slice(keyRange.start, keyRange.end),
				title,
				year,
			]),
			[
				['kaplan2005', 'kaplan2005', 'VEGFR1-positive progenitors', 2005],
				['psaila2009', 'psaila2009', 'The metastatic niche', undefined],
			],
		);
		assert.deepEqual(problems, []);
	});

	test('there need not be any', () => {
		const { entries } = readInlineReferences('file:///a.md', '---\ntitle: A\nauthor:\n- id: x\n---\n', 0);
		assert.deepEqual(entries, []);
	});
});
