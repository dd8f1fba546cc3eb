import { deepStrictEqual, throws } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compileFiles } from '../../../data/knowledge';
import { type Change, changedFiles } from './support';

const terms = 'terms/cascade.yaml';
const references = 'references.json';

function compiled(...changes: readonly Change[]) {
	return compileFiles(changedFiles(...changes));
}

suite('data: compiled', () => {
	test('a term with all its parts, absent lists as empty ones', () => {
		deepStrictEqual(compiled().terms[0], {
			id: 'spread',
			label: 'Spread',
			category: 'cascade',
			definition: 'Cells leave one place. They reach another.',
			synonyms: ['wide spread'],
			abbreviations: ['SP'],
			variants: [],
			looseSynonyms: [],
			broader: [],
			narrower: ['step'],
			related: [],
			identifiers: {},
			sources: [
				{ reference: 'doe2001spread', citation: 'Doe 2001, Journal of Steps', url: 'https://doi.org/10.1234/spread' },
			],
			support: 'literature',
		});
	});

	test('two ids of one registry stand together', () => {
		const change = {
			file: terms,
			replace: '    broader: [spread]',
			by: '    identifiers: {uniprot: [P05109, P06702]}\n    broader: [spread]',
		};
		deepStrictEqual(compiled(change).terms[1]?.identifiers, { uniprot: 'P05109, P06702' });
	});

	test('a source in doubt is left out', () => {
		const change = { file: terms, replace: 'seen: true', by: 'doubt: Not found anywhere.' };
		deepStrictEqual(compiled(change).terms[0]?.sources, []);
	});

	test('a source that is a page', () => {
		const change = {
			file: terms,
			replace: 'reference: doe2001spread',
			by: 'citation: A page\n        url: https://example.org/page',
		};
		deepStrictEqual(compiled(change).terms[0]?.sources, [{ citation: 'A page', url: 'https://example.org/page' }]);
	});

	test('a source by several authors', () => {
		const author = '[{ "family": "Doe", "given": "J" }]';
		const citation = (by: string) =>
			compiled({ file: references, replace: `"author": ${author},`, by }).terms[0]?.sources[0]?.citation;
		deepStrictEqual(
			citation('"author": [{ "family": "Doe" }, { "family": "Roe" }],'),
			'Doe and Roe 2001, Journal of Steps',
		);
		deepStrictEqual(
			citation('"author": [{ "family": "Doe" }, { "family": "Roe" }, { "literal": "The Steps" }],'),
			'Doe et al. 2001, Journal of Steps',
		);
	});

	test('a reference, with a finding that was written from the text', () => {
		deepStrictEqual(compiled().references, [
			{
				key: 'doe2001spread',
				type: 'article-journal',
				title: 'Spread',
				authors: [{ family: 'Doe', given: 'J' }],
				year: 2001,
				containerTitle: 'Journal of Steps',
				doi: '10.1234/spread',
				pmid: '12345',
				evidence: 'review',
				finding: 'It spreads.',
				verification: { level: 'full', seenOn: 'publisher or index page', notSeen: [] },
			},
		]);
	});

	test('the species of a work; none where the list is empty', () => {
		const species = (list: string) =>
			compiled({ file: references, replace: '"finding":', by: `"species": ${list}, "finding":` }).references[0]
				?.species;
		deepStrictEqual(species('["mouse", "cell line"]'), ['mouse', 'cell line']);
		deepStrictEqual(species('[]'), undefined);
	});

	test('a journal with regular volumes', () => {
		const files = changedFiles().set('journals.yaml', '- {name: Steps, year_minus_volume: 2000, records: 3}\n');
		deepStrictEqual(compileFiles(files).journals, [{ name: 'Steps', yearMinusVolume: 2000, records: 3 }]);
	});

	test('a finding written from the title, or in doubt, is left out', () => {
		const fromTitle = { file: references, replace: 'abstract_or_text_seen', by: 'title_and_background_knowledge_only' };
		const inDoubt = { file: references, replace: '"finding":', by: '"finding_doubt": "Too strong.", "finding":' };
		deepStrictEqual(compiled(fromTitle).references[0]?.finding, undefined);
		deepStrictEqual(compiled(inDoubt).references[0]?.finding, undefined);
	});

	test('a claim keeps the keys of its references only', () => {
		const change = { file: 'claims.yaml', replace: '  advice:', by: '  qualify:\n    - citation: A page\n  advice:' };
		const claim = compiled(change).claims[0];
		deepStrictEqual([claim?.support, claim?.qualify], [['doe2001spread'], []]);
	});

	test('the words for each reading are context words too', () => {
		const change = {
			file: 'matching-conditions.yaml',
			replace: 'context: [spread]',
			by: 'readings: {step: [foot], spread: [seed]}',
		};
		deepStrictEqual(compiled(change).conditions, [
			{
				surface: 'step',
				terms: ['step'],
				condition: 'context',
				contextWords: ['foot', 'seed'],
				neverWith: ['stair'],
				readings: { step: ['foot'], spread: ['seed'] },
			},
		]);
	});

	test('categories, abbreviations and retractions', () => {
		const { categories, abbreviations, retractions } = compiled();
		deepStrictEqual(categories, { cascade: 'The cascade' });
		deepStrictEqual(abbreviations, [
			{ abbreviation: 'SP', expansions: ['spread', 'step'], terms: ['spread', 'step'], advice: '' },
		]);
		deepStrictEqual(retractions, [
			{ id: 'roe1999gone', journal: 'Journal of Steps', year: 1999, doi: '10.1234/gone', noticeDate: '2003' },
		]);
	});

	test('the claim model is passed on, and is empty without a file', () => {
		deepStrictEqual(compiled().claimModel, {});
		const files = changedFiles().set('claim-model.json', '{"bias": 0.5}');
		deepStrictEqual(compileFiles(files).claimModel, { bias: 0.5 });
	});

	test('a file that its schema does not accept is an error that names the line', () => {
		throws(
			() => compiled({ file: terms, replace: '    label: Step\n', by: '' }),
			/terms\/cascade\.yaml:13: `label` is missing/,
		);
	});
});
