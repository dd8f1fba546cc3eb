import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
	CodeAction,
	Diagnostic,
	DocumentHighlight,
	DocumentSymbol,
	Hover,
	InlayHint,
	Location,
	TextEdit,
	WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startTestClient, type TestClient } from '../support/testClient';

const LIMIT = { timeout: 30_000 };
const FILES: Readonly<Record<string, string>> = {
	'references.bib': [
		'% Encoding: UTF-8',
		'',
		'@article{paget1889, title = {The distribution of secondary growths}, author = {Paget, Stephen}, year = 1889}',
		'@article{ewing1928, title = {Neoplastic diseases}, author = {Ewing, James}, year = 1928, doi = {10.1000/ewing}}',
		'',
	].join('\r\n'),
	'one.md': '---\nbibliography: references.bib\n---\n\nSeed and soil [@paget1889].\n\nMechanics [@ewing1928].\n',
	'chapters/two.md':
		'---\nbibliography: ../references.bib\n---\n\nIn 1889 @paget1889 wrote, and again [see @paget1889].\n',
	'other/references.bib': '@misc{paget1889, title = {Another work}}\n',
	'other/three.md': '---\nbibliography: references.bib\n---\n\nNot the same [@paget1889].\n',
	'node_modules/four.md': '---\nbibliography: ../references.bib\n---\n\nNot ours [@paget1889].\n',
};

