import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applied, given, service } from './check';

const KEY = 'kaplan2005';
const ENTRY = `@article{kaplan2005,
  title = {{VEGFR1-positive} progenitors initiate the pre-metastatic niche},
  author = {Kaplan, RN and Riba, RD and Lyden, D},
  journal = {Nature},
  year = {2005},
  doi = {10.1038/nature04186},
}`;

/** A bibliography after the built-in reference was added: it reads back, and what was there is still there. */
function checkAdded(path: string, before: string, expected?: string): void {
	const { snapshot } = given(`//- /review.md\nText.\n//- ${path}\n@@`);
	const bibliography = service.readBibliography(`test://host${path}`, before);
	const addition = service.citing.addReferences(
		service.snapshot({ ...snapshot, bibliographies: [bibliography], article: snapshot.article }),
		[KEY],
	);
	assert.ok(addition?.kind === 'added');
	assert.deepEqual(addition.keys, [KEY]);
	const after = applied(before, addition.edits);
	const read = service.readBibliography(`test://host${path}`, after);
	assert.deepEqual(
		read.entries.map(({ key }) => key),
		[...bibliography.entries.map(({ key }) => key), KEY],
	);
	assert.equal(read.problems.length, bibliography.problems.length);
	assert.equal(read.entries.at(-1)?.reference.doi, '10.1038/nature04186');
	if (expected !== undefined) {
		assert.equal(after, expected);
	}
}

/** The new bibliography, and the manuscript that names it. */
function checkNew(text: string, path: string, expected: string, missing: readonly string[] = []): void {
	const { snapshot, document } = given(text, missing);
	const addition = service.citing.addReferences(snapshot, [KEY, KEY, 'unknown']);
	assert.ok(addition?.kind === 'new');
	assert.equal(addition.path, path);
	assert.equal(addition.text, `${ENTRY}\n`);
	assert.equal(applied(document.getText(), addition.frontMatter ? [addition.frontMatter] : []), expected);
}

suite('A built-in reference becomes the writer’s', () => {
	test('in BibTeX, laid out as the file is', () => {
		checkAdded('/a.bib', '', `${ENTRY}\n`);
		checkAdded('/a.bib', '@misc{a,\n  title = {A}\n}\n', `@misc{a,\n  title = {A}\n}\n\n${ENTRY}\n`);
		checkAdded(
			'/a.bib',
			'@misc{a, title={A}}\n@misc{b, title={B}}',
			`@misc{a, title={A}}\n@misc{b, title={B}}\n${ENTRY}\n`,
		);
		checkAdded(
			'/a.bib',
			'@misc{a,\n\ttitle = {A}\n}\n',
			`@misc{a,\n\ttitle = {A}\n}\n\n${ENTRY.replaceAll('\n  ', '\n\t')}\n`,
		);
		checkAdded(
			'/a.bib',
			'@misc{a,\r\n  title = {A}\r\n}\r\n',
			`@misc{a,\r\n  title = {A}\r\n}\r\n\r\n${ENTRY.replaceAll('\n', '\r\n')}\r\n`,
		);
		checkAdded('/a.bib', `${'@misc{x, title={X}}\n\n'.repeat(9)}% the end\n`);
	});
	test('in CSL JSON', () => {
		checkAdded('/a.json', '[\n  {\n    "id": "a",\n    "title": "A"\n  }\n]\n');
		checkAdded('/a.json', '[{"id":"a"},{"id":"b"}]');
		checkAdded('/a.json', '[]');
		checkAdded('/a.json', '');
	});
	test('in CSL YAML', () => {
		checkAdded('/a.yaml', 'references:\n- id: a\n  title: A\n- id: b\n  title: B\n');
		checkAdded('/a.yaml', '---\nreferences:\n  - id: a\n    title: A\n...\n');
		checkAdded('/a.yaml', '');
		checkAdded('/a.yaml', 'references: []\n');
	});
	test('in the list of the document itself', () => {
		const text = '---\nreferences:\n- id: a\n  title: A\n---\n\nKnown [@kaplan2005].\n';
		const { snapshot } = given(text);
		const addition = service.citing.addReferences(snapshot, [KEY]);
		assert.ok(addition?.kind === 'added');
		const after = applied(text, addition.edits);
		const article = service.parseArticle({ uri: 'test://host/review.md', version: 2, text: after });
		const again = service.snapshot({ ...snapshot, bibliographies: [], article });
		assert.equal(again.library.own(KEY)?.reference.year, 2005);
		assert.ok(after.endsWith('\n---\n\nKnown [@kaplan2005].\n'));
	});
	test('in a new file that the front matter names', () => {
		checkNew('Text.', 'references.bib', '---\nbibliography: references.bib\n---\n\nText.');
		checkNew(
			'---\ntitle: X\n---\n\nText.',
			'references.bib',
			'---\ntitle: X\nbibliography: references.bib\n---\n\nText.',
		);
		checkNew('---\ntitle: X\n...\nText.', 'references.bib', '---\ntitle: X\nbibliography: references.bib\n...\nText.');
		checkNew('---\ntitle: X\n\nText.', 'references.bib', '---\nbibliography: references.bib\ntitle: X\n\nText.');
	});
	test('in the file that the front matter names and that is not there', () =>
		checkNew('---\nbibliography: my.bib\n---\n', 'my.bib', '---\nbibliography: my.bib\n---', ['my.bib']));
	test('not twice, and no other', () => {
		const bib = '\n//- /refs.bib\n@article{kaplan2005, title = {Mine}}';
		assert.equal(service.citing.addReferences(given(`//- /review.md\nText.${bib}`).snapshot, [KEY, 'x']), undefined);
		assert.equal(service.citing.addReferences(given('Text.').snapshot, ['nobody']), undefined);
	});
});
