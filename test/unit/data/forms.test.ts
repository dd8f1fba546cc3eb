import { suite, test } from 'node:test';
import { checkProblems } from './support';

const terms = 'terms/cascade.yaml';
const advice = 'Take it from one of them, or declare it in abbreviations.yaml with both terms.';

/** Gives "step" a synonym. */
function synonym(text: string) {
	return { file: terms, replace: '    broader: [spread]', by: `    synonyms: [${text}]\n    broader: [spread]` };
}

suite('data: the forms of terms', () => {
	test('one name for two terms', () => {
		checkProblems(
			[synonym('wide spread')],
			[`terms/cascade.yaml:19: "wide spread" is a form of "step" and of "spread" (terms/cascade.yaml:7). ${advice}`],
		);
	});

	test('the same name but for a capital and a hyphen', () => {
		checkProblems(
			[synonym('Wide-spread')],
			[`terms/cascade.yaml:19: "Wide-spread" is a form of "step" and of "spread" (terms/cascade.yaml:7). ${advice}`],
		);
	});

	test('a word that an abbreviation spells in capitals is another form', () => {
		checkProblems([synonym('sp')], []);
	});

	test('a loose synonym may be the name of another term', () => {
		checkProblems(
			[{ file: terms, replace: '    broader: [spread]', by: '    loose_synonyms: [spread]\n    broader: [spread]' }],
			[],
		);
	});

	test('an abbreviation of two terms that is not declared', () => {
		checkProblems(
			[
				{ file: 'abbreviations.yaml', replace: '- abbreviation: SP', by: '- abbreviation: PS' },
				{ file: terms, replace: '    ambiguous:\n      SP: [step, spread]\n', by: '' },
			],
			[`terms/cascade.yaml:16: "SP" is a form of "step" and of "spread" (terms/cascade.yaml:6). ${advice}`],
		);
	});

	test('an ambiguous abbreviation that the list does not give to the term', () => {
		checkProblems(
			[{ file: terms, replace: 'SP: [step, spread]', by: 'ST: [step, stone]' }],
			[
				'terms/cascade.yaml:18: "ST" is ambiguous in "step", and abbreviations.yaml does not list the term under it. Add "step" there to the `terms` of ST.',
			],
		);
	});

	test('a reading that is no term', () => {
		checkProblems(
			[{ file: 'abbreviations.yaml', replace: 'terms: [spread, step]', by: 'terms: [spread, step, stone]' }],
			[
				'abbreviations.yaml:3: "SP" names "stone", which is no term. Correct the id, or move it to `awaited` if the term is still to come.',
			],
		);
	});

	test('context for what is no reading', () => {
		checkProblems(
			[{ file: 'abbreviations.yaml', replace: 'awaited: [stop]', by: 'context: { rest: [bar] }' }],
			[
				'abbreviations.yaml:4: "SP" has context for "rest", which is none of its readings. Write the reading as it stands under `readings`.',
			],
		);
	});

	test('an awaited term that has come', () => {
		checkProblems(
			[{ file: 'abbreviations.yaml', replace: 'awaited: [stop]', by: 'awaited: [step]' }],
			['abbreviations.yaml:4: "step" is awaited under "SP" and has come. Move it to `terms`.'],
		);
	});
});

suite('data: matching conditions', () => {
	const file = 'matching-conditions.yaml';

	test('a condition on no term', () => {
		checkProblems(
			[{ file, replace: 'terms: [step]', by: 'terms: [stone]' }],
			[
				'matching-conditions.yaml:2: The condition on "step" names "stone", which is no term. Correct the id or take it out.',
			],
		);
	});

	test('a condition on no form', () => {
		checkProblems(
			[{ file, replace: 'surface: step', by: 'surface: stride' }],
			[
				'matching-conditions.yaml:1: "stride" is no form of any term. Correct it, add it to the term, or write "planned: true".',
			],
		);
	});

	test('a planned form is silent, and so is one that never matches', () => {
		checkProblems([{ file, replace: 'surface: step', by: 'surface: stride\n  planned: true' }], []);
		checkProblems(
			[
				{
					file,
					replace: 'surface: step\n  terms: [step]\n  condition: context',
					by: 'surface: stride\n  condition: never',
				},
			],
			[],
		);
	});

	test('a planned form that is there', () => {
		checkProblems(
			[{ file, replace: 'surface: step', by: 'surface: step\n  planned: true' }],
			['matching-conditions.yaml:2: "step" is a form of a term now. Take `planned` out.'],
		);
	});

	test('context without words', () => {
		checkProblems(
			[{ file, replace: '  context: [spread]\n', by: '' }],
			[
				'matching-conditions.yaml:3: "step" needs context, and no word of it is given. Add `context` or `readings`, or choose case or never.',
			],
		);
	});

	test('words for each reading are context enough', () => {
		checkProblems([{ file, replace: 'context: [spread]', by: 'readings: {step: [foot]}' }], []);
	});

	test('a reading of no term', () => {
		checkProblems(
			[{ file, replace: '  not_with', by: '  readings:\n    stone: [rock]\n  not_with' }],
			[
				'matching-conditions.yaml:6: A reading of "step" names "stone", which is no term. Correct the id or take the reading out.',
			],
		);
	});

	test('a word both wanted and forbidden', () => {
		checkProblems(
			[{ file, replace: 'not_with: [stair]', by: 'not_with: [stair, spread]' }],
			[
				'matching-conditions.yaml:5: "spread" stands under `context` too, so "step" could never match. Take it out of one of them.',
			],
		);
	});
});
