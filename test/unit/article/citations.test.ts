import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { citationsOf, parseArticle } from '../../../server/src/service/article/article';
import type { Range } from '../../../server/src/service/text/range';

/** The keys cited in a text, those that are part of a sentence with `!` after them. */
function checkKeys(text: string, ...keys: readonly string[]): void {
	const article = parseArticle({ uri: 'test://host/review.md', version: 1, text });
	const found = [...citationsOf(article)];
	assert.deepEqual(
		found.map(({ key, cluster }) => (cluster.narrative ? `${key}!` : key)),
		keys,
	);
	for (const { key, keyRange } of found) {
		assert.match(text.slice(keyRange.start, keyRange.end), /^@/);
		assert.ok(text.slice(keyRange.start, keyRange.end).includes(key));
	}
}

/** Key, mode, prefix and suffix of each citation. */
function checkParts(text: string, ...parts: readonly (readonly string[])[]): void {
	const article = parseArticle({ uri: 'test://host/review.md', version: 1, text });
	const slice = (range: Range | undefined): string => (range ? text.slice(range.start, range.end) : '');
	assert.deepEqual(
		[...citationsOf(article)].map(({ key, mode, prefix, suffix }) => [key, mode, slice(prefix), slice(suffix)]),
		parts,
	);
}

suite('Citations', () => {
	test('groups', () => {
		checkKeys('Known [@a].', 'a');
		checkKeys('Known [see @a, pp. 3-4 and *passim*; -@b; @c].', 'a', 'b', 'c');
		checkKeys('Known [-@a].', 'a');
		checkKeys('[@a; not a key] is no group.', 'a!');
	});
	test('in the sentence', () => {
		checkKeys('@a showed it.', 'a!');
		checkKeys('As @a [p. 3] showed.', 'a!');
		checkKeys('As @a [p. 3; @b] showed.', 'a!', 'b!');
	});
	test('keys end before the punctuation of the sentence', () => {
		checkKeys(
			'See @smith2020. See (@smith2021) and @smith2022: or @smith2023’s.',
			'smith2020!',
			'smith2021!',
			'smith2022!',
			'smith2023!',
		);
		checkKeys('See @foo..bar and @a--b here.', 'foo!', 'a!');
	});
	test('keys of all sorts', () =>
		checkKeys(
			'See @Müller2019, @doi:10.1000/abc-1, @{odd key?}, @{Foo.baz?} and @url:https://x.org/a.',
			'Müller2019!',
			'doi:10.1000/abc-1!',
			'Foo.baz?!',
			'url:https://x.org/a!',
		));
	test('in notes, headings, emphasis, tables and footnotes', () => {
		checkKeys('Text^[A note [@a].] and *more [@b]*.', 'a', 'b');
		checkKeys('# Heading [@a]\n\n| x |\n|---|\n| [@b] |\n\n[^1]: Foot [@c].', 'a', 'b', 'c');
	});
	test('an address with an at sign is a citation to pandoc', () => checkKeys('See https://x.org/@user here.', 'user!'));
	test('no citations', () => {
		checkKeys('Mail me@example.org or `@code` or $@x$ or \\@x.');
		checkKeys('<https://x.org/@user> and [text](https://x.org/@user) and <a@b.org>');
		checkKeys('See @fig-volcano, @tbl-stage, @sec-intro, @eq-one and \\@ref(fig:x).');
		checkKeys('(@good) An example.\n\n@good. Another.');
		checkKeys('```\n[@a]\n```\n\n    [@b]\n');
		checkKeys('---\nnote: "[@a]"\n---\n');
		checkKeys('[an @a link](https://x.org)', 'a!');
	});
	test('an author is suppressed by a dash in brackets only, and what stands around a key is known', () => {
		checkParts('Known [see -@a, p. 3; @b].', ['a', 'suppress-author', 'see', ', p. 3'], ['b', 'normal', '', '']);
		checkParts('As -@a [p. 3; cf. @b] says.', ['a', 'author-in-text', '', 'p. 3'], ['b', 'normal', 'cf.', '']);
		checkParts('Known [@a, @b].', ['a', 'normal', '', ', @b'], ['b', 'author-in-text', '', '']);
	});
	test('half-typed ones', () => {
		checkKeys('Known [@a', 'a!');
		checkKeys('Known [@');
		checkKeys('Known [@a; @b', 'a!', 'b!');
	});
});
