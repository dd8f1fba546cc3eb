import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, startClient } from './client';

export function activate(context: ExtensionContext): Promise<Api> {
	const module = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
	return startClient(context, (options) => new LanguageClient('metascribe', 'Metascribe', new Worker(module), options));
}
