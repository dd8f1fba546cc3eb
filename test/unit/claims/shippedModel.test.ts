import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readSentence } from '../../../server/src/service/claims/reading';
import { assess, assessAlone, paragraph, shipped } from './shipped';

/** Sentences that a reviewer would stop at, with the reason that the finding gives. */
const loud: readonly (readonly [string, string])[] = [
	['Metastasis accounts for about 90% of all cancer deaths.', 'a statistic'],
	[
		'Several studies have shown that exosomes from breast cancer cells prepare the lung for metastasis.',
		'reports what studies have shown',
	],
	[
		'Circulating tumour cells have been detected in the blood of patients years after surgery.',
		'reports what has been found',
	],
	['The seed and soil hypothesis was first proposed by Stephen Paget in 1889.', 'reports what has been found'],
	[
		'In a randomised phase III trial, denosumab reduced skeletal events by 18% compared with zoledronic acid.',
		'a statistic',
	],
	['Expression of CXCR4 has been associated with poor prognosis in breast cancer.', 'reports what has been found'],
	['In mice, loss of E-cadherin promotes lung metastasis through activation of β-catenin.', 'a causal statement'],
	['In the United States, more than 150,000 women live with metastatic breast cancer.', 'a statistic'],
];

/** Sentences that need no reference of their own. */
const silent: readonly string[] = [
	'In this review, we discuss the mechanisms of organotropism.',
	'What makes the liver such a frequent site of metastasis?',
	'The remaining sections treat each organ in turn.',
	'As mentioned above, these steps overlap.',
	'Table 2 lists the drugs that are approved.',
	'We thank our colleagues for helpful comments.',
	'We believe that future work should address these questions.',
	'Further research will be needed.',
	'Several questions remain:',
	'Here, we propose a simple model.',
	'Our results suggest that the model can be improved.',
	'Therefore, it is important to consider these limitations.',
];

suite('the shipped model on a bare draft', () => {
	for (const [text, reason] of loud) {
		test(`flags: ${text}`, () => {
			const found = assessAlone(text);
			assert.ok(found.confidence, `score ${found.score}`);
			assert.equal(found.reason, reason);
		});
	}
	for (const text of silent) {
		test(`passes over: ${text}`, () => assert.equal(assessAlone(text).confidence, undefined));
	}

	test('a claim scores above a remark in the same place', () => {
		const around = ['Bone is a frequent site of relapse [@]', 'Lung is another [@]'];
		const [[claim] = [], [remark] = []] = assess([
			paragraph(['The five-year survival rate of these patients is 27%.', ...around]),
			paragraph(['We now turn to the organs one by one.', ...around]),
		]);
		assert.ok(claim && remark && claim.score > remark.score);
	});

	test('a sentence of 5 MB costs no more than a long one', () => {
		const [long, monstrous] = [4000, 5_000_000].map((length) => 'studies have shown '.repeat(length / 19));
		const time = (text = '') => {
			const start = performance.now();
			for (let i = 0; i < 20; i++) readSentence(text, shipped.model);
			return performance.now() - start;
		};
		time(long);
		assert.ok(time(monstrous) < 10 * time(long) + 50);
	});
});
