import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseArticle } from '../../../server/src/service/article/article';
import { definitionAt, definitionsIn, definitionsOf } from '../../../server/src/service/glossary/definitions';

/** What a text defines, as `ABBR = long form`. */
function checkDefinitions(text: string, ...expected: readonly string[]): void {
	const article = parseArticle({ uri: 'test://host/a.md', version: 1, text });
	assert.deepEqual(
		[...definitionsOf(article).values()].flat().map(({ abbreviation, longForm }) => `${abbreviation} = ${longForm}`),
		expected,
	);
}

suite('Abbreviations that a document defines', () => {
	test('the words and then the abbreviation in brackets', () => {
		checkDefinitions('Polymorphonuclear leukocytes (PMN) came.', 'PMN = Polymorphonuclear leukocytes');
		checkDefinitions('We saw circulating tumour cells (CTCs).', 'CTC = circulating tumour cells');
		checkDefinitions('The hazard ratio [HR] fell.', 'HR = hazard ratio');
		checkDefinitions('Epithelial–mesenchymal transition (EMT; see below).', 'EMT = Epithelial–mesenchymal transition');
		checkDefinitions('The transforming growth factor-β (TGF-β).', 'TGF-β = transforming growth factor-β');
		checkDefinitions('Circulating tumour DNA (ctDNA) fell.', 'ctDNA = Circulating tumour DNA');
	});
	test('the abbreviation and then the words in brackets', () => {
		checkDefinitions('PMN (polymorphonuclear leukocytes) came.', 'PMN = polymorphonuclear leukocytes');
		checkDefinitions('RANKL (the receptor activator of NF-κB ligand).', 'RANKL = receptor activator of NF-κB ligand');
	});
	test('through markup, line breaks and citations', () => {
		checkDefinitions('The *pre-metastatic niche*\n(**PMN**) forms.', 'PMN = pre-metastatic niche');
		checkDefinitions('A pre-metastatic niche [@a] (PMN [@b]).', 'PMN = pre-metastatic niche');
	});
	test('in a list of abbreviations', () => {
		checkDefinitions(
			'# Abbreviations\n\nPMN: pre-metastatic niche; EMT, epithelial–mesenchymal transition.\n'.replaceAll(
				'\\\n',
				'\n',
			),
			'PMN = pre-metastatic niche',
			'EMT = epithelial–mesenchymal transition',
		);
		checkDefinitions('# Notes\n\nPMN: pre-metastatic niche.\n'.replaceAll('\\\n', '\n'));
	});
	test('no definition', () => {
		checkDefinitions('It was shown (Figure 2), often (n = 12), by us (see Methods), in vain (Paget, 1889).');
		checkDefinitions('CFT1 (but not CFT2) and TCGA (test data).');
		checkDefinitions('Patients lived longer (HR 0.8; 95% CI 0.6–0.9).');
		checkDefinitions('The tumour grew. Niche (PMN).');
		checkDefinitions('An empty () or open (bracket.');
		checkDefinitions('`pre-metastatic niche (PMN)` and $overall survival (OS)$');
	});
	test('the last definition before a place holds, else the first after it', () => {
		const text = 'PMN rest. Polymorphonuclear leukocytes (PMN) rest.\n\nA pre-metastatic niche (PMN). PMN.'.replaceAll(
			'\\\n',
			'\n',
		);
		const definitions = definitionsOf(parseArticle({ uri: 'test://host/a.md', version: 1, text }));
		const at = (offset: number): string | undefined => definitionAt(definitions, 'PMN', offset)?.longForm;
		assert.equal(at(0), 'Polymorphonuclear leukocytes');
		assert.equal(at(60), 'Polymorphonuclear leukocytes');
		assert.equal(at(text.length), 'pre-metastatic niche');
		assert.equal(definitionAt(definitions, 'EMT', 0), undefined);
	});
	test('takes time in proportion to the text', () => {
		for (const text of ['(', 'a (A', 'x '.repeat(10), '((', '(A)', 'AB (']) {
			const long = text.repeat(200_000 / text.length);
			definitionsIn(long);
		}
	});
});
