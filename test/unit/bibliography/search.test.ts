import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import { builtInReferences, createLibrary } from '../../../server/src/service/bibliography/library';
import {
	isSearchPrepared,
	prepareSearch,
	searchReferences,
	searchWhilePreparing,
} from '../../../server/src/service/bibliography/search';

const text = `
@article{kaplan2005, title={VEGFR1-positive haematopoietic bone marrow progenitors initiate the pre-metastatic niche},
	author={Kaplan, Rosandra N. and Lyden, David}, journal={Nature}, year=2005, doi={10.1038/nature04186}, pmid={16341007}}
@article{psaila2009, title={The metastatic niche: adapting the foreign soil}, author={Psaila, Bethan and Lyden, David},
	journal={Nature Reviews Cancer}, year=2009, doi={10.1038/nrc2621}}
@article{MassagueObenauf2016, title={Metastatic colonization by circulating tumour cells},
	author={Massagu{\\'e}, Joan and Obenauf, Anna C.}, journal={Nature}, year=2016}
@article{kaplanMeier1958, title={Nonparametric estimation from incomplete observations},
	author={Kaplan, E. L. and Meier, Paul}, journal={J Am Stat Assoc}, year=1958}
@article{, title={Kaplan without a key}}
`;

const library = createLibrary(
	[readBibliography('file:///refs.bib', text)],
	builtInReferences([
		{
			key: 'peinado-2017',
			type: 'article-journal',
			title: 'Pre-metastatic niches',
			authors: [{ family: 'Peinado' }],
			year: 2017,
		},
	]),
);

const keysFor = (query: string, limit = 10) => searchReferences(library, query, limit).map(({ entry }) => entry.key);

suite('finding references', () => {
	const cases: readonly (readonly [query: string, keys: readonly string[]])[] = [
		['kaplan niche 2005', ['kaplan2005']],
		['niche kaplan', ['kaplan2005']],
		['kapl', ['kaplan2005', 'kaplanMeier1958']],
		['KAPLAN', ['kaplan2005', 'kaplanMeier1958']],
		['lyden', ['kaplan2005', 'psaila2009']],
		['massague', ['MassagueObenauf2016']],
		['Massagué', ['MassagueObenauf2016']],
		['premetastatic', ['kaplan2005', 'peinado-2017']],
		['pre-met', ['kaplan2005', 'peinado-2017']],
		['nature 2005', ['kaplan2005']],
		['16341007', ['kaplan2005']],
		['10.1038/nature04', ['kaplan2005']],
		['https://doi.org/10.1038/NRC2621', ['psaila2009']],
		['obenauf2016', []],
		['massagueobenauf2016', ['MassagueObenauf2016']],
		['meier1958', []],
		['kaplanmeier1958', ['kaplanMeier1958']],
		['psalia', ['psaila2009']],
		['metastaic', ['psaila2009', 'MassagueObenauf2016', 'kaplan2005', 'peinado-2017']],
		['kaplna 2005', ['kaplan2005']],
		['kpln', []],
		['zebrafish', []],
		['niche zebrafish', []],
		['k', ['kaplan2005', 'kaplanMeier1958']],
		['kaplan without', []],
		['...', ['kaplan2005', 'psaila2009', 'MassagueObenauf2016', 'kaplanMeier1958', 'peinado-2017']],
		['', ['kaplan2005', 'psaila2009', 'MassagueObenauf2016', 'kaplanMeier1958', 'peinado-2017']],
	];
	for (const [query, keys] of cases) {
		test(`“${query}”`, () => assert.deepEqual([...keysFor(query)].sort(), [...keys].sort()));
	}

	test('a first author comes before a later one, and that before a word of the title', () => {
		const file = `@article{title, title={The Lyden sign}}
			@article{second, author={Kaplan, R and Lyden, D}}
			@article{first, author={Lyden, D and Kaplan, R}}
			@article{longer, author={Lydenham, D}}`;
		const authors = createLibrary([readBibliography('file:///a.bib', file)], builtInReferences([]));
		assert.deepEqual(
			searchReferences(authors, 'lyden', 5).map(({ entry }) => entry.key),
			['first', 'second', 'longer', 'title'],
		);
	});

	test('at most as many as asked for, the best', () => {
		assert.deepEqual(keysFor('niche', 2), keysFor('niche').slice(0, 2));
		assert.deepEqual(keysFor('', 2), ['kaplan2005', 'psaila2009']);
	});

	test('says in which fields the words were found', () => {
		const [hit] = searchReferences(library, 'kaplan niche 2005', 1);
		assert.deepEqual(hit?.matched, ['firstAuthor', 'author', 'title', 'year', 'key']);
	});

	test('an entry that another hides is not offered', () => {
		const hidden = createLibrary(
			[
				readBibliography('file:///1.bib', '@article{k, title={Hidden niche}}'),
				readBibliography('file:///2.bib', '@article{k, title={Seen niche}}'),
			],
			builtInReferences([]),
		);
		assert.deepEqual(
			searchReferences(hidden, 'niche', 5).map(({ entry }) => entry.reference.title),
			['Seen niche'],
		);
	});
});

suite('before the index is built', () => {
	const fresh = () =>
		createLibrary(
			[readBibliography('file:///refs.bib', text)],
			builtInReferences([{ key: 'b', type: 'book', title: 'Built-in niche', authors: [] }]),
		);
	for (const query of ['kaplan niche 2005', 'massague', 'lyden', '10.1038/nature04', 'niche', '', 'zebrafish', 'k']) {
		test(`“${query}” finds the same`, () => {
			const keys = searchWhilePreparing(fresh(), query, 10).map(({ entry }) => entry.key);
			assert.deepEqual(
				keys,
				searchReferences(fresh(), query, 10).map(({ entry }) => entry.key),
			);
		});
	}

	test('the index can be built in steps', () => {
		const prepared = fresh();
		assert.equal(isSearchPrepared(prepared), false);
		for (const _ of prepareSearch(prepared)) assert.equal(isSearchPrepared(prepared), false);
		assert.equal(isSearchPrepared(prepared), true);
		assert.equal(searchWhilePreparing(prepared, 'psalia', 5)[0]?.entry.key, 'psaila2009');
	});
});

suite('the index follows the file', () => {
	const words = ['alpha', 'beta', 'gamma', 'delta'];
	const titles = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
	const versions = fc.array(fc.array(titles, { maxLength: 6 }), { minLength: 2, maxLength: 4 });
	const textOf = (version: readonly (readonly string[])[]) =>
		version.map((title, index) => `@article{k${index}, title={${title.join(' ')}}}\n`).join('');

	test('searching after changes finds what searching afresh finds', () => {
		fc.assert(
			fc.property(versions, fc.constantFrom(...words, 'alpha beta', 'gama'), (all, query) => {
				const builtIns = builtInReferences([]);
				let bibliography = readBibliography('file:///a.bib', '');
				for (const version of all) {
					bibliography = readBibliography('file:///a.bib', textOf(version), bibliography);
					const fresh = readBibliography('file:///a.bib', textOf(version));
					const [kept, anew] = [bibliography, fresh].map((each) =>
						searchReferences(createLibrary([each], builtIns), query, 20).map(({ entry, score }) => [entry.key, score]),
					);
					assert.deepEqual(kept, anew);
				}
			}),
			{ seed: 4, numRuns: 200 },
		);
	});
});
