import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
	CodeAction,
	CompletionItem,
	CompletionList,
	TextEdit,
	WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AddReferencesResult, ForSentenceResult, SearchResult } from '../../server/src/protocol';
import { startTestClient, type TestClient } from '../support/testClient';

const BIB =
	'@article{paget1889,\n\ttitle = {The distribution of secondary growths in cancer of the breast},\n\tauthor = {Paget, Stephen},\n\tyear = 1889\n}\n';
const CAPABLE = {
	textDocument: { completion: { completionItem: { labelDetailsSupport: true } }, diagnostic: {} },
	workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};

suite('Citing over stdio', { timeout: 30_000 }, () => {
	let client: TestClient;
	const folder = mkdtempSync(join(tmpdir(), 'metascribe-'));
	const uriOf = (name: string): string => pathToFileURL(join(folder, name)).toString();
	const text = (body: string): string => `---\nbibliography: references.bib\n---\n\n${body}`;
	before(async () => {
		writeFileSync(join(folder, 'references.bib'), BIB);
		client = await startTestClient(CAPABLE, { addsReferences: true, quarto: true });
	});
	after(async () => {
		assert.equal(await client.stop(), 0);
		rmSync(folder, { recursive: true });
	});
	const complete = async (uri: string, line: number, character: number): Promise<readonly CompletionItem[]> => {
		const params = { textDocument: { uri }, position: { line, character } };
		return (await client.request<CompletionList | null>('textDocument/completion', params))?.items ?? [];
	};

	test('an item names the paper, and only a built-in one brings the command that adds it', async () => {
		const uri = uriOf('label.md');
		await client.open(uri, text('Known [@pag'));
		const [own] = await complete(uri, 4, 11);
		assert.equal(own?.label, 'Paget 1889');
		assert.deepEqual(own.labelDetails, {
			detail: ' The distribution of secondary growths in cancer of the breast',
			description: 'paget1889',
		});
		assert.equal(own.command, undefined);
		await client.change(uri, 2, text('Known [@hoshino exosome'));
		const [builtIn] = await complete(uri, 4, 23);
		assert.equal(builtIn?.labelDetails?.description, 'built-in');
		assert.deepEqual(builtIn.command?.arguments, [uri, 'hoshino2015tumour']);
	});

	test('a built-in reference is added to the bibliography, written as the file is', async () => {
		const uri = uriOf('add.md');
		await client.open(uri, text('Known [@hoshino2015tumour].'));
		const params = { uri, keys: ['hoshino2015tumour', 'paget1889'] };
		const added = await client.request<AddReferencesResult<WorkspaceEdit>>('metascribe/addReferences', params);
		assert.deepEqual([added?.file, added?.creates], ['references.bib', false]);
		const edits: readonly TextEdit[] = added?.edit?.changes?.[uriOf('references.bib')] ?? [];
		const after = TextDocument.applyEdits(TextDocument.create('x', 'bibtex', 1, BIB), [...edits]);
		assert.ok(after.startsWith(`${BIB}\n@article{hoshino2015tumour,\n\ttitle = {`), after);
		assert.equal(readFileSync(fileURLToPath(uriOf('references.bib')), 'utf8'), BIB);
	});

	test('a quick fix makes a bibliography where there is none', async () => {
		const empty = mkdtempSync(join(tmpdir(), 'metascribe-'));
		const uri = pathToFileURL(join(empty, 'alone.md')).toString();
		await client.open(uri, 'Known [@hoshino2015tumour].');
		const range = { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } };
		const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
			textDocument: { uri },
			range,
			context: { diagnostics: [] },
		});
		const add = actions.find(({ title }) => title === 'Add Hoshino et al. 2015 to references.bib');
		const changes = JSON.stringify(add?.edit?.documentChanges);
		assert.match(changes, /"kind":"create","uri":"file:[^"]*\/references\.bib"/);
		assert.match(changes, /@article\{hoshino2015tumour,/);
		assert.match(changes, /---\\nbibliography: references\.bib\\n---/);
		rmSync(empty, { recursive: true });
	});

	test('a search, the references for a sentence, and the edit that cites them', async () => {
		const uri = uriOf('cite.md');
		await client.open(uri, text('Secondary growths in the breast have a distribution.'));
		const position = { line: 4, character: 10 };
		const found = await client.request<SearchResult>('metascribe/search', { uri, position, words: 'paget growths' });
		assert.deepEqual(
			found.map(({ key }) => key),
			['paget1889'],
		);
		const fitting = await client.request<ForSentenceResult>('metascribe/forSentence', { uri, position });
		assert.equal(fitting?.sentence, 'Secondary growths in the breast have a distribution.');
		assert.equal(fitting.offers.length, 5);
		assert.equal(fitting.offers[0]?.key, 'paget1889');
		assert.deepEqual(fitting.offers[0].matchingWords.toSorted(), ['Secondary', 'breast', 'distribution', 'growths']);
		const params = { uri, position, keys: ['paget1889', 'x'], place: 'sentence' };
		const edit = await client.request<WorkspaceEdit | null>('metascribe/cite', params);
		assert.deepEqual(edit?.changes?.[uri], [
			{ range: { start: { line: 4, character: 51 }, end: { line: 4, character: 51 } }, newText: ' [@paget1889; @x]' },
		]);
	});

	test('beside the Quarto extension, what that finds is left to it', async () => {
		const uri = uriOf('chapter.qmd');
		await client.open(uri, text('Known [@pag'), 'quarto');
		assert.deepEqual(
			(await complete(uri, 4, 11)).filter(({ labelDetails }) => labelDetails?.description === 'paget1889'),
			[],
		);
		await client.notify('metascribe/quarto', { present: false });
		assert.equal((await complete(uri, 4, 11))[0]?.label, 'Paget 1889');
	});
});

suite('Citing, for a client that can do nothing more than the protocol', { timeout: 30_000 }, () => {
	test('no command is sent, and the key is the label', async () => {
		const client = await startTestClient();
		const uri = 'untitled:plain';
		await client.open(uri, 'Known [@hoshino exosome');
		const position = { line: 0, character: 23 };
		const list = await client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
		assert.equal(list.items[0]?.label, 'hoshino2015tumour');
		assert.equal(list.items[0].command, undefined);
		const params = { uri, keys: ['hoshino2015tumour'] };
		const added = await client.request<AddReferencesResult<WorkspaceEdit>>('metascribe/addReferences', params);
		assert.deepEqual(added, { edit: null, file: 'references.bib', creates: true });
		assert.equal(await client.stop(), 0);
	});
});
