import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { markdownParser } from '../../../server/src/service/article/markdown/parser';

/** Words, and every character or sequence at which inline syntax begins or ends, in any order. */
const piece = fc.oneof(
	fc.constantFrom('word', 'h', 'w', 'D', '1', 'é', 'α', '😀', '.', ',', ' ', '  ', '\n', '  \n', '\\\n', '\t'),
	fc.constantFrom(
		'http://x.org/a',
		'www.a.b',
		'doi:10.1234/x',
		'10.1234/x(1)',
		'@key',
		'-@key',
		'[@a; @b]',
		'@a [p. 3]',
	),
	fc.constantFrom('*', '**', '_', '`', '``', '~', '~~', '^', '^[', '[', ']', '](x)', '![', '[^1]', '$', '$$', '(@x)'),
	fc.constantFrom(
		'\\',
		'\\@ref(a)',
		'&amp;',
		'<b>',
		'<http://x>',
		'<!-- x -->',
		'{.c}',
		'{{< a >}}',
		'"',
		"'",
		'|',
		'#',
	),
	fc.string({ maxLength: 3 }),
);

suite('Passing over plain text', () => {
	const careful = markdownParser.configure({ remove: ['PlainText'] });

	test('gives the tree that looking at every character gives', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
				const text = pieces.join('');
				assert.equal(String(markdownParser.parse(text)), String(careful.parse(text)));
				assert.deepEqual(nodesOf(markdownParser, text), nodesOf(careful, text));
			}),
			{ numRuns: 1000 },
		);
	});
});

function nodesOf(parser: typeof markdownParser, text: string): readonly string[] {
	const nodes: string[] = [];
	parser.parse(text).iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
	return nodes;
}
