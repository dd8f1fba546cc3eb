import { type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { hasQuarto } from './citing';
import { registerCommands } from './commands';
import { reportFailure } from './failure';
import { serveFiles } from './files';

/** Makes the client for one host: over IPC on a desktop, over a web worker in a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` gives to other extensions, and to tests. */
export interface Api {
	/** Whether the language server is up. */
	readonly ready: boolean;
}

/** No scheme is named: `file:`, `untitled:`, `vscode-remote:` and virtual documents are all manuscripts. */
const MANUSCRIPTS = [{ language: 'markdown' }, { language: 'quarto' }, { language: 'rmd' }];
/** Open bibliographies are synchronised too: their text wins over the file's. */
const BIBLIOGRAPHIES = [{ language: 'bibtex' }, { pattern: '**/*.bib' }];

/** Starts the language server, and says so if it cannot. */
export async function startClient(context: ExtensionContext, createClient: CreateClient): Promise<Api> {
	const output = window.createOutputChannel('Metascribe', { log: true });
	const initializationOptions: InitializationOptions = {
		readsFiles: true,
		addsReferences: true,
		quarto: hasQuarto(),
	};
	const client = createClient({
		documentSelector: [...MANUSCRIPTS, ...BIBLIOGRAPHIES],
		outputChannel: output,
		initializationOptions,
	});
	serveFiles(client);
	context.subscriptions.push(output, client, ...registerCommands(context, client, output));
	return { ready: await start(client, output) };
}

async function start(client: BaseLanguageClient, output: LogOutputChannel): Promise<boolean> {
	try {
		await client.start();
		return true;
	} catch (error) {
		output.error(error instanceof Error ? error : String(error));
		void reportFailure(output);
		return false;
	}
}
