import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createReviewService, parseSettings } from '../../../server/src/service';
import { createBibliographyStore } from '../../../server/src/workspace/bibliographyStore';
import { knowledge } from '../../support/knowledge';
import { memoryFileSystem } from '../../support/memoryFileSystem';

const service = createReviewService(knowledge);
const entry = (key: string, title = key): string => `@misc{${key}, title = {${title}}}`;

/** The keys that a document can cite, given the files around it; missing bibliographies with a question mark. */
async function checkKeys(
	files: Record<string, string>,
	document: string,
	expected: readonly string[],
	settings: unknown = {},
): Promise<void> {
	const fileSystem = memoryFileSystem(files);
	const store = createBibliographyStore({
		service,
		openFile: () => undefined,
		fileSystem,
		homeUri: 'file:///Users/ana',
		onDidChange: () => undefined,
	});
	const article = service.parseArticle({ uri: `file://${document}`, version: 1, text: files[document] ?? '' });
	const parsed = parseSettings(settings);
	await store.load(article, parsed);
	const { bibliographies, missingBibliographies } = store.current(article, parsed);
	assert.deepEqual(
		[
			...bibliographies.flatMap(({ entries }) => entries.map(({ key }) => key)),
			...missingBibliographies.map(({ path }) => `${path}?`),
		],
		expected,
	);
}

suite('The bibliographies of a document', () => {
	test('those its front matter names, one or several', async () => {
		await checkKeys({ '/d/a.md': '---\nbibliography: r.bib\n---\n', '/d/r.bib': entry('a') }, '/d/a.md', ['a']);
		await checkKeys(
			{ '/d/a.md': '---\nbibliography: [r.bib, "../s t.bib"]\n---\n', '/d/r.bib': entry('a'), '/s t.bib': entry('b') },
			'/d/a.md',
			['a', 'b'],
		);
		await checkKeys(
			{
				'/d/a.md': '---\nbibliography:\n  - /abs/r.bib\n  - ~/s.bib\n---\n',
				'/abs/r.bib': entry('a'),
				'/Users/ana/s.bib': entry('b'),
			},
			'/d/a.md',
			['a', 'b'],
		);
	});
	test('a missing one is said', () =>
		checkKeys({ '/d/a.md': '---\nbibliography: [r.bib, none.bib]\n---\n', '/d/r.bib': entry('a') }, '/d/a.md', [
			'a',
			'none.bib?',
		]));
	test('else the ones beside it', async () => {
		await checkKeys(
			{ '/d/a.md': 'Text.', '/d/z.bib': entry('z'), '/d/b.bib': entry('b'), '/x.bib': entry('x') },
			'/d/a.md',
			['b', 'z'],
		);
		await checkKeys(
			{ '/d/a.md': '---\nbibliography: r.bib\n---\n', '/d/r.bib': entry('a'), '/d/z.bib': entry('z') },
			'/d/a.md',
			['a'],
		);
	});
	test('those of a Quarto project, up to its root', async () => {
		const files = {
			'/p/_quarto.yml': 'project:\n  type: book\nbibliography: refs/p.bib\n',
			'/p/refs/p.bib': entry('p'),
			'/p/part/_metadata.yml': 'bibliography: part.bib\n',
			'/p/part/part.bib': entry('part'),
			'/p/part/a.qmd': '---\nbibliography: own.bib\n---\n',
			'/p/part/own.bib': entry('own'),
			'/_quarto.yml': 'bibliography: beyond.bib\n',
			'/beyond.bib': entry('beyond'),
		};
		await checkKeys(files, '/p/part/a.qmd', ['p', 'part', 'own']);
	});
	test('those of a bookdown project, whose first chapter names them', () =>
		checkKeys(
			{
				'/b/_bookdown.yml': 'book_filename: b\n',
				'/b/index.Rmd': '---\nbibliography: book.bib\n---\n',
				'/b/book.bib': entry('k'),
				'/b/02.Rmd': 'Text.',
			},
			'/b/02.Rmd',
			['k'],
		));
	test('those of the settings come before the document’s, which win', () =>
		checkKeys(
			{ '/d/a.md': '---\nbibliography: r.bib\n---\n', '/d/r.bib': entry('a'), '/g.bib': entry('g') },
			'/d/a.md',
			['g', 'a'],
			{
				bibliography: { files: ['/g.bib'] },
			},
		));
	test('those that match a pattern of the settings', async () => {
		const files = {
			'/d/a.md': 'Text.',
			'/d/lib/b.bib': entry('b'),
			'/d/lib/deep/a.bib': entry('a'),
			'/d/lib/notes.txt': 'none',
			'/Users/ana/refs/c.bib': entry('c'),
			'/Users/ana/refs/c.json': '[]',
			'/d/x[1].bib': entry('x'),
		};
		const matching = (...patterns: string[]): unknown => ({ bibliography: { files: patterns } });
		await checkKeys(files, '/d/a.md', ['b', 'a'], matching('lib/**/*.bib'));
		await checkKeys(files, '/d/a.md', ['b'], matching('lib/*.bib'));
		await checkKeys(files, '/d/a.md', ['c', 'b'], matching('~/refs/*.bib', './lib/b.bib'));
		await checkKeys(files, '/d/a.md', ['x'], matching('x[1].bib'));
		// Without any match, those beside the document are used.
		await checkKeys(files, '/d/a.md', ['x'], matching('nowhere/*.bib'));
	});
	test('broken project files and unsaved documents cost nothing', async () => {
		await checkKeys({ '/p/_quarto.yml': ': [', '/p/a.md': 'Text.', '/p/r.bib': entry('a') }, '/p/a.md', ['a']);
		const article = service.parseArticle({
			uri: 'untitled:Untitled-1',
			version: 1,
			text: '---\nbibliography: r.bib\n---\n',
		});
		const store = createBibliographyStore({
			service,
			openFile: () => undefined,
			fileSystem: memoryFileSystem({}),
			homeUri: undefined,
			onDidChange: () => undefined,
		});
		await store.load(article, parseSettings({}));
		assert.deepEqual(store.current(article, parseSettings({})).bibliographies, []);
	});
});

