import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseArticle } from '../../../server/src/service/article/article';
import { dedent } from '../../support/fixture';

/** Each block as `role section: sentence ¦ sentence`, cited ones with a star. */
function checkBlocks(source: string, expected: readonly string[]): void {
	const article = parseArticle({ uri: 'test://host/review.md', version: 1, text: dedent(source) });
	assert.deepEqual(
		article.blocks.map(({ role, section, content }) => {
			const sentences = content.sentences.map(({ cited, text }) => (cited ? `*${text}` : text)).join(' ¦ ');
			return `${role} ${section.kind}${sentences === '' ? '' : `: ${sentences}`}`;
		}),
		expected,
	);
}

suite('Blocks of a manuscript', () => {
	test('headings give sections their kind, and sections below inherit it', () =>
		checkBlocks(
			`
			# Results
			## Bone
			Cells grew.
			# References
			Anything.
			`,
			[
				'heading results: Results',
				'heading results: Bone',
				'prose results: Cells grew.',
				'heading skip: References',
				'prose skip: Anything.',
			],
		));

	test('a line with the name of a section is a heading in pasted text', () =>
		checkBlocks('Introduction\n\nCells spread.\n\nBreast cancer spreads.', [
			'heading intro: Introduction',
			'prose intro: Cells spread.',
			'prose intro: Breast cancer spreads.',
		]));

	test('front matter is no block', () => checkBlocks('---\ntitle: A\n---\n\nText here.', ['prose body: Text here.']));

	test('code, math, tables, comments and HTML have no sentences', () =>
		checkBlocks(
			`
			\`\`\`{r}
			x <- 1. Then more.
			\`\`\`

			\\begin{equation}
			a = b. Then.
			\\end{equation}

			| a | b |
			|---|---|
			| One. Two. | c |

			<!-- A comment. Another. -->

			<div>
			Not prose. At all.
			</div>
			`,
			['code body', 'other body', 'table body', 'other body', 'other body'],
		));

	test('captions are told by their label and by the table beside them', () =>
		checkBlocks(
			`
			| a | b |
			|---|---|
			| 1 | 2 |

			: Survival by stage

			**Figure 2.** The niche forms first.

			![A drawing](a.png){#fig-a}
			`,
			[
				'table body',
				'caption body: Survival by stage',
				'caption body: Figure 2. The niche forms first.',
				'figure body',
			],
		));

	test('simple and grid tables are tables', () =>
		checkBlocks(
			`
			Site    Share
			------  -----
			Bone    70

			+------+------+
			| Bone | 70.  |
			+------+------+

			After.
			`,
			['table body', 'table body', 'prose body: After.'],
		));

	test('definition lists, footnotes, quotes and lists', () =>
		checkBlocks(
			`
			Niche
			:   A place. It is altered.

			See[^1] here.

			[^1]: In mice [@a].

			> He said so.

			- First point.
			- Second point [@b].
			`,
			[
				'definition body: Niche',
				'definition body: A place. ¦ It is altered.',
				'prose body: See here.',
				'note body: *In mice.',
				'quote body: He said so.',
				'item body: First point.',
				'item body: *Second point.',
			],
		));

	test('fenced divs enclose prose, and the one of references is skipped', () =>
		checkBlocks('::: {.callout-note}\nCells spread.\n:::\n\n::: {#refs}\nPaget.\n:::\n\nAfter that.', [
			'other body',
			'prose body: Cells spread.',
			'other body',
			'other skip',
			'prose skip: Paget.',
			'other body',
			'prose body: After that.',
		]));

	test('citations in text, footnotes typed out, and addresses count as citations', () =>
		checkBlocks(
			`
			Cells spread [@a]. They rest [3–5]. They wake (Paget, 1889). They grow. See https://doi.org/10.1038/x for it.
			`,
			[
				'prose body: *Cells spread. ¦ *They rest [3–5]. ¦ *They wake (Paget, 1889). ¦ They grow. ¦ *See https://doi.org/10.1038/x for it.',
			],
		));

	test('markup is read through', () =>
		checkBlocks('CD8^+^ T cells *kill* **[many](x.html)** cells\\*. Ca^2+^ `x. Y` stays.', [
			'prose body: CD8+ T cells kill many cells*. ¦ Ca2+ `x. Y` stays.',
		]));

	test('carriage returns change nothing', () =>
		checkBlocks('---\r\ntitle: A\r\n---\r\n\r\n# Results\r\n\r\nCells\r\nspread. They rest.\r\n', [
			'heading results: Results',
			'prose results: Cells spread. ¦ They rest.',
		]));
});
