import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from '../../../server/src/service/glossary/words';

/** Tokens as they stand in the text; `<` where a word begins, `>` where it ends. */
function checkTokens(text: string, expected: string): void {
	const found = tokenize(text).map(
		({ start, end, opens, closes }) => `${opens ? '<' : ''}${text.slice(start, end)}${closes ? '>' : ''}`,
	);
	assert.equal(found.join(' '), expected);
}

/** One letter of Greek, a run of other letters with their accents, or a run of digits. */
const TOKEN = /(?=[\p{L}\p{M}])[\u0370-\u03ffµ]|(?:(?![\u0370-\u03ffµ])[\p{L}\p{M}])+|\p{N}+/gu;

suite('Tokens', () => {
	test('words end at what is no letter', () => checkTokens('pre-metastatic niche,', '<pre> <metastatic> <niche>'));
	test('letters and digits are apart', () => checkTokens('S100A8 in CD4+', '<S 100 A 8> <in> <CD 4>'));
	test('Greek letters are apart', () => checkTokens('TGFβ1, αvβ3', '<TGF β 1> <α v β 3>'));
	test('accents belong to their letter', () => checkTokens('naïve nai\u0308ve', '<naïve> <nai\u0308ve>'));
	test('an emoji is no letter', () => checkTokens('cell😀s', '<cell> <s>'));
	test('a letter of two units is one', () => checkTokens('x𝛼2', '<x𝛼 2>'));
	test('half a character is none', () => checkTokens('a\udc00b\ud835', '<a> <b>'));
	test('what stands for code is no letter', () => checkTokens('gene \ufffb\ufffb x', '<gene> <x>'));

	test('are found as a pattern would find them', () =>
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'aZé\u0301αµ1٣-  .😀𝛼𝟙\ufffc\ud835\udc00中') }), (text) => {
				const found = tokenize(text).map(({ start, end }) => text.slice(start, end));
				assert.deepEqual(found, text.match(TOKEN) ?? []);
			}),
			{ numRuns: 1000 },
		));
});
