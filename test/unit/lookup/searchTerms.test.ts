import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createGlossary } from '../../../server/src/service/glossary/glossary';
import { searchTerms } from '../../../server/src/service/lookup/searchTerms';
import { knowledge } from '../../support/knowledge';

const glossary = createGlossary({
	...knowledge,
	terms: knowledge.terms.map((term) =>
		term.id === 'metastatic-latency'
			? { ...term, looseSynonyms: ['sleeping tumour'], definition: 'A quiet interval.' }
			: term,
	),
});

/** The labels found, best first. */
function checkFound(query: string, ...labels: readonly string[]): void {
	assert.deepEqual(
		searchTerms(glossary, query).map(({ label }) => label),
		labels,
	);
}

suite('Looking up terms', () => {
	test('by the beginning of any word of a label', () => {
		checkFound('metasta', 'Metastasis', 'Metastatic latency', 'Bone metastasis', 'Pre-metastatic niche');
		checkFound('niche', 'Pre-metastatic niche');
		checkFound('bone met', 'Bone metastasis');
	});
	test('by abbreviation, in any case', () => checkFound('ctc', 'Circulating tumour cell'));
	test('a name that is the query comes first', () => assert.equal(searchTerms(glossary, 'met')[0]?.label, 'MET'));
	test('by synonym, in any spelling', () => {
		checkFound('transforming growth', 'TGF-β');
		checkFound('TUMOR MICRO', 'Tumour microenvironment');
		checkFound('tgf beta', 'TGF-β');
	});
	test('by a looser name, and by the definition', () => {
		checkFound('sleeping', 'Metastatic latency');
		checkFound('quiet interval', 'Metastatic latency');
	});
	test('nothing fits', () => {
		checkFound('furniture');
		checkFound('niche furniture');
	});
	test('all of them for an empty query, by label', () => {
		assert.equal(searchTerms(glossary, '').length, knowledge.terms.length);
		assert.equal(searchTerms(glossary, ' - ')[0]?.label, 'Bone metastasis');
	});
});