suite('A key, over stdio', LIMIT, () => {
	let client: TestClient;
	const folder = mkdtempSync(join(tmpdir(), 'metascribe-'));
	const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
	const write = (name: string, text: string): void => {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), text);
	};
	/** What a request about the first place of some words asks for. */
	const at = (
		name: string,
		words: string,
	): { textDocument: { uri: string }; position: { line: number; character: number } } => {
		const text = FILES[name] ?? '';
		const before = text.slice(0, text.indexOf(words)).split(/\r?\n/);
		return {
			textDocument: { uri: uriOf(name) },
			position: { line: before.length - 1, character: (before.at(-1) ?? '').length + 1 },
		};
	};
	/** "one.md:4:15", in the order of their names. */
	const places = (locations: readonly Location[]): readonly string[] =>
		locations
			.map(({ uri, range }) => `${uri.slice(uriOf('').length + 1)}:${range.start.line}:${range.start.character}`)
			.sort();
	/** The files that an edit changes, as they are after it. */
	const edited = ({ changes }: WorkspaceEdit): Record<string, string> =>
		Object.fromEntries(
			Object.entries(changes ?? {}).map(([uri, edits]: [string, TextEdit[]]) => {
				const name = uri.slice(uriOf('').length + 1);
				return [name, TextDocument.applyEdits(TextDocument.create(uri, '', 0, FILES[name] ?? ''), edits)];
			}),
		);

	before(async () => {
		for (const [name, text] of Object.entries(FILES)) write(name, text);
		client = await startTestClient({}, {}, uriOf(''));
		await client.open(uriOf('one.md'), FILES['one.md'] ?? '');
		await client.open(uriOf('references.bib'), FILES['references.bib'] ?? '', 'bibtex');
	});
	after(async () => {
		assert.equal(await client.stop(), 0);
		rmSync(folder, { recursive: true });
	});

	test('leads to its entry', async () => {
		const found = await client.request<Location[]>('textDocument/definition', at('one.md', 'ewing1928'));
		assert.deepEqual(places(found), ['references.bib:3:9']);
		assert.equal(await client.request('textDocument/definition', at('one.md', 'Mechanics')), null);
	});

	test('leads to all its citations, from manuscript and bibliography, and not to those of another entry', async () => {
		for (const place of [at('one.md', 'paget1889'), at('references.bib', 'paget1889')]) {
			const found = await client.request<Location[]>('textDocument/references', {
				...place,
				context: { includeDeclaration: true },
			});
			assert.deepEqual(places(found), [
				'chapters/two.md:4:41',
				'chapters/two.md:4:8',
				'one.md:4:15',
				'references.bib:2:9',
			]);
		}
	});

	test('is renamed in all of them', async () => {
		for (const place of [at('one.md', 'paget1889'), at('references.bib', 'paget1889')]) {
			const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', place);
			assert.equal(prepared.placeholder, 'paget1889');
			const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: '@seed-and-soil' });
			assert.deepEqual(
				edited(edit),
				Object.fromEntries(
					['references.bib', 'one.md', 'chapters/two.md'].map((name) => [
						name,
						(FILES[name] ?? '').replaceAll('paget1889', 'seed-and-soil'),
					]),
				),
			);
		}
	});

	test('is not renamed to a key that another entry has, or to what is no key', async () => {
		const place = at('one.md', 'paget1889');
		await assert.rejects(
			client.request('textDocument/rename', { ...place, newName: 'ewing1928' }),
			/There is an entry with the key “ewing1928” already/,
		);
		await assert.rejects(client.request('textDocument/rename', { ...place, newName: 'a b' }), /contains a space/);
	});

	test('is highlighted, and explained in its bibliography', async () => {
		const found = await client.request<DocumentHighlight[]>(
			'textDocument/documentHighlight',
			at('one.md', 'paget1889'),
		);
		assert.deepEqual(
			found.map(({ range }) => [range.start.line, range.start.character]),
			[[4, 15]],
		);
		const hover = await client.request<Hover>('textDocument/hover', at('references.bib', 'paget1889'));
		assert.match(JSON.stringify(hover.contents), /secondary growths.*Cited 3 times in 2 manuscripts/);
	});

	test('its bibliography has an outline and links', async () => {
		const textDocument = { uri: uriOf('references.bib') };
		const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
		assert.deepEqual(
			symbols.map(({ name, detail, selectionRange }) => [name, detail, selectionRange.start.line]),
			[
				['Paget 1889', 'paget1889 · The distribution of secondary growths', 2],
				['Ewing 1928', 'ewing1928 · Neoplastic diseases', 3],
			],
		);
		const links = await client.request<{ target: string }[]>('textDocument/documentLink', { textDocument });
		assert.deepEqual(
			links.map(({ target }) => target),
			['https://doi.org/10.1000/ewing'],
		);
	});

	test('author and year stand behind it, if the setting asks for that', async () => {
		const params = {
			textDocument: { uri: uriOf('one.md') },
			range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
		};
		assert.deepEqual(await client.request<InlayHint[]>('textDocument/inlayHint', params), []);
		await client.notify('workspace/didChangeConfiguration', {
			settings: { metascribe: { inlayHints: { references: true } } },
		});
		const hints = await client.request<InlayHint[]>('textDocument/inlayHint', params);
		assert.deepEqual(
			hints.map(({ label, position }) => [label, position.line, position.character]),
			[
				['Paget 1889', 4, 25],
				['Ewing 1928', 6, 21],
			],
		);
	});

	test('its entry can be copied', async () => {
		const { textDocument, position } = at('one.md', 'ewing1928');
		const entry = await client.request<{ key: string; text: string }>('metascribe/entry', {
			uri: textDocument.uri,
			position,
		});
		assert.equal(entry.key, 'ewing1928');
		assert.equal(entry.text, (FILES['references.bib'] ?? '').split('\r\n')[3]);
	});
});

