import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
	formatReference,
	identifierLinks,
	shortCitation,
} from '../../../server/src/service/bibliography/formatReference';
import type { Name, Reference } from '../../../server/src/service/bibliography/reference';

const people = (...families: readonly string[]): readonly Name[] =>
	families.map((family) => ({ family, given: 'Ann B.' }));
const reference = (fields: Partial<Reference>): Reference => ({
	key: 'k',
	type: 'article-journal',
	authors: [],
	...fields,
});

suite('a short citation', () => {
	const cases: readonly (readonly [Partial<Reference>, string])[] = [
		[{ authors: people('Kaplan', 'Riba', 'Lyden'), year: 2005 }, 'Kaplan et al. 2005'],
		[{ authors: people('Kaplan', 'Lyden'), year: 2005 }, 'Kaplan & Lyden 2005'],
		[{ authors: people('Kaplan'), year: 2005 }, 'Kaplan 2005'],
		[{ authors: people('Kaplan'), moreAuthors: true, year: 2005 }, 'Kaplan et al. 2005'],
		[{ authors: [{ family: 'Berg', particle: 'van der' }] }, 'van der Berg'],
		[{ authors: [{ literal: 'World Health Organization' }], year: 2020 }, 'World Health Organization 2020'],
		[{ editors: people('Weinberg'), year: 2013 }, 'Weinberg 2013'],
		[{ title: 'The hallmarks of cancer and what follows them', year: 2011 }, 'The hallmarks of cancer and what… 2011'],
		[{}, 'k'],
	];
	for (const [fields, text] of cases) test(text, () => assert.equal(shortCitation(reference(fields)), text));
});

suite('a formatted reference', () => {
	const cases: readonly (readonly [Partial<Reference>, string])[] = [
		[
			{
				authors: people('Kaplan', 'Riba'),
				title: 'The niche',
				containerTitle: 'Nature',
				year: 2005,
				volume: '438',
				issue: '7069',
				page: '820-827',
			},
			'Kaplan AB, Riba AB. The niche. Nature. 2005;438(7069):820-827.',
		],
		[
			{ authors: people('A', 'B', 'C', 'D', 'E', 'F', 'G'), title: 'Many?', year: 2000 },
			'A AB, B AB, C AB, D AB, E AB, F AB, et al. Many? 2000.',
		],
		[{ authors: [{ family: 'Sartre', given: 'Jean-Paul', suffix: 'Jr' }], title: 'T.' }, 'Sartre JP Jr. T.'],
		[{ title: 'T', containerTitle: 'J', year: 2001, page: 'e12' }, 'T. J. 2001:e12.'],
		[{ title: 'T', containerTitle: 'J', volume: '3' }, 'T. J. 3.'],
		[{ title: 'Book', publisher: 'Garland', year: 2013 }, 'Book. Garland. 2013.'],
		[{}, ''],
	];
	for (const [fields, text] of cases)
		test(text || 'nothing', () => assert.equal(formatReference(reference(fields)), text));
});

suite('links', () => {
	const urls = (fields: Partial<Reference>) => identifierLinks(reference(fields)).map(({ url }) => url);
	test('to all identifiers', () => {
		assert.deepEqual(
			urls({ doi: '10.1038/nature04186', pmid: '16341007', pmcid: 'PMC2945882', url: 'https://x.org' }),
			[
				'https://doi.org/10.1038/nature04186',
				'https://pubmed.ncbi.nlm.nih.gov/16341007/',
				'https://pmc.ncbi.nlm.nih.gov/articles/PMC2945882/',
			],
		);
	});
	test('are encoded', () => {
		assert.deepEqual(urls({ doi: '10.1002/(SICI)1097-0215(1998)76:1<1::AID-IJC1>3.0.CO;2-#)' }), [
			'https://doi.org/10.1002/(SICI)1097-0215(1998)76%3A1%3C1%3A%3AAID-IJC1%3E3.0.CO%3B2-%23)',
		]);
		assert.deepEqual(urls({ url: 'https://x.org/a b%20"c"' }), ['https://x.org/a%20b%20%22c%22']);
		assert.deepEqual(urls({ doi: '10.1000/\ud800' }), ['https://doi.org/10.1000/%EF%BF%BD']);
	});
	test('to an address only where it is one and nothing better is known', () => {
		assert.deepEqual(urls({ url: 'https://x.org' }), ['https://x.org']);
		assert.deepEqual(urls({ url: 'javascript:alert(1)' }), []);
		assert.deepEqual(urls({}), []);
	});
});
