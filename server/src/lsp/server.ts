import {
	type Connection,
	DidChangeConfigurationNotification,
	type DidChangeConfigurationParams,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from '../protocol';
import { createReviewService, type Knowledge } from '../service';
import { createBibliographyStore } from '../workspace/bibliographyStore';
import { type FileSystem, firstOf } from '../workspace/fileSystem';
import { normalUri } from '../workspace/paths';
import { createArticleStore } from './articleStore';
import { clientFileSystem } from './clientFileSystem';
import type { ServerContext } from './context';
import { registerCodeActions } from './features/codeActions';
import { registerCompletion } from './features/completion';
import { registerDiagnostics } from './features/diagnostics';
import { registerHover } from './features/hover';
import { connectionLogger } from './logger';
import { createSettingsStore } from './settingsStore';

/** What differs between the hosts the server runs in. */
export interface Runtime {
	readonly knowledge: Knowledge;
	/** Files the host can read by itself. */
	readonly files: FileSystem;
	readonly homeUri: string | undefined;
}

const features = [registerHover, registerCompletion, registerCodeActions];
const WATCHED = '**/*.{bib,bibtex,json,yaml,yml}';

/** Serves one client over a connection until it ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
	const documents = new TextDocuments(TextDocument);
	const service = createReviewService(runtime.knowledge);
	connection.onInitialize((params) => initialize(params));
	documents.listen(connection);
	connection.listen();

	function initialize({ capabilities, initializationOptions }: InitializeParams): InitializeResult {
		const options = readOptions(initializationOptions);
		const logger = connectionLogger(connection);
		const settings = createSettingsStore(connection, capabilities, options.settings);
		const fileSystem = options.readsFiles ? firstOf([runtime.files, clientFileSystem(connection)]) : runtime.files;
		const bibliographies = createBibliographyStore({
			service,
			openFile: (uri) => documents.get(uri) ?? documents.all().find((document) => normalUri(document.uri) === uri),
			fileSystem,
			homeUri: runtime.homeUri,
			onDidChange: () => diagnostics.refresh(),
		});
		const articles = createArticleStore(service, documents);
		const context: ServerContext = {
			connection,
			capabilities,
			logger,
			service,
			documents,
			articles,
			bibliographies,
			settings,
		};
		const diagnostics = registerDiagnostics(context);

		connection.onDidChangeConfiguration(({ settings: sent }: DidChangeConfigurationParams) => {
			settings.changed(section(sent));
			diagnostics.refresh();
		});
		documents.onDidChangeContent(({ document }) => bibliographies.fileChanged(document.uri));
		documents.onDidClose(({ document }) => bibliographies.fileChanged(document.uri));
		connection.onDidChangeWatchedFiles(({ changes }) => {
			for (const { uri } of changes) {
				bibliographies.fileChanged(uri);
			}
		});
		connection.onInitialized(() => void registerDynamically(context));
		return {
			capabilities: Object.assign(
				{ textDocumentSync: TextDocumentSyncKind.Incremental },
				diagnostics.capabilities,
				...features.map((register) => register(context)),
			),
			serverInfo: { name: 'metascribe' },
		};
	}
}

async function registerDynamically({ connection, capabilities, logger }: ServerContext): Promise<void> {
	try {
		if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
			await connection.client.register(DidChangeConfigurationNotification.type, { section: 'metascribe' });
		}
		if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
			await connection.client.register(DidChangeWatchedFilesNotification.type, {
				watchers: [{ globPattern: WATCHED }],
			});
		}
	} catch (error) {
		logger.warn(`The editor did not register for changes of settings or files: ${String(error)}`);
	}
}

function readOptions(options: unknown): InitializationOptions & { readonly settings: unknown } {
	const given = typeof options === 'object' && options !== null ? options : {};
	return {
		readsFiles: 'readsFiles' in given && given.readsFiles === true,
		settings: 'settings' in given ? given.settings : {},
	};
}

/** Clients that push settings send all of them, or ours alone. */
function section(sent: unknown): unknown {
	return typeof sent === 'object' && sent !== null && 'metascribe' in sent ? sent.metascribe : sent;
}
