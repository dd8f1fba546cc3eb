import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createReviewService } from '../../../server/src/service';
import { createManuscriptStore, type ManuscriptStore } from '../../../server/src/workspace/manuscriptStore';
import { knowledge } from '../../support/knowledge';
import { memoryFileSystem } from '../../support/memoryFileSystem';

const service = createReviewService(knowledge);

function storeOver(files: Record<string, string>, open: Record<string, string> = {}, watches = true) {
	const fileSystem = memoryFileSystem(files);
	const store = createManuscriptStore({
		service,
		fileSystem,
		folders: () => ['file:///p'],
		openArticles: () =>
			Object.entries(open).map(([path, text]) => service.parseArticle({ uri: `file://${path}`, version: 1, text })),
		watches,
	});
	return { store, fileSystem };
}

/** The first words of each manuscript, in order; then those of other texts. */
async function textsOf(store: ManuscriptStore, how: 'all' | 'known' = 'all'): Promise<readonly string[]> {
	const { manuscripts, otherTexts } = await store[how]();
	return [...manuscripts.map(({ text }) => text).sort(), ...otherTexts];
}

suite('The manuscripts of the workspace', () => {
	test('those that cite, in all folders, with other texts that do', async () => {
		const { store } = storeOver({
			'/p/a.md': 'A [@x].',
			'/p/deep/er/b.Rmd': 'B @x.',
			'/p/c.qmd': '---\nbibliography: r.bib\n---\n',
			'/p/README.md': 'Nothing, not even a@b.org.',
			'/p/paper.tex': 'T \\cite{x}.',
			'/p/r.bib': '@misc{x}',
			'/q/d.md': 'D [@x].',
		});
		assert.deepEqual(await textsOf(store), ['---\nbibliography: r.bib\n---\n', 'A [@x].', 'B @x.', 'T \\cite{x}.']);
	});

	test('the text of an editor wins, and open ones outside of the folders count', async () => {
		const { store } = storeOver({ '/p/a.md': 'Saved [@x].' }, { '/p/a.md': 'Typed [@x].', '/q/b.md': 'B [@x].' });
		assert.deepEqual(await textsOf(store), ['B [@x].', 'Typed [@x].']);
	});

	test('what did not change is not read or parsed again', async () => {
		const files: Record<string, string> = { '/p/a.md': 'A [@x].', '/p/b.md': 'B [@x].' };
		const { store, fileSystem } = storeOver(files);
		const [first] = (await store.all()).manuscripts;
		await store.all();
		assert.equal(fileSystem.reads.length, 2);
		files['/p/b.md'] = 'C [@x].';
		store.fileChanged('file:///p/b.md');
		const { manuscripts } = await store.all();
		assert.deepEqual(fileSystem.reads.slice(2), ['/p/b.md']);
		assert.ok(first && manuscripts.includes(first));
		assert.deepEqual(await textsOf(store), ['A [@x].', 'C [@x].']);
	});

	test('files that come and go', async () => {
		const files: Record<string, string> = { '/p/a.md': 'A [@x].' };
		const { store } = storeOver(files);
		await store.all();
		files['/p/b.md'] = 'B [@x].';
		store.fileChanged('file:///p/b.md');
		assert.deepEqual(await textsOf(store, 'known'), ['A [@x].', 'B [@x].']);
		delete files['/p/a.md'];
		store.fileChanged('file:///p/a.md');
		assert.deepEqual(await textsOf(store, 'known'), ['B [@x].']);
	});

	test('what is outside of the folders is not covered', () => {
		const { store } = storeOver({});
		assert.equal(store.covers('file:///p/deep/r.bib'), true);
		assert.equal(store.covers('file:///pp/r.bib'), false);
		assert.equal(store.covers('untitled:r.bib'), false);
	});

	test('without word from the client everything is looked at again when it matters', async () => {
		const files: Record<string, string> = { '/p/a.md': 'A [@x].' };
		const { store } = storeOver(files, {}, false);
		await store.all();
		files['/p/a.md'] = 'B [@x].';
		assert.deepEqual(await textsOf(store, 'known'), ['A [@x].']);
		assert.deepEqual(await textsOf(store, 'all'), ['B [@x].']);
	});
});
