import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
	CodeAction,
	CompletionItem,
	CompletionList,
	DocumentDiagnosticReport,
	Hover,
} from 'vscode-languageserver-protocol';
import { startTestClient, type TestClient } from '../support/testClient';

const LIMIT = { timeout: 30_000 };
const BIB =
	'@article{paget1889, title = {The distribution of secondary growths}, author = {Paget, Stephen}, year = 1889}\n';

suite('The server over stdio', LIMIT, () => {
	let client: TestClient;
	const folder = mkdtempSync(join(tmpdir(), 'metascribe-'));
	const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
	before(async () => {
		writeFileSync(join(folder, 'references.bib'), BIB);
		client = await startTestClient();
	});
	after(async () => {
		assert.equal(await client.stop(), 0);
		rmSync(folder, { recursive: true });
	});

	test('says what it can do', () => {
		const { capabilities } = client.server;
		assert.equal(capabilities.hoverProvider, true);
		assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['@']);
		assert.equal(capabilities.diagnosticProvider, undefined, 'findings are pushed to a client that cannot pull');
	});

	test('hovers, over exactly the term, after characters of two units', async () => {
		const uri = 'untitled:Untitled-1';
		await client.open(uri, '😀 é The premetastatic niche.\r\nNext.');
		const hover = await client.request<Hover>('textDocument/hover', {
			textDocument: { uri },
			position: { line: 0, character: 15 },
		});
		assert.match(JSON.stringify(hover.contents), /Pre\\\\-metastatic niche|Pre-metastatic niche/);
		assert.deepEqual(hover.range, { start: { line: 0, character: 9 }, end: { line: 0, character: 28 } });
		assert.equal(
			await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 1 } }),
			null,
		);
	});

	test('completes from the bibliography that the front matter names, and describes', async () => {
		const uri = uriOf('cite.md');
		await client.open(uri, '---\nbibliography: references.bib\n---\n\nKnown [@pag');
		const position = { line: 4, character: 11 };
		const list = await client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
		const [first] = list.items;
		assert.equal(list.isIncomplete, true);
		assert.equal(first?.label, 'paget1889');
		assert.deepEqual(first.textEdit, {
			range: { start: { line: 4, character: 8 }, end: position },
			newText: 'paget1889',
		});
		const described = await client.request<CompletionItem>('completionItem/resolve', first);
		assert.match(JSON.stringify(described.documentation), /secondary growths/);
	});

	test('offers built-in references without any bibliography', async () => {
		const uri = 'vscode-vfs://github/lab/review.qmd';
		await client.open(uri, 'Known [@dillek', 'quarto');
		const list = await client.request<CompletionList>('textDocument/completion', {
			textDocument: { uri },
			position: { line: 0, character: 14 },
		});
		assert.ok(list.items.some(({ label }) => label === 'dillekas2019are'));
	});

	test('finds unknown keys, of the version it was sent, and fixes them', async () => {
		const uri = uriOf('unknown.md');
		await client.open(uri, '---\nbibliography: references.bib\n---\n\nKnown [@paget1890].');
		const [found, ...more] = await client.diagnostics(uri, 1);
		assert.deepEqual(more, []);
		assert.equal(found?.source, 'metascribe');
		assert.equal(found.code, 'unknown-citation');
		assert.deepEqual(found.range, { start: { line: 4, character: 7 }, end: { line: 4, character: 17 } });
		const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
			textDocument: { uri },
			range: found.range,
			context: { diagnostics: [found] },
		});
		assert.equal(actions[0]?.edit?.changes?.[uri]?.[0]?.newText, '@paget1889');
		await client.change(uri, 2, '---\nbibliography: references.bib\n---\n\nKnown [@paget1889].');
		assert.deepEqual(await client.diagnostics(uri, 2), []);
	});

	test('underlines an unsupported claim and offers references for it', async () => {
		const uri = 'untitled:claim';
		const sentence = 'Studies have shown that 70% of patients with metastatic breast cancer develop bone metastases.';
		await client.open(uri, `# Introduction\n\n${sentence}\n`);
		const [found] = await client.diagnostics(uri);
		assert.equal(found?.code, 'unsupported-claim');
		assert.deepEqual(found.range, { start: { line: 2, character: 0 }, end: { line: 2, character: sentence.length } });
		const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
			textDocument: { uri },
			range: found.range,
			context: { diagnostics: [found] },
		});
		const cite = actions.find(({ title }) => title.startsWith('Cite '));
		assert.match(cite?.edit?.changes?.[uri]?.[0]?.newText ?? '', /^ \[@\w+\]$/);
	});

	test('an edit of the open bibliography renews the findings of the manuscript', async () => {
		const uri = uriOf('live.md');
		const bib = uriOf('references.bib');
		await client.open(uri, '---\nbibliography: references.bib\n---\n\nKnown [@new2020].');
		assert.equal((await client.diagnostics(uri)).length, 1);
		await client.open(bib, BIB, 'bibtex');
		await client.change(bib, 2, `${BIB}@article{new2020, title = {New}, author = {New, A.}, year = 2020}\n`);
		let found = await client.diagnostics(uri);
		while (found.length > 0) {
			found = await client.diagnostics(uri);
		}
		await client.close(bib);
	});

	test('says on its line that a bibliography is missing', async () => {
		const uri = uriOf('missing.md');
		await client.open(uri, '---\nbibliography:\n  - references.bib\n  - nowhere.bib\n---\n\nKnown [@x].');
		const found = await client.diagnostics(uri);
		assert.deepEqual(
			found.map(({ code, range }) => [code, range.start.line, range.start.character]),
			[['missing-bibliography', 3, 4]],
		);
	});

	test('bad input is answered', async () => {
		const inputs = [
			'',
			'---\n: [\n---\n',
			'[@',
			'[@a; @',
			'\ufeff---\n',
			'\u0000\ud800',
			'$$',
			'`'.repeat(5000),
			'[^'.repeat(5000),
			`x${'y '.repeat(2_500_000)}`,
		];
		for (const [index, text] of inputs.entries()) {
			const uri = `untitled:bad-${index}`;
			await client.open(uri, text);
			const found = await client.diagnostics(uri);
			assert.ok(Array.isArray(found));
			await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 1 } });
			await client.close(uri);
		}
	});

	test('documents that are not manuscripts and documents that are not open have nothing', async () => {
		await client.open('untitled:code', 'metastasis', 'python');
		for (const uri of ['untitled:code', 'untitled:closed']) {
			assert.equal(
				await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 1 } }),
				null,
			);
		}
	});
});

