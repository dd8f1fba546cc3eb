// What a writer sees, asked of a real VS Code. The same tests run in the node and in the web-worker extension host, so
// there is nothing here but the `vscode` module and plain errors.
import * as vscode from 'vscode';
import {
	acceptOffer,
	applyCompletion,
	type Finding,
	findings,
	hoverAt,
	open,
	quickFixes,
	rangeOf,
	settled,
	until,
} from './editor';

suite('Metascribe', () => {
	test('starts when a Markdown file opens', async () => {
		await open('review.md');
		const extension = vscode.extensions.getExtension('metascribe.metascribe');
		ok(extension, 'the extension is installed');
		await until('activation', () => extension.isActive);
		equal((extension.exports as { ready?: boolean } | undefined)?.ready, true);
	});

	test('a term is explained, with its evidence, wherever in it the mouse rests', async () => {
		const document = await open('review.md');
		const term = rangeOf(document, 'pre-metastatic niche');
		for (const position of [term.start, term.start.translate(0, 7), term.end.translate(0, -1)]) {
			const hover = await hoverAt(document, position);
			equal(hover.covers, 'pre-metastatic niche');
			includes(hover.text.toLowerCase(), 'niche');
			includes(hover.text, 'https://doi.org/');
		}
	});

	test('a word that is no term is not explained', async () => {
		const document = await open('review.md');
		await hoverAt(document, rangeOf(document, 'pre-metastatic niche').start);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			rangeOf(document, 'prepare a').start,
		);
		equal(hovers.length, 0);
	});

	test('a citation key shows its reference', async () => {
		const document = await open('review.md');
		const hover = await hoverAt(document, rangeOf(document, 'kaplan2005').start.translate(0, 2));
		includes(hover.covers, 'kaplan2005');
		includes(hover.text, 'haematopoietic bone marrow progenitors');
		includes(hover.text, 'https://doi.org/10.1038/nature04186');
	});

	test('after [@ the references of the bibliography are offered', async () => {
		equal(
			await applyCompletion('draft.md', 'seed [@', 'fidler2003'),
			'The soil matters as much as the seed [@fidler2003',
		);
	});

	test('after [@ the built-in references are offered, too; accepting one adds its entry, and that can be undone', async () => {
		const bibliography = await open('references.bib');
		const before = bibliography.getText();
		const document = await open('draft.md');
		const item = await acceptOffer(document, 'seed [@', 'hoshino2015tumour', 'exosome');
		includes(document.getText(), 'The soil matters as much as the seed [@hoshino2015tumour');
		equal(typeof item.label === 'string' ? item.label : item.label.label, 'Hoshino et al. 2015');
		await until('the entry', () => bibliography.getText().includes('@article{hoshino2015tumour,'));
		ok(bibliography.getText().startsWith(before.trimEnd()), 'what was there is still there');
		await until('the file to be saved', () => !bibliography.isDirty);
		await vscode.window.showTextDocument(bibliography);
		await vscode.commands.executeCommand('undo');
		await until('the entry to go', () => bibliography.getText() === before);
		ok(await bibliography.save(), 'the file is as it was');
	});

	test('a quick fix adds the entry of a built-in reference', async () => {
		const bibliography = await open('references.bib');
		const before = bibliography.getText();
		const document = await open('draft.md');
		const typing = new vscode.WorkspaceEdit();
		typing.insert(document.uri, rangeOf(document, 'seed [@').end, 'hoshino2015tumour].');
		await vscode.workspace.applyEdit(typing);
		const [wrong] = await settled(document);
		equal(wrong?.covers.replace('@', ''), 'hoshino2015tumour');
		const fixes = await quickFixes(document, rangeOf(document, 'hoshino2015tumour'));
		const fix = fixes.find(({ title }) => title === 'Add Hoshino et al. 2015 to references.bib');
		ok(fix?.edit, 'a fix that adds the entry');
		ok(await vscode.workspace.applyEdit(fix.edit), 'the edit applies');
		includes(bibliography.getText(), '@article{hoshino2015tumour,');
		await until('the finding to go', () => findings(document).length === 0);
		await vscode.window.showTextDocument(bibliography);
		await vscode.commands.executeCommand('workbench.action.files.revert');
		await until('the file as it was', () => bibliography.getText() === before);
	});

	test('a citation is inserted from a list', async () => {
		const document = await open('draft.md');
		const editor = await vscode.window.showTextDocument(document);
		const at = rangeOf(document, 'The soil').end;
		editor.selection = new vscode.Selection(at, at);
		const inserted = vscode.commands.executeCommand('metascribe.insertCitation');
		await until('the citation', async () => {
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			return document.getText().includes('The soil [@');
		});
		await inserted;
		matches(document.lineAt(at.line).text, /^The soil \[@\w+\] matters/);
	});

	test('what is wrong in a review is found, and nothing else', async () => {
		const document = await open('review.md');
		findingsEqual(await settled(document), [
			{ rule: 'unknown-citation', covers: 'paget1890' },
			{
				rule: 'unsupported-claim',
				covers: 'Studies have shown that 70% of patients with advanced breast cancer develop bone metastases',
			},
		]);
	});

	test('code, math, front matter and headings are left alone, and what a comment switches off', async () => {
		const document = await open('silent.md');
		findingsEqual(await settled(document), [{ rule: 'unknown-citation', covers: 'nobody1999' }]);
	});

	test('a mistyped key is corrected by a quick fix', async () => {
		const document = await open('review.md');
		const [wrong] = await settled(document);
		ok(wrong, 'a finding');
		const [fix] = (await quickFixes(document, wrong.range)).filter((action) => action.title.includes('paget1889'));
		ok(fix?.edit, 'a fix that names paget1889');
		ok(await vscode.workspace.applyEdit(fix.edit), 'the edit applies');
		includes(document.getText(), 'the organ with its soil [@paget1889, p. 571].');
		await until('the finding to go', () => !findings(document).some(({ rule }) => rule === 'unknown-citation'));
	});

	test('a claim gets a reference by a quick fix', async () => {
		const document = await open('review.md');
		const claim = (await settled(document)).find(({ rule }) => rule === 'unsupported-claim');
		ok(claim, 'a finding');
		const [fix] = (await quickFixes(document, claim.range)).filter((action) => action.title.startsWith('Cite '));
		ok(fix?.edit, 'a fix that cites something');
		ok(await vscode.workspace.applyEdit(fix.edit), 'the edit applies');
		matches(document.lineAt(claim.range.start).text, /^Studies have shown .* develop bone metastases \[@\w+\]\.$/);
		await until('the finding to go', () => !findings(document).some(({ rule }) => rule === 'unsupported-claim'));
	});

	test('findings follow the text as it changes', async () => {
		const document = await open('review.md');
		await settled(document);
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, rangeOf(document, ' metastases.').end.translate(0, -1), ' [@fidler2003]');
		edit.insert(document.uri, new vscode.Position(5, 0), 'A new line 😀 above [@nobody1999].\n\n');
		await vscode.workspace.applyEdit(edit);
		await until('the new findings', () => findings(document).some(({ covers }) => covers.includes('nobody1999')));
		findingsEqual(await settled(document), [
			{ rule: 'unknown-citation', covers: 'nobody1999' },
			{ rule: 'unknown-citation', covers: 'paget1890' },
		]);
	});

	test('a file that was never saved is checked, too', async () => {
		const document = await vscode.workspace.openTextDocument({
			language: 'markdown',
			content:
				'Studies have shown that 70% of patients with advanced breast cancer develop bone metastases.\n\nA pre-metastatic niche.\n',
		});
		await vscode.window.showTextDocument(document);
		const hover = await hoverAt(document, rangeOf(document, 'pre-metastatic niche').start);
		equal(hover.covers, 'pre-metastatic niche');
		const [claim] = await settled(document);
		equal(claim?.rule, 'unsupported-claim');
	});

	test('a citation key leads to its entry', async () => {
		const document = await open('review.md');
		const key = rangeOf(document, 'kaplan2005').start.translate(0, 2);
		const found = await until('a definition', async () => {
			const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
				'vscode.executeDefinitionProvider',
				document.uri,
				key,
			);
			return places[0];
		});
		const [uri, range] =
			'targetUri' in found ? [found.targetUri, found.targetSelectionRange] : [found.uri, found.range];
		ok(range, 'the range of the key');
		const bibliography = await vscode.workspace.openTextDocument(uri);
		equal(bibliography.getText(range), 'kaplan2005');
	});

	test('a key is renamed in manuscript and bibliography', async () => {
		const document = await open('review.md');
		const bibliography = await open('references.bib');
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			document.uri,
			rangeOf(document, 'kaplan2005').start.translate(0, 2),
			'vegfr1-niche',
		);
		ok(await vscode.workspace.applyEdit(edit), 'the edit applies');
		includes(document.getText(), 'before tumour cells arrive [@vegfr1-niche].');
		includes(bibliography.getText(), '@article{vegfr1-niche,');
		ok(!bibliography.getText().includes('kaplan2005'), 'the old key is gone');
		// The texts as they were, for the tests that follow.
		await open('references.bib');
		await open('review.md');
		equal(bibliography.isDirty, false);
	});

	test('the entry under the cursor is copied', async () => {
		const document = await open('review.md');
		const editor = await vscode.window.showTextDocument(document);
		const at = rangeOf(document, 'kaplan2005').start.translate(0, 2);
		editor.selection = new vscode.Selection(at, at);
		await vscode.env.clipboard.writeText('');
		await vscode.commands.executeCommand('metascribe.copyEntry');
		const copied = await until('the entry', () => vscode.env.clipboard.readText());
		includes(copied, '@article{kaplan2005,');
	});

	test('Quarto files are checked', async () => {
		const document = await open('chapter.qmd');
		equal((await hoverAt(document, rangeOf(document, 'pre-metastatic niche').start)).covers, 'pre-metastatic niche');
		findingsEqual(await settled(document), [{ rule: 'unknown-citation', covers: 'kaplan2006' }]);
	});

	test('the server restarts on command', async () => {
		const document = await open('review.md');
		const before = (await settled(document)).length;
		let cleared = false;
		const watching = vscode.languages.onDidChangeDiagnostics(() => {
			cleared ||= findings(document).length === 0;
		});
		await vscode.commands.executeCommand('metascribe.restartServer');
		await until('the findings to come again', () => cleared && findings(document).length === before);
		watching.dispose();
		equal((await hoverAt(document, rangeOf(document, 'pre-metastatic niche').start)).covers, 'pre-metastatic niche');
	});
});

function ok(value: unknown, what: string): asserts value {
	if (!value) {
		throw new Error(`expected ${what}`);
	}
}

function equal(actual: unknown, expected: unknown): void {
	if (actual !== expected) {
		throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
	}
}

function includes(text: string, part: string): void {
	if (!text.includes(part)) {
		throw new Error(`expected ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
	}
}

function matches(text: string, pattern: RegExp): void {
	if (!pattern.test(text)) {
		throw new Error(`expected ${pattern} to match ${JSON.stringify(text)}`);
	}
}

/** Compares all findings, in the order of the text. What a finding covers may include marks such as `@` and the full stop. */
function findingsEqual(actual: readonly Finding[], expected: readonly { rule: string; covers: string }[]): void {
	const said = actual.map(({ rule, covers }) => ({ rule, covers: covers.replace(/^[@[-]+|[\].]+$/g, '') }));
	equal(JSON.stringify(said), JSON.stringify(expected));
}
