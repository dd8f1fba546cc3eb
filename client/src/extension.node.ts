import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, startClient } from './client';

export function activate(context: ExtensionContext): Promise<Api> {
	const module = context.asAbsolutePath('dist/server.node.js');
	return startClient(context, (options) => {
		const server = { module, transport: TransportKind.ipc };
		return new LanguageClient('metascribe', 'Metascribe', { run: server, debug: server }, options);
	});
}
