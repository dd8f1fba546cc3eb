import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import { problemsIn } from './check';

const kaplan = {
	key: 'kaplan2005',
	type: 'article-journal',
	title: 'VEGFR1-positive haematopoietic progenitors',
	authors: [
		{ family: 'Kaplan', given: 'Rosandra N.' },
		{ family: 'Berg', given: 'J', particle: 'van den' },
		{ literal: 'A Group' },
	],
	year: 2005,
	containerTitle: 'Nature',
	volume: '438',
	issue: '7069',
	page: '820-827',
	doi: '10.1038/nature04186',
	pmid: '16341007',
	pmcid: 'PMC2945882',
	keywords: ['niche', 'metastasis'],
};

suite('CSL JSON', () => {
	const item = `{
    "id": "kaplan2005",
    "type": "article-journal",
    "title": "<span class=\\"nocase\\">VEGFR1</span>-positive haematopoietic progenitors",
    "author": [
      {"family": "Kaplan", "given": "Rosandra N."},
      {"family": "Berg", "given": "J", "non-dropping-particle": "van den"},
      {"literal": "A Group"}
    ],
    "issued": {"date-parts": [["2005", 12, 8]]},
    "container-title": "Nature", "volume": 438, "issue": "7069", "page": "820–827",
    "DOI": "https://doi.org/10.1038/nature04186",
    "note": "PMID: 16341007\\nPMCID: PMC2945882",
    "keyword": "niche, metastasis"
  }`;

	test('an item', () => {
		const text = `[\n  ${item}\n]\n`;
		const { entries, format, problems } = readBibliography('file:///refs.json', text);
		assert.equal(format, 'csl-json');
		assert.deepEqual(
			entries.map(({ reference }) => reference),
			[kaplan],
		);
		assert.deepEqual(
			entries.map(({ source, keyRange }) => [source, text.slice(keyRange.start, keyRange.end)]),
			[[item, 'kaplan2005']],
		);
		assert.deepEqual(problems, []);
	});

	test('a list inside an object, and numbers as keys', () => {
		const text = '{"items": [{"id": 12, "title": "A"}, {"title": "B", "id": "b\\u00e9"}]}';
		const { entries } = readBibliography('file:///refs.json', text);
		assert.deepEqual(
			entries.map(({ key, reference: { title } }) => [key, title]),
			[
				['12', 'A'],
				['bé', 'B'],
			],
		);
	});

	/** Each has the intact items a and z. */
	const damages: readonly (readonly [name: string, text: string, problems: readonly string[]])[] = [
		['no comma between items', '[{"id": "a"}\n{"id": "z"}]', ['missing-comma: }']],
		['a comma after the last item', '[{"id": "a"},\n{"id": "z"},\n]', ['unexpected-text: }']],
		['no end of the list', '[{"id": "a"},\n{"id": "z"}', ['unclosed-list: }']],
		['no comma between properties', '[{"id": "a"},{"id": "m" "title": "M"},{"id": "z"}]', ['unreadable-entry: {']],
		['no closing brace', '[{"id": "a"},{"id": "m", "title": "M",\n{"id": "z"}]', ['unclosed-entry: {"id": "m']],
		[
			'no closing quotation mark',
			'[{"id": "a"},{"id": "m", "title": "M,\n"x": 1},{"id": "z"}]',
			['unclosed-value: "M,'],
		],
		[
			'no closing bracket',
			'[{"id": "a"},{"id": "m", "author": [{"family": "M"},},{"id": "z"}]',
			['unreadable-entry: {'],
		],
		['no id', '[{"id": "a"},{"title": "M"},{"id": "z"}]', ['missing-key: {']],
		['a comment', '[{"id": "a"}, // comment\n{"id": "z"}]', []],
	];
	for (const [name, text, problems] of damages) {
		test(`${name}: the other items are kept`, () => {
			const { entries } = readBibliography('file:///refs.json', text);
			assert.deepEqual(
				entries.map(({ key }) => key).filter((key) => key === 'a' || key === 'z'),
				['a', 'z'],
			);
			assert.deepEqual(problemsIn(text, 'file:///refs.json'), problems);
		});
	}

	test('what can be made out of a broken item', () => {
		const { entries } = readBibliography(
			'file:///refs.json',
			'[{"id": "m", "title": "M", "volume": 5,, "DOI": "10.1000/x"}]',
		);
		assert.equal(entries[0]?.reference.title, 'M');
	});

	test('values of the wrong kind are left out', () => {
		const text =
			'[{"id": "a", "title": {"x": 1}, "author": "Kaplan", "issued": null, "volume": true, "keyword": 5, "page": []}]';
		assert.deepEqual(readBibliography('file:///refs.json', text).entries[0]?.reference, {
			key: 'a',
			type: 'document',
			authors: [{ literal: 'Kaplan' }],
		});
	});

	test('dates in all forms', () => {
		const dates: readonly (readonly [string, number | undefined])[] = [
			['{"date-parts": [[2005]]}', 2005],
			['{"date-parts": [[2005, 1], [2006]]}', 2005],
			['{"raw": "2005-03-02"}', 2005],
			['{"literal": "spring 2005"}', 2005],
			['"2005-03"', 2005],
			['2005', 2005],
			['[{"year": 2005}]', 2005],
			['{"date-parts": [[]]}', undefined],
			['{}', undefined],
		];
		for (const [issued, year] of dates) {
			const { entries } = readBibliography('file:///refs.json', `[{"id": "a", "issued": ${issued}}]`);
			assert.equal(entries[0]?.reference.year, year, issued);
		}
	});
});

