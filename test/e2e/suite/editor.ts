// The editor, asked through the API that extensions have.
import * as vscode from 'vscode';

const patience = 15_000;
const pause = 50;

/** One squiggle of ours. */
export interface Finding {
	readonly rule: string;
	/** The text under it. */
	readonly covers: string;
	readonly range: vscode.Range;
	readonly message: string;
}

/** Asks again until the answer is truthy; an error that names what was waited for. */
export async function until<T>(what: string, ask: () => T | PromiseLike<T>): Promise<NonNullable<T>> {
	const end = Date.now() + patience;
	for (;;) {
		const answer = await ask();
		if (answer) {
			return answer;
		}
		if (Date.now() > end) {
			throw new Error(`timed out waiting for ${what}`);
		}
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
}

/** Shows a file of the test workspace as it is on disk: what an earlier test typed is dropped. */
export async function open(name: string): Promise<vscode.TextDocument> {
	const folder = vscode.workspace.workspaceFolders?.[0];
	if (folder === undefined) {
		throw new Error('no folder is open');
	}
	const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
	await vscode.window.showTextDocument(document);
	if (document.isDirty) {
		await vscode.commands.executeCommand('workbench.action.files.revert');
	}
	return document;
}

export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
	const start = document.getText().indexOf(words);
	if (start < 0) {
		throw new Error(`${JSON.stringify(words)} is not in ${document.uri.path}`);
	}
	return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** The first hover that comes, and the text that it covers. */
export async function hoverAt(
	document: vscode.TextDocument,
	position: vscode.Position,
): Promise<{ text: string; covers: string }> {
	const hover = await until('a hover', async () => {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			position,
		);
		return hovers[0];
	});
	const text = hover.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
	return { text, covers: hover.range === undefined ? '' : document.getText(hover.range) };
}

/** Metascribe's findings at this moment, in the order of the text. */
export function findings(document: vscode.TextDocument): readonly Finding[] {
	return vscode.languages
		.getDiagnostics(document.uri)
		.filter((diagnostic) => diagnostic.source === 'metascribe')
		.map(({ code, range, message }) => ({
			rule: String(typeof code === 'object' ? code.value : code),
			covers: document.getText(range),
			range,
			message,
		}))
		.sort((one, other) => one.range.start.compareTo(other.range.start));
}

/** Waits for findings. Each text that is checked has one at least, so that having none yet is told from having none. */
export async function settled(document: vscode.TextDocument): Promise<readonly Finding[]> {
	await until(`findings in ${document.uri.path}`, () => findings(document).length > 0);
	return findings(document);
}

export async function quickFixes(
	document: vscode.TextDocument,
	range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
	// Resolves the first ten, for servers that work edits out late.
	return vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		range,
		vscode.CodeActionKind.QuickFix.value,
		10,
	);
}

/** The line that accepting the offer of a key gives, `typed` having been written after `words`. */
export async function applyCompletion(name: string, words: string, key: string, typed = ''): Promise<string> {
	const document = await open(name);
	const at = rangeOf(document, words).end;
	await acceptOffer(document, words, key, typed);
	return document.lineAt(at.line).text;
}

/** Accepts the offer of a key as the suggestion list does, with the command that comes with it. */
export async function acceptOffer(
	document: vscode.TextDocument,
	words: string,
	key: string,
	typed: string,
): Promise<vscode.CompletionItem> {
	const at = rangeOf(document, words).end;
	const typing = new vscode.WorkspaceEdit();
	typing.insert(document.uri, at, typed);
	await vscode.workspace.applyEdit(typing);
	const end = at.translate(0, typed.length);
	const item = await until(`an offer of ${key}`, async () => {
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			document.uri,
			end,
			'@',
		);
		return list.items.find((offer) => textOf(offer) === key);
	});
	const replaced = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
	const accepting = new vscode.WorkspaceEdit();
	accepting.replace(document.uri, replaced ?? new vscode.Range(end, end), textOf(item));
	await vscode.workspace.applyEdit(accepting);
	if (item.command) {
		await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
	}
	return item;
}

function textOf({ insertText, label }: vscode.CompletionItem): string {
	const text = typeof insertText === 'string' ? insertText : insertText?.value;
	return text ?? (typeof label === 'string' ? label : label.label);
}
