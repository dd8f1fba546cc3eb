import { commands, type Disposable, env, l10n, Range, type TextEditor, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type EntryParams,
	type EntryResult,
	entryRequest,
	type TidyParams,
	type TidyResult,
	tidyRequest,
} from '../../server/src/protocol';

/** The commands about entries of bibliographies. */
export function registerBibliographyCommands(client: BaseLanguageClient): Disposable[] {
	return [
		commands.registerTextEditorCommand('metascribe.copyEntry', (editor) => void copyEntry(client, editor)),
		commands.registerTextEditorCommand('metascribe.tidyBibliography', (editor) => void tidy(client, editor)),
	];
}

/** Puts the entry that the cursor is on into the clipboard, as its file has it. */
async function copyEntry(client: BaseLanguageClient, { document, selection }: TextEditor): Promise<void> {
	const { line, character } = selection.active;
	const params: EntryParams = { uri: document.uri.toString(), position: { line, character } };
	const entry = await client.sendRequest<EntryResult | null>(entryRequest, params);
	if (!entry) {
		void window.showInformationMessage(l10n.t('No citation key with an entry is under the cursor.'));
		return;
	}
	await env.clipboard.writeText(entry.text);
	window.setStatusBarMessage(l10n.t('Copied the entry of {0}', entry.key), 3000);
}

/** How many keys a question lists. */
const MOST_KEYS = 20;

/** Sorts the open bibliography and removes what no manuscript uses, after asking: one edit, undone at once. */
async function tidy(client: BaseLanguageClient, { document }: TextEditor): Promise<void> {
	const params: TidyParams = { uri: document.uri.toString() };
	const found = await client.sendRequest<TidyResult | null>(tidyRequest, params);
	if (!found || found.text === null) {
		void window.showInformationMessage(l10n.t('Open a BibTeX file to put it in order.'));
		return;
	}
	// The editor has line breaks of its own, and keeps them.
	if (found.text === document.getText().replaceAll('\r\n', '\n')) {
		window.setStatusBarMessage(l10n.t('The bibliography is in order'), 3000);
		return;
	}
	const apply = l10n.t('Tidy');
	const chosen = await window.showWarningMessage(questionOf(found), { modal: true, detail: detailOf(found) }, apply);
	if (chosen !== apply) {
		return;
	}
	if (document.version !== found.version) {
		void window.showWarningMessage(l10n.t('The bibliography has changed meanwhile. Nothing was done: try again.'));
		return;
	}
	const edit = new WorkspaceEdit();
	edit.replace(
		document.uri,
		new Range(document.positionAt(0), document.positionAt(document.getText().length)),
		found.text,
	);
	await workspace.applyEdit(edit);
}

function questionOf({ entries, removed }: TidyResult): string {
	return removed.length === 0
		? l10n.t('Sort {0} entries by key?', entries)
		: l10n.t('Sort {0} entries by key, and remove the {1} that no manuscript cites?', entries, removed.length);
}

function detailOf({ removed, manuscripts }: TidyResult): string {
	if (manuscripts === 0) {
		return l10n.t('No manuscript of the workspace uses this bibliography, so no entry is removed.');
	}
	const more = removed.length > MOST_KEYS ? ' …' : '';
	const keys = removed.slice(0, MOST_KEYS).join(', ') + more;
	return l10n.t(
		'Manuscripts that use it: {0}. {1} Undo takes it back.',
		manuscripts,
		keys === '' ? '' : `${l10n.t('Removed:')} ${keys}.`,
	);
}