suite('CSL YAML', () => {
	test('an item', () => {
		const text = `---
references:
- id: kaplan2005
  type: article-journal
  title: 'VEGFR1-positive haematopoietic progenitors' # the paper
  author:
  - family: Kaplan
    given: Rosandra N.
  - {family: Berg, given: J, non-dropping-particle: van den}
  - literal: A Group
  issued:
  - year: 2005
    month: 12
  container-title: Nature
  volume: 438
  issue: '7069'
  page: 820-827
  DOI: 10.1038/nature04186
  PMID: 16341007
  PMCID: PMC2945882
  keyword: niche, metastasis

# another one
- title: Second
  id: "two words"
...
`;
		const { entries, format, problems } = readBibliography('file:///refs.yaml', text);
		assert.equal(format, 'csl-yaml');
		assert.deepEqual(entries[0]?.reference, kaplan);
		assert.deepEqual(
			entries.map(({ key, keyRange }) => [key, text.slice(keyRange.start, keyRange.end)]),
			[
				['kaplan2005', 'kaplan2005'],
				['two words', 'two words'],
			],
		);
		assert.deepEqual(problems, []);
	});

	test('a bare list, indented or not', () => {
		for (const text of ['- id: a\n  title: A\n- id: b\n', '  - id: a\n    title: A\n  - id: b\n']) {
			const { entries } = readBibliography('file:///refs.yml', text);
			assert.deepEqual(
				entries.map(({ key }) => key),
				['a', 'b'],
			);
			assert.equal(entries[0]?.reference.title, 'A');
		}
	});

	test('a broken item is reported in words and costs no other', () => {
		const text = 'references:\n- id: a\n  title: A\n- id: m\n  title: "M\n- id: z\n  title: Z\n';
		const { entries } = readBibliography('file:///refs.yaml', text);
		assert.deepEqual(
			entries.map(({ key }) => key),
			['a', 'm', 'z'],
		);
		assert.equal(entries[2]?.reference.title, 'Z');
		const [problem, ...more] = readBibliography('file:///refs.yaml', text).problems;
		assert.deepEqual(more, []);
		assert.match(problem?.message ?? '', /^This entry is not valid YAML: Missing closing "quote/);
	});

	test('an item without id', () => {
		assert.deepEqual(problemsIn('- title: A\n', 'file:///refs.yaml'), ['missing-key: -']);
	});

	test('text in blocks that looks like items', () => {
		const text = '- id: a\n  abstract: |\n    - id: no\n    - id: no either\n- id: b\n';
		const { entries } = readBibliography('file:///refs.yaml', text);
		assert.deepEqual(
			entries.map(({ key, reference: { abstract } }) => [key, abstract]),
			[
				['a', '- id: no - id: no either'],
				['b', undefined],
			],
		);
	});
});

suite('which format a file is in', () => {
	const cases: readonly (readonly [uri: string, text: string, format: string])[] = [
		['file:///refs.bib', '{', 'bibtex'],
		['file:///refs.BIB?x=1', '', 'bibtex'],
		['file:///refs.json', '', 'csl-json'],
		['file:///refs.yaml', 'references:', 'csl-yaml'],
		['file:///refs.yaml', '[{"id": "a"}]', 'csl-json'],
		['untitled:refs', '@article{a}', 'bibtex'],
		['untitled:refs', '[{"id": "a"}]', 'csl-json'],
		['untitled:refs', 'references:\n- id: a', 'csl-yaml'],
	];
	for (const [uri, text, format] of cases) {
		test(`${uri} with ${JSON.stringify(text)}`, () => assert.equal(readBibliography(uri, text).format, format));
	}
});
