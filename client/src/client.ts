import { type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { hasQuarto } from './citing';
import { registerCommands } from './commands';
import { createExplicitCompletion } from './explicitCompletion';
import { reportFailure } from './failure';
import { serveFiles } from './files';
import { MANUSCRIPTS } from './manuscripts';

/** Makes the client for one host: over IPC on a desktop, over a web worker in a browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` gives to other extensions, and to tests. */
export interface Api {
	/** Whether the language server is up. */
	readonly ready: boolean;
}

/** Open bibliographies are synchronised too: their text wins over the file's. */
const BIBLIOGRAPHIES = [{ language: 'bibtex' }, { pattern: '**/*.bib' }];
/** So are the writer's glossaries. */
const GLOSSARIES = [{ pattern: '**/.metascribe/glossary.{yaml,yml,json}' }];

/** Starts the language server, and says so if it cannot. */
export async function startClient(context: ExtensionContext, createClient: CreateClient): Promise<Api> {
	const output = window.createOutputChannel('Metascribe', { log: true });
	const initializationOptions: InitializationOptions = {
		readsFiles: true,
		addsReferences: true,
		quarto: hasQuarto(),
	};
	const explicit = createExplicitCompletion();
	const client = createClient({
		documentSelector: [...MANUSCRIPTS, ...BIBLIOGRAPHIES, ...GLOSSARIES, ...namedGlossaries()],
		outputChannel: output,
		initializationOptions,
		middleware: {
			provideCompletionItem: (document, position, asked, token, next) =>
				next(document, position, explicit.contextOf(document, asked), token),
		},
	});
	serveFiles(client);
	context.subscriptions.push(output, explicit, client, ...registerCommands(context, client, output));
	return { ready: await start(client, output) };
}

/** The files of `metascribe.glossary.files`, by their names: a path may start anywhere. */
function namedGlossaries(): { readonly pattern: string }[] {
	const files = workspace.getConfiguration('metascribe').get<unknown>('glossary.files');
	const names = Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
	return names.map((file) => ({ pattern: `**/${file.replace(/^.*[\\/]/, '').replace(/[[\]{}?*]/g, '?')}` }));
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
