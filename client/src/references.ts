import { l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AddReferencesParams, type AddReferencesResult, addReferencesRequest } from '../../server/src/protocol';

/** A workspace edit as the protocol has it; the client library turns it into VS Code's. */
type ProtocolEdit = Parameters<BaseLanguageClient['protocol2CodeConverter']['asWorkspaceEdit']>[0];

/** Documents whose writer wants no bibliography made: that is asked once. */
const declined = new Set<string>();

/** Gives the writer's bibliography the entries of built-in references; a new one, if the writer wants one. */
export async function addReferences(client: BaseLanguageClient, uri: string, keys: readonly string[]): Promise<void> {
	const params: AddReferencesParams = { uri, keys };
	const answer = await client.sendRequest<AddReferencesResult<ProtocolEdit>>(addReferencesRequest, params);
	if (!answer || (answer.creates && !(await wantsBibliography(uri, answer)))) {
		return;
	}
	const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
	if (!edit) {
		return;
	}
	// What the writer has not begun to change is saved, so that pandoc finds the entry; it can be undone all the same.
	const addresses = edit.entries().map(([address]) => address.toString());
	const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri: at }) => at.toString()));
	if (await workspace.applyEdit(edit)) {
		const changed = workspace.textDocuments.filter((document) => {
			const address = document.uri.toString();
			return addresses.includes(address) && !dirty.has(address) && address !== uri;
		});
		await Promise.all(changed.map((document) => document.save()));
		window.setStatusBarMessage(l10n.t('Metascribe: added to {0}', answer.file), 5000);
	}
}

async function wantsBibliography(
	uri: string,
	{ edit, file }: NonNullable<AddReferencesResult<ProtocolEdit>>,
): Promise<boolean> {
	if (declined.has(uri)) {
		return false;
	}
	if (!edit) {
		declined.add(uri);
		void window.showInformationMessage(
			l10n.t('This document has no bibliography. Save it, and Metascribe can make one beside it.'),
		);
		return false;
	}
	const create = l10n.t('Create {0}', file);
	const question = l10n.t(
		'This document has no bibliography. Create {0} with this reference, and name it in the front matter?',
		file,
	);
	const chosen = await window.showInformationMessage(question, create, l10n.t('Not Now'));
	if (chosen !== create) {
		declined.add(uri);
	}
	return chosen === create;
}
