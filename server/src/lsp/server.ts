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
import { type InitializationOptions, type QuartoParams, quartoNotification } from '../protocol';
import { createReviewService, type Knowledge } from '../service';
import { createBibliographyStore } from '../workspace/bibliographyStore';
import { type FileSystem, firstOf } from '../workspace/fileSystem';
import { createGlossaryStore } from '../workspace/glossaryStore';
import { createManuscriptStore } from '../workspace/manuscriptStore';
import { normalUri } from '../workspace/paths';
import { createArticleStore } from './articleStore';
import { clientFileSystem } from './clientFileSystem';
import type { ServerContext } from './context';
import { registerBibliographyRequests } from './features/bibliographyRequests';
import { registerCiting } from './features/citing';
import { registerCodeActions } from './features/codeActions';
import { registerCompletion } from './features/completion';
import { registerDefinition } from './features/definition';
import { registerDiagnostics } from './features/diagnostics';
import { registerDocumentHighlight } from './features/documentHighlight';
import { registerDocumentLink } from './features/documentLink';
import { registerDocumentSymbol } from './features/documentSymbol';
import { publishGlossaryProblems, registerGlossary } from './features/glossary';
import { registerHover } from './features/hover';
import { registerInlayHint } from './features/inlayHint';
import { registerReferences } from './features/references';
import { registerRename } from './features/rename';
import { connectionLogger } from './logger';
import { createRankingPreparation } from './rankingPreparation';
import { readingProgress } from './readingProgress';
import { createSettingsStore } from './settingsStore';
import { createWorkspaceFolders } from './workspaceFolders';

/** What differs between the hosts the server runs in. */
export interface Runtime {
	readonly knowledge: Knowledge;
	/** Files the host can read by itself. */
	readonly files: FileSystem;
	readonly homeUri: string | undefined;
}

const features = [
	registerHover,
	registerCompletion,
	registerCiting,
	registerCodeActions,
	registerDefinition,
	registerReferences,
	registerRename,
	registerDocumentHighlight,
	registerDocumentLink,
	registerDocumentSymbol,
	registerInlayHint,
	registerBibliographyRequests,
	registerGlossary,
];
const WATCHED = '**/*.{bib,bibtex,json,yaml,yml,md,markdown,mdown,qmd,rmd,Rmd,tex,Rnw,ipynb}';

/** Serves one client over a connection until it ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
	const documents = new TextDocuments(TextDocument);
	const service = createReviewService(runtime.knowledge);
	connection.onInitialize((params) => initialize(params));
	documents.listen(connection);
	connection.listen();

	function initialize(params: InitializeParams): InitializeResult {
		const { capabilities, initializationOptions } = params;
		const options = readOptions(initializationOptions);
		const logger = connectionLogger(connection);
		const settings = createSettingsStore(connection, capabilities, options.settings);
		const fileSystem = options.readsFiles ? withClient(runtime.files, clientFileSystem(connection)) : runtime.files;
		const openFile = (uri: string): TextDocument | undefined =>
			documents.get(uri) ?? documents.all().find((document) => normalUri(document.uri) === uri);
		const glossaries = createGlossaryStore({
			service,
			openFile,
			fileSystem,
			homeUri: runtime.homeUri,
			workspaceFolders: () => folders.current(),
			onDidRead: (uri, glossary, all) => publishGlossaryProblems({ connection, service }, uri, glossary, all),
			onDidChange: () => diagnostics.refresh(),
		});
		const bibliographies = createBibliographyStore({
			service,
			openFile,
			fileSystem,
			homeUri: runtime.homeUri,
			onSlow: readingProgress(connection, capabilities),
			onDidChange: () => diagnostics.refresh(),
		});
		const articles = createArticleStore(service, documents);
		const folders = createWorkspaceFolders(connection, params, () => manuscripts.foldersChanged());
		const manuscripts = createManuscriptStore({
			service,
			fileSystem,
			folders: folders.current,
			openArticles: articles.all,
			watches: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		});
		const context: ServerContext = {
			connection,
			capabilities,
			logger,
			service,
			documents,
			articles,
			bibliographies,
			glossaries,
			manuscripts,
			settings,
			ranking: createRankingPreparation(service),
			homeUri: runtime.homeUri,
			addsReferences: options.addsReferences,
			besideQuarto: () => quarto,
		};
		let quarto = options.quarto;
		connection.onNotification(quartoNotification, ({ present }: QuartoParams) => {
			quarto = present;
		});
		const diagnostics = registerDiagnostics(context);

		connection.onDidChangeConfiguration(({ settings: sent }: DidChangeConfigurationParams) => {
			settings.changed(section(sent));
			diagnostics.refresh();
		});
		documents.onDidChangeContent(({ document }) => {
			bibliographies.fileChanged(document.uri, true);
			glossaryChanged(document.uri);
		});
		documents.onDidClose(({ document }) => {
			bibliographies.fileChanged(document.uri, true);
			glossaryChanged(document.uri);
		});
		// A glossary says what is wrong in it without a manuscript that uses it.
		const glossaryChanged = (uri: string): void => {
			glossaries.fileChanged(uri);
			if (glossaries.isGlossary(uri)) {
				void settings.of(uri).then((its) => glossaries.load(uri, its));
			}
		};
		connection.onDidChangeWatchedFiles(({ changes }) => {
			for (const { uri } of changes) {
				bibliographies.fileChanged(uri);
				manuscripts.fileChanged(uri);
				glossaryChanged(uri);
			}
		});
		connection.onInitialized(() => void registerDynamically(context));
		return {
			capabilities: Object.assign(
				{ textDocumentSync: TextDocumentSyncKind.Incremental },
				folders.capabilities,
				diagnostics.capabilities,
				...features.map((register) => register(context)),
			),
			serverInfo: { name: 'metascribe' },
		};
	}
}

/** The host reads what it can by itself; which files there are the client knows best, with what the writer has hidden. */
function withClient(host: FileSystem, client: FileSystem): FileSystem {
	return { ...firstOf([host, client]), findFiles: firstOf([client, host]).findFiles };
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

function readOptions(options: unknown): Required<InitializationOptions> & { readonly settings: unknown } {
	const given = typeof options === 'object' && options !== null ? options : {};
	return {
		readsFiles: 'readsFiles' in given && given.readsFiles === true,
		addsReferences: 'addsReferences' in given && given.addsReferences === true,
		quarto: 'quarto' in given && given.quarto === true,
		settings: 'settings' in given ? given.settings : {},
	};
}

/** Clients that push settings send all of them, or ours alone. */
function section(sent: unknown): unknown {
	return typeof sent === 'object' && sent !== null && 'metascribe' in sent ? sent.metascribe : sent;
}
