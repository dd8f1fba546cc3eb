import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applied, given, service } from './check';

/** The manuscript after works are cited at the cursor. */
function checkCited(fixture: string, keys: readonly string[], expected: string): void {
	const { snapshot, document, cursor } = given(fixture);
	assert.equal(applied(document.getText(), [service.citing.citeAt(snapshot.article, cursor, keys)]), expected);
}

/** The manuscript after works are cited for the sentence at the cursor; the same where there is none. */
function checkSentence(fixture: string, keys: readonly string[], expected: string): void {
	const { snapshot, document, cursor } = given(fixture);
	const edit = service.citing.citeSentence(snapshot.article, cursor, keys);
	assert.equal(applied(document.getText(), edit ? [edit] : []), expected);
}

/** The keys offered for the sentence at the cursor, each with the words that speak for it. */
function checkOffers(fixture: string, expected: readonly (readonly string[])[] | undefined): void {
	const { snapshot, cursor } = given(fixture);
	const found = service.citing.forSentence(snapshot, cursor);
	assert.deepEqual(
		found?.offers.map(({ key, matchingWords }) => [key, ...matchingWords.toSorted()]),
		expected,
	);
}

const LIBRARY = `
//- /refs.bib
@article{muller2019, title = {Bone marrow niches of dormant cells}, author = {Müller, Anna}, year = 2019}
@article{psaila2009, title = {Adapting the foreign soil}, author = {Psaila, B.}, year = 2009}
`;

suite('Citing at a place', () => {
	test('in a citation of its own, with the space it needs', () => {
		checkCited('Known<|>.', ['a'], 'Known [@a].');
		checkCited('Known <|>.', ['a', 'b'], 'Known [@a; @b].');
		checkCited('(<|>)', ['a'], '([@a])');
		checkCited('<|>', ['a'], '[@a]');
	});
	test('in the citation that stands there', () => {
		checkCited('Known [@a<|>].', ['b'], 'Known [@a; @b].');
		checkCited('Known [see @a, p. 3 ]<|>.', ['b', 'c'], 'Known [see @a, p. 3; @b; @c ].');
		checkCited('Known [@a<|>; @b].', ['b'], 'Known [@a; @b].');
		checkCited('As @a<|> says.', ['b'], 'As @a [@b] says.');
	});
	test('odd keys are put in braces', () => checkCited('Known<|>.', ['a(b)'], 'Known [@{a(b)}].'));
});

suite('Citing for a sentence', () => {
	test('before its full stop', () => {
		checkSentence('One thing. Ano<|>ther thing! A third.', ['a'], 'One thing. Another thing [@a]! A third.');
		checkSentence('No stop<|>', ['a', 'b'], 'No stop [@a; @b]');
		checkSentence('So it <|>is …', ['a'], 'So it is [@a] …');
	});
	test('in the citation that it ends with, and not in one before', () => {
		checkSentence('Kno<|>wn [@a].', ['b'], 'Known [@a; @b].');
		checkSentence('Kno<|>wn [@a] and unknown.', ['b'], 'Known [@a] and unknown [@b].');
		checkSentence('As @a sa<|>id.', ['b'], 'As @a said [@b].');
		checkSentence('Kno<|>wn [@a].', ['a'], 'Known [@a].');
	});
	test('nowhere without one', () => {
		checkSentence('```\ncode<|>\n```', ['a'], '```\ncode\n```');
		checkSentence('---\ntitle: x<|>\n---\n\nText.', ['a'], '---\ntitle: x\n---\n\nText.');
	});
	test('what fits best is offered, with the words that match, and not what is cited there', () => {
		checkOffers(`//- /review.md\nDormant cells live in niches of bone marrow<|>.${LIBRARY}`, [
			['muller2019', 'Dormant', 'bone', 'cells', 'marrow', 'niches'],
		]);
		checkOffers(`//- /review.md\nDormant cells live in bone marrow<|> [@muller2019].${LIBRARY}`, []);
		checkOffers(`//- /review.md\nHello there<|>.${LIBRARY}`, []);
		checkOffers(`//- /review.md\n~~~\nbone<|>\n~~~${LIBRARY}`, undefined);
	});
});
