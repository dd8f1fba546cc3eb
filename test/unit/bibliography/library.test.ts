import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import { builtInReferences, createLibrary } from '../../../server/src/service/bibliography/library';
import type { Reference } from '../../../server/src/service/bibliography/reference';

const niche: Reference = {
	key: 'kaplan-2005',
	type: 'article-journal',
	title: 'VEGFR1-positive haematopoietic bone marrow progenitors',
	authors: [],
	year: 2005,
	doi: '10.1038/nature04186',
};

function libraryOf(...files: readonly string[]) {
	const bibliographies = files.map((text, index) => readBibliography(`file:///${index}.bib`, text));
	return createLibrary(bibliographies, builtInReferences([niche]));
}

suite('the entry a key means', () => {
	const first = '@article{k, title={One}}\n@article{k, title={Two}}\n';
	const second = '@article{k, title={Three}}\n@article{other, title={Other}, ids={alias, k}}';
	// As `pandoc --citeproc` 2.17 resolves @k with these files.
	test('is the last of several in one file', () => assert.equal(libraryOf(first).get('k')?.reference.title, 'Two'));
	test('is that of the last file', () => {
		assert.equal(libraryOf(first, second).get('k')?.reference.title, 'Three');
		assert.equal(libraryOf(second, first).get('k')?.reference.title, 'Two');
	});
	test('is found by exact case only', () => assert.equal(libraryOf(first).get('K'), undefined));
	test('may be given by one of its further keys, which hide no other entry', () => {
		assert.equal(libraryOf(first, second).own('alias')?.key, 'other');
		assert.equal(libraryOf(second).own('k')?.reference.title, 'Three');
	});
	test('all entries with a key', () => {
		assert.deepEqual(
			libraryOf(first, second)
				.entriesOf('k')
				.map(({ uri, reference: { title } }) => [uri, title]),
			[
				['file:///0.bib', 'One'],
				['file:///0.bib', 'Two'],
				['file:///1.bib', 'Three'],
			],
		);
	});
	test('an entry without a key is listed and not found', () => {
		const library = libraryOf('@article{, title={T}}');
		assert.equal(library.bibliographies[0]?.entries.length, 1);
		assert.equal(library.get(''), undefined);
	});
	test('is built-in where the writer has none', () => {
		const library = libraryOf(first);
		assert.equal(library.get('kaplan-2005'), library.builtIn('kaplan-2005'));
		assert.equal(library.own('kaplan-2005'), undefined);
		const own = libraryOf('@article{kaplan-2005, title={Mine}}');
		assert.equal(own.get('kaplan-2005')?.reference.title, 'Mine');
		assert.equal(own.builtIn('kaplan-2005')?.reference, niche);
	});
});

suite('one work under several names', () => {
	const library = libraryOf(
		`@article{a, title={Something short}, doi={https://doi.org/10.1038/NATURE04186}}
		@article{b, title={The metastatic niche: adapting the foreign soil}, year=2009, pmid={19308068}}
		@article{c, title={Editorial}, year=2009}`,
	);
	test('is found by identifier, however it is written', () => {
		assert.equal(library.withIdentifier('doi', '10.1038/nature04186')?.key, 'a');
		assert.equal(library.withIdentifier('doi', 'https://dx.doi.org/10.1038/Nature04186.')?.key, 'a');
		assert.equal(library.withIdentifier('pmid', 'PMID: 19308068')?.key, 'b');
		assert.equal(library.withIdentifier('pmcid', 'PMC1'), undefined);
		assert.equal(library.withIdentifier('doi', 'nonsense'), undefined);
		assert.equal(libraryOf().withIdentifier('doi', '10.1038/nature04186')?.origin, 'built-in');
	});
	test('is found by DOI, PMID, or title and year', () => {
		assert.equal(library.sameWork(niche)?.key, 'a');
		const psaila = {
			key: 'x',
			type: 'article-journal',
			authors: [],
			title: 'The Metastatic Niche – adapting the foreign soil',
		};
		assert.equal(library.sameWork({ ...psaila, year: 2009 })?.key, 'b');
		assert.equal(library.sameWork({ ...psaila, year: 2010 }), undefined);
		assert.equal(library.sameWork({ ...psaila, title: 'Editorial', year: 2009 }), undefined);
	});
	test('is found after the file has changed', () => {
		const first = readBibliography(
			'file:///a.bib',
			'@article{a, pmid={1}}\n@article{b, pmid={2}}\n@article{c, pmid={3}}\n',
		);
		const builtIns = builtInReferences([]);
		assert.equal(createLibrary([first], builtIns).withIdentifier('pmid', '2')?.key, 'b');
		const second = readBibliography(
			'file:///a.bib',
			'@article{new, pmid={4}}\n@article{a, pmid={1}}\n@article{c, pmid={3}}\n',
			first,
		);
		const library = createLibrary([second], builtIns);
		assert.deepEqual(
			['1', '2', '3', '4'].map((pmid) => library.withIdentifier('pmid', pmid)?.key),
			['a', undefined, 'c', 'new'],
		);
	});
});

suite('keys that look alike', () => {
	const library = libraryOf(
		'@a{kaplan2005,}\n@a{Kaplan2006,}\n@a{psaila2009,}\n@a{peinado2017,}\n@a{cristofanilli2004circulating,}',
	);
	const cases: readonly (readonly [string, readonly string[]])[] = [
		['Kaplan2005', ['kaplan2005', 'Kaplan2006']],
		['kaplan205', ['kaplan2005', 'Kaplan2006']],
		['psalia2009', ['psaila2009']],
		['cristofanilli2004', ['cristofanilli2004circulating']],
		['Cristofanilli2004circulatingTumour', ['cristofanilli2004circulating']],
		['peinado2017pre', ['peinado2017']],
		['psaila', ['psaila2009']],
		['psa', []],
		['smith1999', []],
		['x', []],
		['', []],
	];
	for (const [key, closest] of cases) {
		test(`${key}: ${closest.join(', ') || 'none'}`, () => assert.deepEqual(library.closestKeys(key), closest));
	}
});
