import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CompletionList, Hover, LocationLink } from 'vscode-languageserver-protocol';
import { type GlossaryEntry, listTermsRequest, searchTermsRequest } from '../../server/src/protocol';
import { startTestClient, type TestClient } from '../support/testClient';

const LIMIT = { timeout: 30_000 };

suite("The server and the writer's glossary", LIMIT, () => {
	const folder = mkdtempSync(join(tmpdir(), 'metascribe-'));
	const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
	const review = uriOf('review.md');
	const own = uriOf('.metascribe/glossary.yaml');
	const term = 'terms:\n  - id: lodging-site\n    label: Lodging site\n    definition: Where a cell stops.\n';
	let client: TestClient;
	before(async () => {
		mkdirSync(join(folder, '.metascribe'));
		writeFileSync(join(folder, '.metascribe/glossary.yaml'), term);
		client = await startTestClient({ textDocument: { diagnostic: {}, definition: { linkSupport: true } } });
	});
	after(async () => {
		assert.equal(await client.stop(), 0);
		rmSync(folder, { recursive: true });
	});

	test('from a term to its entry, as the editor has it', async () => {
		const text = 'The lodging site of tumour cells. In TME the ';
		await client.open(review, text);
		const at = { textDocument: { uri: review }, position: { line: 0, character: 6 } };
		const [link] = await client.request<LocationLink[]>('textDocument/definition', at);
		assert.equal(link?.targetUri, own);
		assert.deepEqual(link.targetSelectionRange, { start: { line: 2, character: 11 }, end: { line: 2, character: 23 } });
		assert.deepEqual(link.originSelectionRange, { start: { line: 0, character: 4 }, end: { line: 0, character: 16 } });
		assert.match(JSON.stringify(await client.request<Hover>('textDocument/hover', at)), /Where a cell stops/);
		assert.deepEqual(await client.diagnostics(own), []);
	});

	test('what is wrong in it is reported while it is typed', async () => {
		await client.open(own, term.replace('    label: Lodging site\n', ''), 'yaml');
		const [found, ...more] = await client.diagnostics(own);
		assert.deepEqual(more, []);
		assert.match(JSON.stringify(found?.message), /This term has no `label`/);
		assert.deepEqual(found?.range, { start: { line: 1, character: 4 }, end: { line: 1, character: 6 } });
		await client.change(own, 2, term);
		assert.deepEqual(await client.diagnostics(own), []);
		await client.close(own);
	});

	test('terms are listed, found, and completed for who asks', async () => {
		const all = await client.request<GlossaryEntry[]>(listTermsRequest, { uri: review });
		assert.ok(all.length > 400);
		assert.equal(all.find(({ id }) => id === 'lodging-site')?.own, true);
		const [first] = await client.request<GlossaryEntry[]>(searchTermsRequest, { uri: review, query: 'lodg' });
		assert.equal(first?.label, 'Lodging site');
		await client.change(review, 2, 'The lodg');
		const asked = { textDocument: { uri: review }, position: { line: 0, character: 8 } };
		const list = await client.request<CompletionList>('textDocument/completion', {
			...asked,
			context: { triggerKind: 1 },
		});
		assert.deepEqual(
			list.items.map(({ label }) => label),
			['lodging site'],
		);
		assert.equal(await client.request('textDocument/completion', { ...asked, context: { triggerKind: 3 } }), null);
	});

	test('an abbreviation is written out at its first use', async () => {
		await client.change(review, 3, 'The EMT. Of EMT more.');
		const range = { start: { line: 0, character: 13 }, end: { line: 0, character: 13 } };
		const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
			textDocument: { uri: review },
			range,
			context: { diagnostics: [] },
		});
		const edits = actions.find(({ kind }) => kind === 'refactor.rewrite')?.edit?.changes?.[review];
		assert.deepEqual(edits, [
			{
				range: { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } },
				newText: 'epithelial–mesenchymal transition (EMT)',
			},
		]);
	});
});
