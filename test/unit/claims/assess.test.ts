import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Assessment } from '../../../server/src/service/claims/assess';
import type { ClaimParagraph } from '../../../server/src/service/claims/manuscript';
import { rulesOnly } from '../../../server/src/service/claims/model';
import { assess, paragraph } from './shipped';

const review: readonly ClaimParagraph[] = [
	paragraph([
		'Bone is the most frequent site of distant relapse in breast cancer [@]',
		'About 70% of patients with advanced disease develop bone metastases [@]',
		'They often suffer from pathological fractures.',
		'Denosumab delays skeletal events compared with zoledronic acid.',
	]),
	paragraph(['Osteoclasts release TGF-β from the bone matrix.', 'This growth factor stimulates tumour cells [@]']),
	paragraph(['Several drugs are approved:'], 'discussion'),
	paragraph(['Zoledronic acid inhibits osteoclasts.', 'Denosumab binds RANKL [@]'], 'discussion', { kind: 'list' }),
];

/** Removes the own citation of every sentence in turn; nothing about that sentence's score may change. */
function checkOwnCitationPlaysNoPart(paragraphs: readonly ClaimParagraph[]): void {
	const whole = assess(paragraphs);
	for (const [p, { sentences }] of paragraphs.entries()) {
		for (const s of sentences.keys()) {
			const toggled = paragraphs.map((other, at) =>
				at === p
					? { ...other, sentences: other.sentences.map((own, i) => (i === s ? { ...own, cited: !own.cited } : own)) }
					: other,
			);
			const { score, kind, reason, covered } = whole[p]?.[s] ?? assert.fail();
			const after = assess(toggled)[p]?.[s] ?? assert.fail();
			assert.deepEqual(pick(after), { score, kind, reason, covered }, sentences[s]?.text);
		}
	}
}

const pick = ({ score, kind, reason, covered }: Assessment) => ({ score, kind, reason, covered });

suite('assessing claims', () => {
	test("a sentence's own citation plays no part in its score", () => {
		checkOwnCitationPlaysNoPart(review);
		checkOwnCitationPlaysNoPart([paragraph(['Metastasis kills [@]'])]);
	});

	test('a sentence keeps its score when a citation moves within a paragraph far away', () => {
		const far = ['Bone is a site of relapse [@]', 'Liver is another.', 'Lung is the third.'];
		const moved = ['Bone is a site of relapse.', 'Liver is another.', 'Lung is the third [@]'];
		const scoresBeside = (other: readonly string[]) =>
			assess([...review, paragraph(other, 'conclusion')]).slice(0, review.length);
		assert.deepEqual(scoresBeside(moved), scoresBeside(far));
	});

	test('words that report what studies have shown are a warning, without a model too', () => {
		const [[only] = []] = assess([paragraph(['Several studies have shown that exosomes prime the lung.'])], rulesOnly);
		assert.equal(only?.confidence, 'high');
	});

	test('nothing comes of nothing', () => {
		assert.deepEqual(assess([]), []);
		assert.deepEqual(assess([paragraph([])]), [[]]);
	});

	test('scores are probabilities, whatever the text', () => {
		for (const text of ['', ' ', 'No', '.', '?!', '转移', '\u0000', '𝒜'.repeat(50), '((((((((((', '%'.repeat(9000)]) {
			for (const model of [undefined, rulesOnly]) {
				const [[only] = []] = assess([paragraph([text])], model);
				assert.ok(only && only.score >= 0 && only.score <= 1, JSON.stringify(text.slice(0, 20)));
			}
		}
	});

	test('a cited sentence is never flagged', () => {
		const found = assess(review).flat();
		const cited = review.flatMap(({ sentences }) => sentences.map((sentence) => sentence.cited));
		assert.deepEqual(
			found.filter(({ confidence }, i) => cited[i] && confidence),
			[],
		);
	});

	for (const section of ['abstract', 'skip'] as const) {
		test(`nothing is flagged in a section of kind ${section}`, () => {
			const [[only] = []] = assess([
				paragraph(['Studies have shown that 90% of cancer deaths are due to metastasis.'], section),
			]);
			assert.equal(only?.confidence, undefined);
		});
	}
});
