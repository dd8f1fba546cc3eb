import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createReviewService, defaultSettings } from '../../../server/src/service';
import { knowledge } from '../../support/knowledge';

const service = createReviewService(knowledge);

/** The text after each term offered at `<|>` is accepted; none where nothing is offered. */
function checkTerms(marked: string, ...expected: readonly string[]): void {
	const offset = marked.indexOf('<|>');
	const text = marked.replace('<|>', '');
	const article = service.parseArticle({ uri: 'test://host/a.md', version: 1, text });
	const parts = { article, bibliographies: [], missingBibliographies: [], settings: defaultSettings };
	const found = service.ofGlossary.complete(service.snapshot(parts), offset);
	assert.deepEqual(
		(found?.items ?? []).map(({ name }) => text.slice(0, found?.replace.start) + name + text.slice(found?.replace.end)),
		expected,
	);
}

suite('Terms on request', () => {
	test('by the beginning of a name, small inside a sentence', () => {
		checkTerms('The extra<|> grows.', 'The extracellular matrix grows.');
		checkTerms('The pre-meta<|>.', 'The pre-metastatic niche.');
		checkTerms('The premeta<|>.', 'The pre-metastatic niche.');
	});
	test('with a capital where one was typed', () => checkTerms('Extra<|>', 'Extracellular matrix'));
	test('by abbreviation', () => checkTerms('A CT<|>', 'A CTC'));
	test('in the spelling of the text', () => {
		checkTerms('A tumor grows. The tumour<|>', 'A tumor grows. The tumour microenvironment');
		checkTerms('A tumor of tumors. The tum<|>', 'A tumor of tumors. The tumor microenvironment');
		checkTerms('The tum<|>', 'The tumour microenvironment');
	});
	test('nothing without a word, outside prose, and for words that begin no term', () => {
		checkTerms('<|>');
		checkTerms('The <|>grows.');
		checkTerms('`extra<|>`');
		checkTerms('$extra<|>$');
		checkTerms('---\ntitle: extra<|>\n---\n');
		checkTerms('[@extra<|>]');
		checkTerms('Furni<|>');
	});
});