suite('The server and a client that pulls', LIMIT, () => {
	test('findings are pulled, with the settings of the document', async () => {
		const client = await startTestClient(
			{ textDocument: { diagnostic: {} } },
			{ settings: { diagnostics: { 'unknown-citation': 'hint' } } },
		);
		assert.ok(client.server.capabilities.diagnosticProvider);
		const uri = 'untitled:pulled';
		await client.open(uri, 'Known [@nobody].');
		const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
		assert.equal(report.kind, 'full');
		assert.deepEqual(
			report.items.map(({ code, severity }) => [code, severity]),
			[['unknown-citation', 4]],
		);
		await client.notify('workspace/didChangeConfiguration', {
			settings: { metascribe: { diagnostics: { enabled: false } } },
		});
		const silent = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
		assert.deepEqual(silent.kind === 'full' && silent.items, []);
		assert.equal(await client.stop(), 0);
	});
});

suite('The server and a client that can do what VS Code can', LIMIT, () => {
	test('it asks for nothing before it has answered, and lives', async () => {
		const dynamic = { dynamicRegistration: true };
		const client = await startTestClient({
			workspace: {
				workspaceFolders: true,
				didChangeWatchedFiles: dynamic,
				didChangeConfiguration: dynamic,
				diagnostics: { refreshSupport: true },
			},
			textDocument: { diagnostic: dynamic },
			window: { workDoneProgress: true },
		});
		const uri = 'untitled:alive';
		await client.open(uri, 'The premetastatic niche.');
		const hover = await client.request<Hover>('textDocument/hover', {
			textDocument: { uri },
			position: { line: 0, character: 6 },
		});
		assert.match(JSON.stringify(hover.contents), /Pre-metastatic niche/);
		assert.equal(await client.stop(), 0);
	});
});
