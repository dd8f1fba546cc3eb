import { commands, type Disposable, type ExtensionContext, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type ListTermsParams,
	type ListTermsResult,
	listTermsRequest,
	type SearchTermsParams,
	type SearchTermsResult,
	searchTermsRequest,
	type TermAtParams,
	type TermAtResult,
	termAtRequest,
} from '../../../server/src/protocol';
import { MANUSCRIPTS } from '../manuscripts';
import { lookUpTerm } from './lookUp';
import { createGlossaryView } from './view';

/** "Look Up Term" and "Open Glossary". */
export function registerGlossaryCommands(context: ExtensionContext, client: BaseLanguageClient): Disposable[] {
	const list = async (): Promise<ListTermsResult> => {
		const params: ListTermsParams = place();
		return client.sendRequest<ListTermsResult>(listTermsRequest, params);
	};
	const search = async (query: string): Promise<SearchTermsResult> => {
		const params: SearchTermsParams = { ...place(), query };
		return client.sendRequest<SearchTermsResult>(searchTermsRequest, params);
	};
	const view = createGlossaryView(context.extensionUri, list);
	return [
		view,
		commands.registerCommand('metascribe.lookUpTerm', () => lookUpTerm(search, view, selectedWords())),
		commands.registerCommand('metascribe.openGlossary', async () => view.show(await termUnderCursor(client))),
	];
}

/** The manuscript that is being written, else the workspace. */
function place(): { readonly uri?: string } {
	const document = window.activeTextEditor?.document ?? window.visibleTextEditors[0]?.document;
	if (document && languages.match(MANUSCRIPTS, document) > 0) {
		return { uri: document.uri.toString() };
	}
	const [folder] = workspace.workspaceFolders ?? [];
	return folder ? { uri: `${folder.uri.toString()}/` } : {};
}

/** What is selected, if it may be a term. */
function selectedWords(): string {
	const editor = window.activeTextEditor;
	const words = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection).trim() : '';
	return words.length <= 80 && !words.includes('\n') ? words : '';
}

async function termUnderCursor(client: BaseLanguageClient): Promise<string | undefined> {
	const editor = window.activeTextEditor;
	if (!editor || languages.match(MANUSCRIPTS, editor.document) === 0) {
		return undefined;
	}
	const { line, character } = editor.selection.active;
	const params: TermAtParams = { uri: editor.document.uri.toString(), position: { line, character } };
	return (await client.sendRequest<TermAtResult>(termAtRequest, params)) ?? undefined;
}
