import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { splitSentences } from '../../../server/src/service/article/sentences';
import { createGlossary } from '../../../server/src/service/glossary/glossary';
import { matchTerms } from '../../../server/src/service/glossary/matchTerms';
import { knowledge } from '../../support/knowledge';

const glossary = createGlossary(knowledge);

/** The terms in a text as `words => id`, several ids where the words are ambiguous. */
function checkTerms(text: string, ...expected: readonly string[]): void {
	const found = matchTerms(glossary, text, splitSentences(text));
	assert.deepEqual(
		found.map(({ start, end, terms }) => `${text.slice(start, end)} => ${terms.map(({ id }) => id).join('|')}`),
		expected,
	);
}

suite('Terms in text', () => {
	test('hyphen, space and solid', () => {
		checkTerms('The pre-metastatic niche.', 'pre-metastatic niche => pre-metastatic-niche');
		checkTerms('The premetastatic niche.', 'premetastatic niche => pre-metastatic-niche');
		checkTerms('The pre metastatic niche.', 'pre metastatic niche => pre-metastatic-niche');
		checkTerms('The pre‑metastatic\nniche.', 'pre‑metastatic\nniche => pre-metastatic-niche');
	});
	test('case, spelling and plural', () => {
		checkTerms('PRE-METASTATIC NICHES form.', 'PRE-METASTATIC NICHES => pre-metastatic-niche');
		checkTerms('The tumor microenvironment.', 'tumor microenvironment => tumour-microenvironment');
		checkTerms('Bone metastases grow.', 'Bone metastases => bone-metastasis');
		checkTerms(
			'Two nuclei and extracellular matrices.',
			'nuclei => nucleus',
			'extracellular matrices => extracellular-matrix',
		);
		checkTerms("The nucleus's edge.", 'nucleus => nucleus');
	});
	test('Greek letters and their names', () => {
		for (const name of ['TGF-β', 'TGFβ', 'TGF-beta', 'TGFB', 'TGF‑β', 'Transforming growth factor-β']) {
			checkTerms(`${name} rises.`, `${name} => tgf-beta`);
		}
	});
	test('the longest match wins', () => checkTerms('breast bone metastasis', 'bone metastasis => bone-metastasis'));
	test('acronyms keep their case, and may have a plural', () => {
		checkTerms('CTCs rest.', 'CTCs => ctc');
		checkTerms('We met a ctc.');
		checkTerms('c-MET signals.', 'c-MET => met-gene');
	});
	test('a term ends where a word ends', () => {
		checkTerms('Antimetastasis of ECMs1 and ECM1.');
		checkTerms('METRNL and COMET.');
	});
	test('a term does not reach over punctuation', () => checkTerms('Bone, metastasis', 'metastasis => metastasis'));
	test('words that are terms in context only', () => {
		checkTerms('Tumour invasion began.', 'invasion => local-invasion');
		checkTerms('The invasion began.');
		checkTerms('Bacterial invasion of the tumour.');
		checkTerms('The tumour grew. The invasion began.');
		checkTerms('A long latency of the tumour.');
		checkTerms('Metastatic latency is long.', 'Metastatic latency => metastatic-latency');
	});
	test('several readings, unless the context decides', () => {
		checkTerms('MET was seen.', 'MET => met-gene|met-transition');
		checkTerms('MET amplification was seen.', 'MET => met-gene');
		checkTerms('MET reverses EMT.', 'MET => met-transition');
		checkTerms('PMN', 'PMN => pre-metastatic-niche|neutrophil');
	});
	test('no terms', () => {
		checkTerms('');
		checkTerms('😀 é ﬁ');
		checkTerms('Nothing of the kind.');
	});
});