suite('An open bibliography, over stdio', LIMIT, () => {
	const REVIEW = '---\nbibliography: r.bib\n---\n\nKnown [@a; @b].\n';
	const WORKS = '@misc{a, title = {A}}\n@misc{b, title = {B}}\n';

	const TWICE =
		'@misc{a, title = {A}, doi = {10.1000/x}}\n@misc{b, title = {A}, doi = {10.1000/x}}\n@misc{c, title = {C}}\n';
	const UNSORTED = '@misc{z, title = {Z}}\n@misc{b, title = {B}}\n@misc{a, title = {A}}\n';

	interface Given {
		readonly client: TestClient;
		/** The address of a file in the folder that is open. */
		readonly uriOf: (name: string) => string;
		/** Writes `r.bib`, as another program would. */
		readonly save: (text: string) => void;
		/** The findings of a version as soon as there are so many: they follow each other as files are read. */
		readonly findings: (uri: string, version: number, count: number) => Promise<readonly Diagnostic[]>;
	}

	/** Runs a test in a folder with `review.md` and `r.bib`. */
	async function inFolder(works: string, run: (given: Given) => Promise<void>): Promise<void> {
		const folder = mkdtempSync(join(tmpdir(), 'metascribe-'));
		const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
		const save = (text: string): void => writeFileSync(join(folder, 'r.bib'), text);
		writeFileSync(join(folder, 'review.md'), REVIEW);
		save(works);
		const client = await startTestClient({}, {}, uriOf(''));
		const findings = async (uri: string, version: number, count: number): Promise<readonly Diagnostic[]> => {
			for (;;) {
				const found = await client.diagnostics(uri, version);
				if (found.length === count) return found;
			}
		};
		try {
			await run({ client, uriOf, save, findings });
		} finally {
			await client.stop();
			rmSync(folder, { recursive: true });
		}
	}

	test('what is half-written is reported in it, and no more when it is repaired', () =>
		inFolder(WORKS, async ({ client, uriOf, findings }) => {
			const uri = uriOf('r.bib');
			await client.open(uri, WORKS, 'bibtex');
			await findings(uri, 1, 0);
			await client.change(uri, 2, `${WORKS}@misc{c, title = {C`);
			const [found] = await findings(uri, 2, 3);
			assert.equal(found?.code, 'invalid-entry');
			assert.equal(found.range.start.line, 2);
			await client.change(uri, 3, `${WORKS}@misc{c, title = {C}}\n`);
			const [unused, ...more] = await findings(uri, 3, 1);
			assert.deepEqual(more, []);
			assert.equal(unused?.code, 'unused-reference');
			const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
				textDocument: { uri },
				range: unused.range,
				context: { diagnostics: [unused] },
			});
			assert.deepEqual(
				actions.map(({ title }) => title),
				['Remove this entry'],
			);
		}));

	test('while it is not open, the manuscript says so where it names it', () =>
		inFolder(WORKS, async ({ client, uriOf, save, findings }) => {
			const uri = uriOf('review.md');
			const changed = (): Promise<void> =>
				client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('r.bib'), type: 2 }] });
			await client.open(uri, REVIEW);
			await findings(uri, 1, 0);
			save(`${WORKS}@misc{c title = {C`);
			await changed();
			const [found] = await findings(uri, 1, 1);
			assert.equal(found?.code, 'invalid-entry');
			assert.equal(found.range.start.line, 1);
			assert.match(String(found.message), /^An entry is not well formed in “r.bib”/);
			assert.equal(found.relatedInformation?.[0]?.location.range.start.line, 2);
			save(WORKS);
			await changed();
			await findings(uri, 1, 0);
		}));

	test('two keys of one work are merged in manuscript and bibliography', () =>
		inFolder(TWICE, async ({ client, uriOf, findings }) => {
			const uri = uriOf('review.md');
			await client.open(uri, REVIEW);
			const [found] = await findings(uri, 1, 1);
			assert.equal(found?.code, 'duplicate-reference');
			const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
				textDocument: { uri },
				range: found.range,
				context: { diagnostics: [found] },
			});
			const { changes } = actions.find(({ title }) => title === 'Merge into @a')?.edit ?? {};
			const apply = (name: string, text: string): string =>
				TextDocument.applyEdits(TextDocument.create('', '', 0, text), changes?.[uriOf(name)] ?? []);
			assert.equal(apply('review.md', REVIEW), REVIEW.replace('@b', '@a'));
			assert.equal(apply('r.bib', TWICE), '@misc{a, title = {A}, doi = {10.1000/x}}\n@misc{c, title = {C}}\n');
		}));

	test('is put in order', () =>
		inFolder(UNSORTED, async ({ client, uriOf }) => {
			await client.open(uriOf('r.bib'), UNSORTED, 'bibtex');
			assert.deepEqual(await client.request('metascribe/tidy', { uri: uriOf('r.bib') }), {
				text: '@misc{a, title = {A}}\n\n@misc{b, title = {B}}\n',
				version: 1,
				removed: ['z'],
				entries: 3,
				manuscripts: 1,
			});
		}));
});
