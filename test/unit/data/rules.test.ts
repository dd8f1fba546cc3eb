import { suite, test } from 'node:test';
import { checkProblems } from './support';

const terms = 'terms/cascade.yaml';

suite('data: how the records fit together', () => {
	test('an id that is taken', () => {
		checkProblems(
			[
				{
					file: 'claims.yaml',
					replace: '- id: it-spreads',
					by: '- id: it-spreads\n  claim: It does.\n  status: contested\n  support: [{reference: doe2001spread}]\n  advice: Say so.\n  terms: [spread]\n- id: it-spreads',
				},
			],
			[
				'claims.yaml:7: `id` "it-spreads" is taken. It stands first at claims.yaml:1. Merge the two entries or change one.',
			],
		);
	});

	test('a file whose category is another', () => {
		checkProblems(
			[{ file: terms, replace: 'category: cascade', by: 'category: waterfall' }],
			[
				'terms/cascade.yaml:1: The category is "waterfall" and the file is cascade.yaml. Write "category: cascade", or rename the file.',
			],
		);
	});

	test('a category without terms', () => {
		checkProblems(
			[{ file: 'categories.yaml', replace: '- {', by: '- {id: ways, title: Ways, order: 2}\n- {' }],
			['categories.yaml:1: Category "ways" has no terms. Add terms/ways.yaml or take the category out.'],
		);
	});

	test('a category that is not listed', () => {
		checkProblems(
			[{ file: 'categories.yaml', replace: 'id: cascade', by: 'id: ways' }],
			[
				'categories.yaml:1: Category "ways" has no terms. Add terms/ways.yaml or take the category out.',
				'terms/cascade.yaml:1: Category "cascade" is not in categories.yaml. Add it there with a title and an order.',
			],
		);
	});

	test('a definition of four sentences', () => {
		checkProblems(
			[{ file: terms, replace: 'One part of the spread.', by: 'One. Two. Three. Four.' }],
			[
				'terms/cascade.yaml:15: The definition of "step" has 4 sentences; 3 is the most. Keep what a reader needs at a glance; move the rest to `note` or out.',
			],
		);
	});

	test('a decimal number ends no sentence', () => {
		checkProblems([{ file: terms, replace: 'One part of the spread.', by: 'One. Two is 0.5 mm. Three.' }], []);
	});

	test('a definition without a full stop', () => {
		checkProblems(
			[{ file: terms, replace: 'One part of the spread.', by: 'One part of the spread' }],
			['terms/cascade.yaml:15: The definition of "step" does not end a sentence. End it with a full stop.'],
		);
	});

	test('a relation to no term', () => {
		checkProblems(
			[{ file: terms, replace: 'broader: [spread]', by: 'broader: [spread]\n    related: [stride]' }],
			[
				'terms/cascade.yaml:20: `related` names "stride", which is no term. Correct the id, add the term, or take the id out.',
			],
		);
	});

	test('a relation that the other end does not tell', () => {
		checkProblems(
			[{ file: terms, replace: 'narrower: [step]', by: 'loose_synonyms: [going]' }],
			[
				'terms/cascade.yaml:3: "spread" has no relation to any other term. Name a broader or related term, and this one there: readers reach terms through others.',
				'terms/cascade.yaml:19: "spread" (terms/cascade.yaml:3) does not name "step" under `narrower`. Add "step" there under `narrower`, or take this one out.',
			],
		);
	});

	test('a term that is its own neighbour', () => {
		checkProblems(
			[{ file: terms, replace: 'broader: [spread]', by: 'broader: [spread]\n    related: [step]' }],
			['terms/cascade.yaml:20: "step" names itself under `related`. Take it out.'],
		);
	});

	test('terms both related and broader', () => {
		const found = 'also broader or narrower. Keep it under `broader` or `narrower` only, at both ends.';
		checkProblems(
			[
				{ file: terms, replace: 'broader: [spread]', by: 'broader: [spread]\n    related: [spread]' },
				{ file: terms, replace: 'narrower: [step]', by: 'narrower: [step]\n    related: [step]' },
			],
			[
				`terms/cascade.yaml:9: "step" is related to "spread" and ${found}`,
				`terms/cascade.yaml:21: "spread" is related to "step" and ${found}`,
			],
		);
	});

	test('broader terms that go round', () => {
		checkProblems(
			[
				{ file: terms, replace: 'broader: [spread]', by: 'broader: [spread]\n    narrower: [spread]' },
				{ file: terms, replace: 'narrower: [step]', by: 'narrower: [step]\n    broader: [step]' },
			],
			[
				'terms/cascade.yaml:20: Broader terms go round: spread → step → spread. Take one of these steps out, at both ends.',
			],
		);
	});

	test('a reference that is not there', () => {
		const advice = 'Correct the id, add the record, or give a `citation` instead.';
		checkProblems(
			[
				{ file: terms, replace: 'doe2001spread', by: 'doe2002spread' },
				{ file: 'claims.yaml', replace: 'doe2001spread', by: 'doe2003spread' },
			],
			[
				`claims.yaml:5: "doe2003spread" is not in references.json. ${advice}`,
				`terms/cascade.yaml:11: "doe2002spread" is not in references.json. ${advice}`,
			],
		);
	});

	test('a source that repeats a reference', () => {
		checkProblems(
			[
				{
					file: 'claims.yaml',
					replace: '- reference: doe2001spread',
					by: '- citation: Doe 2001\n      doi: 10.1234/SPREAD',
				},
			],
			[
				'claims.yaml:6: 10.1234/SPREAD is a record of references.json. Write "reference: doe2001spread" instead of citation and DOI.',
			],
		);
	});

	test('a source given twice', () => {
		checkProblems(
			[
				{
					file: 'claims.yaml',
					replace: '- reference: doe2001spread',
					by: '- reference: doe2001spread\n    - reference: doe2001spread\n      seen: true',
				},
			],
			['claims.yaml:6: "doe2001spread" stands twice under `support`. Take one out.'],
		);
	});

	test('support from retracted work', () => {
		checkProblems(
			[
				{
					file: 'claims.yaml',
					replace: '- reference: doe2001spread',
					by: '- citation: Roe 1999\n      doi: 10.1234/gone',
				},
			],
			[
				'claims.yaml:6: 10.1234/gone was retracted (retractions.yaml). Take it out, or find work that was not retracted.',
			],
		);
	});

	test('retracted work may qualify a claim', () => {
		checkProblems(
			[
				{
					file: 'claims.yaml',
					replace: '  advice:',
					by: '  qualify:\n    - citation: Roe 1999\n      doi: 10.1234/gone\n  advice:',
				},
			],
			[],
		);
	});

	test('a retracted work among the references', () => {
		checkProblems(
			[{ file: 'references.json', replace: '10.1234/spread', by: '10.1234/gone' }],
			[
				'references.json:3: "doe2001spread" is in retractions.yaml. Take it out here: a retracted work is not offered for citation.',
			],
		);
	});

	test('a term without a source that does not say so', () => {
		checkProblems(
			[{ file: terms, replace: '    support: none-yet\n', by: '' }],
			['terms/cascade.yaml:13: "step" has no source. Add what the definition rests on, or write "support: none-yet".'],
		);
	});

	test('a claim without any source', () => {
		checkProblems(
			[{ file: 'claims.yaml', replace: '  support:\n    - reference: doe2001spread\n', by: '' }],
			['claims.yaml:1: Claim "it-spreads" has no source. Add what supports or qualifies it, or take the claim out.'],
		);
	});

	test('a claim about no term', () => {
		checkProblems(
			[{ file: 'claims.yaml', replace: 'terms: [spread]', by: 'terms: [bread]' }],
			['claims.yaml:7: Claim "it-spreads" names "bread", which is no term. Correct the id or take it out.'],
		);
	});

	test('a record checked in part that does not say in which', () => {
		checkProblems(
			[{ file: 'references.json', replace: '"level": "full"', by: '"level": "partial"' }],
			[
				'references.json:15: "doe2001spread" is checked in part, and nothing says what was not seen. Name it under `not_seen`, or write "full" if all was seen.',
			],
		);
	});

	test('a retraction that fits no work', () => {
		checkProblems(
			[{ file: 'retractions.yaml', replace: '  doi: 10.1234/gone\n', by: '' }],
			[
				'retractions.yaml:1: Nothing tells which work "roe1999gone" is. Add its DOI, PMID, title, or volume and page, as seen.',
			],
		);
	});
});