suite('A bibliography that changes', () => {
	test('is read again once, and only then', async () => {
		const files: Record<string, string> = { '/d/a.md': '---\nbibliography: r.bib\n---\n', '/d/r.bib': entry('a') };
		const fileSystem = memoryFileSystem(files);
		let changes = 0;
		const store = createBibliographyStore({
			service,
			openFile: () => undefined,
			fileSystem,
			homeUri: undefined,
			onDidChange: () => changes++,
		});
		const article = service.parseArticle({ uri: 'file:///d/a.md', version: 1, text: files['/d/a.md'] ?? '' });
		const settings = parseSettings({});
		const keys = (): readonly string[] =>
			store.current(article, settings).bibliographies.flatMap(({ entries }) => entries.map(({ key }) => key));
		await store.load(article, settings);
		await store.load(article, settings);
		assert.equal(fileSystem.reads.filter((path) => path === '/d/r.bib').length, 1);
		files['/d/r.bib'] = `${entry('a')}\n${entry('b')}`;
		store.fileChanged('file:///d/r.bib');
		assert.equal(changes, 1);
		await store.load(article, settings);
		assert.deepEqual(keys(), ['a', 'b']);
		store.fileChanged('file:///d/unrelated.txt');
		assert.equal(changes, 1);
	});
	test('a new file that matches a pattern is found, and an edit is no reason to look', async () => {
		const files: Record<string, string> = { '/d/a.md': 'Text.', '/d/lib/a.bib': entry('a') };
		let looks = 0;
		const memory = memoryFileSystem(files);
		const store = createBibliographyStore({
			service,
			openFile: () => undefined,
			fileSystem: {
				...memory,
				findFiles: (folder, pattern) => {
					looks++;
					return memory.findFiles(folder, pattern);
				},
			},
			homeUri: undefined,
			onDidChange: () => undefined,
		});
		const article = service.parseArticle({ uri: 'file:///d/a.md', version: 1, text: 'Text.' });
		const settings = parseSettings({ bibliography: { files: ['lib/*.bib'] } });
		await store.load(article, settings);
		store.fileChanged('file:///d/lib/a.bib', true);
		await store.load(article, settings);
		assert.equal(looks, 1);
		files['/d/lib/b.bib'] = entry('b');
		store.fileChanged('file:///d/lib/b.bib');
		await store.load(article, settings);
		assert.deepEqual(
			store.current(article, settings).bibliographies.flatMap(({ entries }) => entries.map(({ key }) => key)),
			['a', 'b'],
		);
	});
	test('the writer is told when reading takes long, and when it is done', async (context) => {
		context.mock.timers.enable({ apis: ['setTimeout'] });
		const told: string[] = [];
		let deliver = (_: string): void => undefined;
		const store = createBibliographyStore({
			service,
			openFile: () => undefined,
			fileSystem: {
				...memoryFileSystem({}),
				readFile: () =>
					new Promise((resolve) => {
						deliver = resolve;
					}),
			},
			homeUri: undefined,
			onSlow: (uri) => {
				told.push(`reading ${uri}`);
				return () => told.push('done');
			},
			onDidChange: () => undefined,
		});
		const reading = store.read('file:///d/r.bib');
		context.mock.timers.tick(900);
		assert.deepEqual(told, []);
		context.mock.timers.tick(200);
		assert.deepEqual(told, ['reading file:///d/r.bib']);
		deliver(entry('a'));
		await reading;
		assert.deepEqual(told, ['reading file:///d/r.bib', 'done']);
	});
	test('an open editor wins over the file', async () => {
		const fileSystem = memoryFileSystem({ '/d/r.bib': entry('disk') });
		const store = createBibliographyStore({
			service,
			openFile: (uri) => (uri === 'file:///d/r.bib' ? { version: 7, getText: () => entry('editor') } : undefined),
			fileSystem,
			homeUri: undefined,
			onDidChange: () => undefined,
		});
		const article = service.parseArticle({ uri: 'file:///d/a.md', version: 1, text: '' });
		const settings = parseSettings({});
		await store.load(article, settings);
		assert.deepEqual(
			store.current(article, settings).bibliographies.flatMap(({ entries }) => entries.map(({ key }) => key)),
			['editor'],
		);
	});
});
