import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { compileKnowledge } from '../../../data/knowledge';
import { parseArticle } from '../../../server/src/service/article/article';
import { createGlossary } from '../../../server/src/service/glossary/glossary';
import { termsInBlock } from '../../../server/src/service/glossary/matchTerms';

/** The notable terms of texts of the field, by text, as they are written there. */
const seeds: Readonly<Record<string, readonly string[]>> = JSON.parse(
	readFileSync('test/unit/data/seed-terms.json', 'utf8'),
);
const glossary = createGlossary(compileKnowledge('data'));

/** Whether the words are hovered, in whole or in part, in a sentence about tumours that spread. */
function isFound(surface: string): boolean {
	const before =
		'Where EMT, loss of E-cadherin or a kinase lets dormant tumour cells of a breast cancer reach vessels, bone and lung, ';
	// The words that terms of common words ask for stand around them, as they do in such texts.
	const text = `${before}${surface} matters for metastasis and survival.`;
	const { blocks } = parseArticle({ uri: 'test://host/a.md', version: 1, text });
	const [start, end] = [before.length, before.length + surface.length];
	return blocks.some((block) =>
		termsInBlock(glossary, block).some(
			(found) => found.start < end && start < found.end && (found.terms.length > 0 || found.abbreviation !== undefined),
		),
	);
}

suite('The notable terms of texts of the field', () => {
	for (const [text, surfaces] of Object.entries(seeds)) {
		test(text, () => {
			assert.ok(surfaces.length > 0);
			assert.deepEqual(
				surfaces.filter((surface) => !isFound(surface)),
				[],
			);
		});
	}
	test('a word that is no term is not found', () => assert.equal(isFound('furniture'), false));
});
