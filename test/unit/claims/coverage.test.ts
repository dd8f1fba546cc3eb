import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClaimParagraph } from '../../../server/src/service/claims/manuscript';
import { rulesOnly } from '../../../server/src/service/claims/model';
import { assess, paragraph } from './shipped';

/** Checks which sentences are covered at the three levels: a letter for each sentence, c covered, dot not. */
function checkCoverage(
	paragraphs: readonly ClaimParagraph[],
	expected: Readonly<Record<'sentence' | 'neighbour' | 'paragraph', string>>,
): void {
	for (const strictness of ['sentence', 'neighbour', 'paragraph'] as const) {
		const covered = assess(paragraphs, rulesOnly, { strictness });
		const letters = covered.map((own) => own.map((one) => (one.covered ? 'c' : '.')).join('')).join(' ');
		assert.equal(letters, expected[strictness], strictness);
	}
}

suite('coverage by the citation of a neighbour', () => {
	test('a continuation of a cited sentence, and what continues it in turn', () => {
		checkCoverage(
			[
				paragraph([
					'Tumour cells extravasate [@]',
					'They then lie dormant.',
					'This state lasts for years.',
					'Macrophages help.',
				]),
			],
			{ sentence: '....', neighbour: '.cc.', paragraph: '.ccc' },
		);
	});

	test('a continuation of an uncited sentence is not covered', () => {
		checkCoverage([paragraph(['Tumour cells extravasate.', 'They then lie dormant.', 'Macrophages help [@]'])], {
			sentence: '...',
			neighbour: '...',
			paragraph: 'cc.',
		});
	});

	test('a topic sentence that its paragraph supports', () => {
		checkCoverage([paragraph(['Many organs host metastases.', 'Liver is one [@]', 'Lung is another [@]'])], {
			sentence: '...',
			neighbour: 'c..',
			paragraph: 'ccc',
		});
	});

	test('a topic sentence with a figure of its own must cite it', () => {
		checkCoverage([paragraph(['Liver metastases occur in 25% of cases.', 'Liver is one [@]', 'Lung is another [@]'])], {
			sentence: '...',
			neighbour: '...',
			paragraph: 'ccc',
		});
	});

	test('a summary of cited sentences', () => {
		checkCoverage([paragraph(['Liver is a site [@]', 'Lung is a site.', 'Thus, many organs host metastases.'])], {
			sentence: '...',
			neighbour: '..c',
			paragraph: '.cc',
		});
	});

	test('items of a list whose lead-in is cited', () => {
		checkCoverage([paragraph(['Four sites prevail [@]']), paragraph(['Bone.'], 'body', { kind: 'list' })], {
			sentence: '. .',
			neighbour: '. c',
			paragraph: '. c',
		});
	});

	test('items of a list in another section, or whose lead-in is bare', () => {
		checkCoverage([paragraph(['Four sites prevail [@]'], 'intro'), paragraph(['Bone.'], 'body', { kind: 'list' })], {
			sentence: '. .',
			neighbour: '. .',
			paragraph: '. .',
		});
		checkCoverage([paragraph(['Four sites prevail.']), paragraph(['Bone.'], 'body', { kind: 'list' })], {
			sentence: '. .',
			neighbour: '. .',
			paragraph: '. .',
		});
	});

	test('its own citation covers no sentence', () => {
		checkCoverage([paragraph(['This state lasts for years [@]'])], { sentence: '.', neighbour: '.', paragraph: '.' });
	});
});
