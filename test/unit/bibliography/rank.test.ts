import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import { builtInReferences, createLibrary } from '../../../server/src/service/bibliography/library';
import { type RankContext, type RankedSentence, rankReferences } from '../../../server/src/service/bibliography/rank';

const text = `
@article{niche, author={Kaplan, Rosandra}, year=2005, title={Bone marrow progenitors initiate the pre-metastatic niche}, abstract={Tumour-specific growth factors upregulate fibronectin.}}
@article{exosome, author={Hoshino, Ayuko}, year=2015, title={Tumour exosome integrins determine organotropic metastasis}, abstract={Exosomes are taken up by resident cells.}}
@article{dormancy, author={Sosa, Maria}, year=2014, title={Mechanisms of disseminated cancer cell dormancy}, keywords={quiescence, angiogenesis}}
@article{statistics, author={Kaplan, E. L. and Meier, Paul}, year=1958, title={Nonparametric estimation from incomplete observations}}
`;
const library = createLibrary([readBibliography('file:///refs.bib', text)], builtInReferences([]));

function check(sentence: RankedSentence, first: readonly string[], context?: RankContext): void {
	const keys = rankReferences(library, sentence, context).map(({ entry }) => entry.key);
	assert.deepEqual(keys.slice(0, first.length), first);
}

suite('references that fit a sentence', () => {
	test('share its words, whatever their endings', () =>
		check({ text: 'Progenitor cells from the marrow initiated niches.' }, ['niche']));
	test('by their abstract', () => check({ text: 'Fibronectin is upregulated by such factors.' }, ['niche']));
	test('by their keywords', () => check({ text: 'Quiescence is poorly understood.' }, ['dormancy']));
	test('by the sentence before', () =>
		check({ text: 'This determines where they go.', previous: 'Exosomes carry integrins.' }, ['exosome']));
	test('by an author the sentence names', () => check({ text: 'Hoshino et al. showed otherwise.' }, ['exosome']));
	test('by author and year', () => check({ text: 'As Kaplan found in 1958, it is so.' }, ['statistics', 'niche']));
	test('by synonyms', () => check({ text: 'Latency is common.' }, ['dormancy'], { synonyms: ['dormancy'] }));
	test('by what the manuscript says where it cites them', () => {
		const citingSentences = new Map([['statistics', ['Survival was estimated with standard curves.']]]);
		check({ text: 'Survival curves were estimated.' }, ['statistics'], { citingSentences });
	});
	test('none, where no word is shared', () => {
		assert.deepEqual(rankReferences(library, { text: 'Zebrafish swim.' }), []);
		assert.deepEqual(rankReferences(library, { text: '' }), []);
		assert.deepEqual(rankReferences(library, { text: 'of the and in' }), []);
	});
	test('at most as many as asked for', () =>
		assert.equal(rankReferences(library, { text: 'Tumour cell metastasis niche' }, { limit: 1 }).length, 1));
	test('with the words that speak for them, the most telling first', () => {
		const [best] = rankReferences(library, { text: 'Kaplan saw marrow progenitors and cells form the niche.' });
		assert.deepEqual(best?.matchingWords, ['Kaplan', 'marrow', 'progenitors', 'niche']);
	});
	test('a new entry is weighed like the others', () => {
		const bibliography = readBibliography('file:///refs.bib', text);
		const builtIns = builtInReferences([]);
		rankReferences(createLibrary([bibliography], builtIns), { text: 'marrow' });
		const changed = readBibliography(
			'file:///refs.bib',
			`${text}@article{new, title={Cell lines and cells}}\n`,
			bibliography,
		);
		const sentence = { text: 'Exosome integrins are taken up by cells.' };
		const afresh = readBibliography('file:///refs.bib', `${text}@article{new, title={Cell lines and cells}}\n`);
		assert.deepEqual(
			rankReferences(createLibrary([changed], builtIns), sentence).map(({ entry }) => entry.key),
			rankReferences(createLibrary([afresh], builtIns), sentence).map(({ entry }) => entry.key),
		);
	});
});
