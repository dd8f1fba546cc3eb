import { deepStrictEqual } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkFiles } from '../../../data/checkData';
import { changedFiles, checkProblems, checkProblemsOf } from './support';

const terms = 'terms/cascade.yaml';

suite('data: each file by itself', () => {
	test('good data is silent', () => {
		checkProblems([], []);
	});

	test('a longer note, a page as source and an identifier are silent', () => {
		const by = '    note: Not a walk.\n    identifiers: {uniprot: [P05109, P06702]}\n    broader: [spread]';
		checkProblems([{ file: terms, replace: '    broader: [spread]', by }], []);
	});

	test('a file that is missing', () => {
		const files = changedFiles();
		files.delete('claims.yaml');
		checkProblemsOf(files, ['claims.yaml:1: This file is missing. Restore it; an empty list is "[]".']);
	});

	test('an empty list is silent', () => {
		const files = changedFiles();
		files.set('claims.yaml', '[]\n');
		checkProblemsOf(files, []);
	});

	test('broken YAML', () => {
		checkProblems(
			[{ file: terms, replace: 'definition: One part of the spread.', by: 'definition: One part: of the spread.' }],
			[
				'terms/cascade.yaml:15: This is not valid YAML: Nested mappings are not allowed in compact mappings at line 15, column 17: ' +
					'Mend the indentation or the quotes there; text with ": " or " #" in it needs quotes or a ">-" block.',
			],
		);
	});

	test('broken JSON', () => {
		const files = changedFiles({ file: 'references.json', replace: '"title": "Spread",', by: '"title": "Spread"' });
		// The wording is the JavaScript engine's and changes with it.
		const found = checkFiles(files).map(({ file, line, advice }) => `${file}:${line}: ${advice}`);
		deepStrictEqual(found, ['references.json:6: Mend the brackets, commas or quotes there.']);
	});

	test('a field that is missing', () => {
		checkProblems(
			[{ file: terms, replace: '    label: Step\n', by: '' }],
			['terms/cascade.yaml:13: `label` is missing. Add it; data/README.md shows an entry.'],
		);
	});

	test('a field that is misspelt', () => {
		checkProblems(
			[{ file: 'claims.yaml', replace: 'advice: Say', by: 'advise: Say' }],
			[
				'claims.yaml:1: `advice` is missing. Add it; data/README.md shows an entry.',
				'claims.yaml:6: `advise` is not a field that this record has. Correct its spelling or take it out. ' +
					'It has: id, claim, paraphrases, status, support, qualify, advice, terms.',
			],
		);
	});

	test('a word outside the list', () => {
		checkProblems(
			[{ file: 'claims.yaml', replace: 'contested', by: 'doubtful' }],
			[
				'claims.yaml:3: `status` is "doubtful". Write one of: well-supported, supported-in-models, contested, often-overstated. ' +
					'How well the literature supports it.',
			],
		);
	});

	test('a DOI with its address', () => {
		checkProblems(
			[{ file: 'references.json', replace: '10.1234/spread', by: 'https://doi.org/10.1234/spread' }],
			[
				'references.json:9: `DOI` is "https://doi.org/10.1234/spread", which has not the right form. ' +
					'A DOI as registered, without "https://doi.org/" in front: 10.1038/nrc865. Only one that was seen.',
			],
		);
	});

	test('a PMID without quotes', () => {
		checkProblems(
			[{ file: 'references.json', replace: '"12345"', by: '12345' }],
			[
				'references.json:10: `PMID` is 12345, and should be of type string. A PubMed id in quotes: "24209616". Only one that was seen. ' +
					'A number or word that YAML misreads needs quotes.',
			],
		);
	});

	test('a PMID that is no number', () => {
		checkProblems(
			[{ file: 'references.json', replace: '"12345"', by: '"PMC12345"' }],
			[
				'references.json:10: `PMID` is "PMC12345", which has not the right form. A PubMed id in quotes: "24209616". Only one that was seen.',
			],
		);
	});

	test('a source that is neither a reference nor a citation', () => {
		checkProblems(
			[{ file: 'claims.yaml', replace: '- reference: doe2001spread', by: '- seen: true' }],
			[
				'claims.yaml:5: `support` has not the right form. A source names a built-in `reference`, or else gives a `citation`.',
			],
		);
	});

	test('an identifier of another registry', () => {
		checkProblems(
			[
				{
					file: terms,
					replace: '    broader: [spread]',
					by: '    identifiers:\n      go: D009362\n    broader: [spread]',
				},
			],
			['terms/cascade.yaml:20: `go` has not the right form. Gene Ontology: GO:0016477.'],
		);
	});

	test('a word listed twice', () => {
		checkProblems(
			[{ file: terms, replace: '[wide spread]', by: '[wide spread, wide spread]' }],
			['terms/cascade.yaml:7: `synonyms` holds "wide spread" twice. Take one out.'],
		);
	});

	test('a definition that fills the screen', () => {
		checkProblems(
			[{ file: terms, replace: 'One part of the spread.', by: `One part${' of the spread'.repeat(40)}.` }],
			[
				'terms/cascade.yaml:15: `definition` is longer than 400 characters. Shorten it. What it is, in one to three sentences of your own. ' +
					'Say the species and the strength of the evidence where it matters.',
			],
		);
	});
});
