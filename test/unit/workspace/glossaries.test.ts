import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createReviewService, parseSettings } from '../../../server/src/service';
import { createGlossaryStore, type GlossaryStore } from '../../../server/src/workspace/glossaryStore';
import { knowledge } from '../../support/knowledge';
import { memoryFileSystem } from '../../support/memoryFileSystem';

const service = createReviewService(knowledge);
const settings = parseSettings({});

function glossary(id: string): string {
	return `terms: [{ id: ${id}, label: ${id}, definition: It is. }]`;
}

interface Given {
	readonly store: GlossaryStore;
	readonly files: Record<string, string>;
	readonly open: Map<string, { version: number; getText(): string }>;
	readonly read: string[];
	changes(): number;
	/** The ids of the terms that a document sees. */
	ids(uri: string, raw?: unknown): Promise<readonly string[]>;
}

function given(files: Record<string, string>, folders: readonly string[] = []): Given {
	const open: Given['open'] = new Map();
	const read: string[] = [];
	let changes = 0;
	const store = createGlossaryStore({
		service,
		openFile: (uri) => open.get(uri),
		fileSystem: memoryFileSystem(files),
		homeUri: 'file:///Users/me',
		workspaceFolders: () => folders,
		onDidRead: (uri, found) => read.push(`${uri} ${found ? found.problems.length : 'gone'}`),
		onDidChange: () => changes++,
	});
	return {
		store,
		files,
		open,
		read,
		changes: () => changes,
		async ids(uri, raw) {
			const its = raw === undefined ? settings : parseSettings(raw);
			await store.load(uri, its);
			return store.current(uri, its).flatMap(({ terms }) => terms.map(({ id }) => id));
		},
	};
}

suite("Where the writer's glossary is", () => {
	test('in the workspace folder of the document', async () => {
		const { ids } = given(
			{
				'/a/.metascribe/glossary.yaml': glossary('in-a'),
				'/b/.metascribe/glossary.yml': glossary('in-b'),
				'/a/x/r.md': '',
			},
			['file:///a', 'file:///b/'],
		);
		assert.deepEqual(await ids('file:///a/x/r.md'), ['in-a']);
		assert.deepEqual(await ids('file:///b/r.md'), ['in-b']);
	});
	test('the nearest, and none above the workspace folder', async () => {
		const { ids } = given(
			{
				'/.metascribe/glossary.yaml': glossary('root'),
				'/a/x/.metascribe/glossary.yaml': glossary('near'),
				'/a/y/r.md': '',
			},
			['file:///a'],
		);
		assert.deepEqual(await ids('file:///a/x/r.md'), ['near']);
		assert.deepEqual(await ids('file:///a/y/r.md'), []);
	});
	test('of every workspace folder, for a document in none', async () => {
		const { ids } = given(
			{
				'/a/.metascribe/glossary.yaml': glossary('in-a'),
				'/b/.metascribe/glossary.json': `{"terms":[{"id":"in-b","label":"B","definition":"It is."}]}`,
			},
			['file:///a', 'file:///b'],
		);
		assert.deepEqual(await ids('untitled:Untitled-1'), ['in-a', 'in-b']);
	});
	test('up the tree from the document, without a workspace', async () => {
		const { ids } = given({ '/Users/me/.metascribe/glossary.yaml': glossary('above') });
		assert.deepEqual(await ids('file:///Users/me/papers/one/r.md'), ['above']);
		assert.deepEqual(await ids('untitled:Untitled-1'), []);
	});
	test('where the settings say, besides', async () => {
		const { ids } = given(
			{
				'/a/terms/lab.yaml': glossary('lab'),
				'/Users/me/mine.yaml': glossary('mine'),
				'/a/.metascribe/glossary.yaml': glossary('in-a'),
			},
			['file:///a'],
		);
		assert.deepEqual(await ids('file:///a/x/r.md', { glossary: { files: ['terms/lab.yaml', '~/mine.yaml'] } }), [
			'lab',
			'mine',
			'in-a',
		]);
	});
});

suite("The writer's glossary as it changes", () => {
	const uri = 'file:///a/.metascribe/glossary.yaml';
	const path = '/a/.metascribe/glossary.yaml';
	test('is the same object, read once, while nothing changes', async () => {
		const { store, ids, read } = given({ [path]: glossary('one') }, ['file:///a']);
		await ids('file:///a/r.md');
		const before = store.current('file:///a/r.md', settings);
		await ids('file:///a/s.md');
		assert.equal(store.current('file:///a/s.md', settings), before);
		assert.deepEqual(read, [`${uri} 0`]);
	});
	test('is read again when the file changes, and says what is wrong in it', async () => {
		const { store, files, ids, read, changes } = given({ [path]: glossary('one') }, ['file:///a']);
		assert.deepEqual(await ids('file:///a/r.md'), ['one']);
		files[path] = 'terms: [{ id: two }]';
		store.fileChanged(uri);
		assert.equal(changes(), 1);
		assert.deepEqual(await ids('file:///a/r.md'), []);
		assert.deepEqual(read, [`${uri} 0`, `${uri} 2`]);
	});
	test("the open editor's text wins", async () => {
		const { store, open, ids } = given({ [path]: glossary('saved') }, ['file:///a']);
		open.set(uri, { version: 3, getText: () => glossary('typed') });
		assert.deepEqual(await ids('file:///a/r.md'), ['typed']);
		open.delete(uri);
		store.fileChanged(uri);
		assert.deepEqual(await ids('file:///a/r.md'), ['saved']);
	});
	test('may come later, and go', async () => {
		const { store, files, ids, read } = given({ '/a/r.md': '' }, ['file:///a']);
		assert.deepEqual(await ids('file:///a/r.md'), []);
		files[path] = glossary('new');
		store.fileChanged(uri);
		assert.deepEqual(await ids('file:///a/r.md'), ['new']);
		delete files[path];
		store.fileChanged(uri);
		assert.deepEqual(await ids('file:///a/r.md'), []);
		assert.equal(read.at(-1), `${uri} gone`);
	});
	test('other files are no glossaries', () => {
		const { store, changes } = given({}, ['file:///a']);
		store.fileChanged('file:///a/_quarto.yml');
		assert.equal(changes(), 0);
		assert.equal(store.isGlossary('file:///a/_quarto.yml'), false);
		assert.equal(store.isGlossary(uri), true);
	});
});
