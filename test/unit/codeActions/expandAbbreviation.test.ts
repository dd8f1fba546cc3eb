import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createReviewService, defaultSettings } from '../../../server/src/service';
import { knowledge } from '../../support/knowledge';

const service = createReviewService(knowledge);

/** The text after each offer for the abbreviation at `<|>` is taken. */
function checkExpanded(marked: string, ...expected: readonly string[]): void {
	const offset = marked.indexOf('<|>');
	const text = marked.replace('<|>', '');
	const article = service.parseArticle({ uri: 'test://host/a.md', version: 1, text });
	const parts = { article, bibliographies: [], missingBibliographies: [], settings: defaultSettings };
	assert.deepEqual(
		service.ofGlossary
			.expansions(service.snapshot(parts), offset)
			.map(({ expanded, range }) => text.slice(0, range.start) + expanded + text.slice(range.end)),
		expected,
	);
}

suite('Expand an abbreviation at first use', () => {
	test('where it stands', () => checkExpanded('The E<|>CM is stiff.', 'The extracellular matrix (ECM) is stiff.'));
	test('where it stands first, in running text', () =>
		checkExpanded(
			'# ECM\n\nThe ECM is stiff.\n\nSoft E<|>CM.',
			'# ECM\n\nThe extracellular matrix (ECM) is stiff.\n\nSoft ECM.',
		));
	test('in the plural', () => checkExpanded('Of C<|>TCs few live.', 'Of circulating tumour cells (CTCs) few live.'));
	test('in the spelling of the text', () =>
		checkExpanded('In tumors the T<|>ME rules.', 'In tumors the tumor microenvironment (TME) rules.'));
	test('each sense that it may have', () =>
		checkExpanded(
			'Of P<|>MN much is said.',
			'Of pre-metastatic niche (PMN) much is said.',
			'Of neutrophil (PMN) much is said.',
		));
	test('the sense that the text speaks for', () =>
		checkExpanded('With EMT comes M<|>ET.', 'With EMT comes mesenchymal–epithelial transition (MET).'));
	test('nothing where the text explains it, for words, and for what is no term', () => {
		checkExpanded('An extracellular matrix (ECM). The E<|>CM.');
		checkExpanded('The E<|>CM (extracellular matrix).');
		checkExpanded('The nu<|>cleus.');
		checkExpanded('The X<|>YZ.');
		checkExpanded('`E<|>CM`');
	});
});
