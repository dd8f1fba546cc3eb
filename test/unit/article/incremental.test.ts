import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type Article, parseArticle } from '../../../server/src/service/article/article';

/** Pieces that open and close whatever Markdown can leave open. */
const piece = fc.oneof(
	fc.constantFrom(
		...[
			'# ',
			'\n',
			'\n\n',
			'---\n',
			'[@a; @b]',
			'@key ',
			'[^1]',
			'[^1]: ',
			'^[',
			']',
			'[',
			'```\n',
			'$',
			'$$',
			':::',
			'::: {.x}\n',
			':   ',
			'- ',
			'> ',
			'1. ',
		],
		...[
			'| a | b |\n|---|---|\n',
			'<!-- ',
			' -->',
			'<div>\n',
			'*',
			'**',
			'`',
			'\\',
			'{.c}',
			'    ',
			'\r\n',
			'\t',
			'+---+\n',
			'a  b\n-- --\n',
			'\\begin{a}\n',
			'\\end{a}\n',
			'title: x\n',
			'...\n',
		],
	),
	fc.constantFrom('Metastasis kills. ', 'Cells spread (Fig. 2). ', 'e.g. ', 'TGF-β ', '😀', 'é', 'E. coli '),
	fc.string({ maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** All that an article says, without how it was made. */
function facts({ syntax: _, ...rest }: Article): unknown {
	return JSON.parse(JSON.stringify(rest, (_key, value) => (value instanceof Set ? [...value] : value)));
}

suite('Parsing again after an edit', () => {
	test('gives what parsing anew gives', () => {
		fc.assert(
			fc.property(
				text,
				text,
				fc.array(fc.tuple(fc.nat(), fc.nat(20), piece), { minLength: 1, maxLength: 5 }),
				(head, tail, edits) => {
					let current = `${head}\n\nA paragraph stands here. It has two sentences.\n\n${tail}`;
					let article = parseArticle({ uri: 'u', version: 0, text: current });
					edits.forEach(([at, length, insert], index) => {
						const start = at % (current.length + 1);
						current = current.slice(0, start) + insert + current.slice(start + length);
						article = parseArticle({ uri: 'u', version: index + 1, text: current }, article);
					});
					const anew = parseArticle({ uri: 'u', version: edits.length, text: current });
					assert.deepEqual(facts(article), facts(anew));
				},
			),
			{ numRuns: 300 },
		);
	});

	test('keeps the blocks that did not change', () => {
		const paragraphs = Array.from(
			{ length: 40 },
			(_, index) => `Paragraph ${index} makes a claim. It cites [@k${index}].`,
		);
		const before = parseArticle({ uri: 'u', version: 1, text: paragraphs.join('\n\n') });
		const after = parseArticle(
			{ uri: 'u', version: 2, text: paragraphs.join('\n\n').replace('Paragraph 20', 'Section 20') },
			before,
		);
		const kept = after.blocks.filter(({ content }) => before.blocks.some((block) => block.content === content));
		assert.ok(kept.length >= 38, `${kept.length} of 40 are kept`);
	});

	test('any text at all gives blocks inside it, in order', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
				const article = parseArticle({ uri: 'u', version: 1, text: source });
				let last = 0;
				for (const { start, end, content } of article.blocks) {
					assert.ok(start >= last && end >= start && end <= source.length);
					for (const sentence of content.sentences) {
						assert.ok(sentence.start >= 0 && sentence.end <= content.length && sentence.start < sentence.end);
					}
					last = start;
				}
			}),
			{ numRuns: 300 },
		);
	});

	test('a line of five megabytes takes no longer than reading it', () => {
		const source = `Word [@a] *b* (c) `.repeat(300_000);
		const article = parseArticle({ uri: 'u', version: 1, text: source });
		assert.equal(article.blocks.length, 1);
	});
});
