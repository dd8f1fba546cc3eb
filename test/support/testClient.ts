import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	createProtocolConnection,
	type Diagnostic,
	type InitializeResult,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A client of the real server, over stdio. */
export interface TestClient {
	readonly server: InitializeResult;
	open(uri: string, text: string, languageId?: string): Promise<void>;
	/** Replaces a document's text, as its next version. */
	change(uri: string, version: number, text: string): Promise<void>;
	close(uri: string): Promise<void>;
	request<Result>(method: string, params: unknown): Promise<Result>;
	notify(method: string, params: unknown): Promise<void>;
	/** The findings pushed for a version of a document, as soon as they come. */
	diagnostics(uri: string, version?: number): Promise<readonly Diagnostic[]>;
	/** Shuts the server down and gives its exit code. */
	stop(): Promise<number>;
}

/** Starts `dist/server.node.js --stdio`. The client can do nothing that the capabilities do not say. */
export async function startTestClient(
	capabilities: object = {},
	initializationOptions: object = {},
	/** The folder that is open; none if not given. */
	folder?: string,
): Promise<TestClient> {
	const child: ChildProcess = spawn(process.execPath, ['dist/server.node.js', '--stdio'], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	if (!child.stdin || !child.stdout) {
		throw new Error('the server has no pipes');
	}
	const connection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	const published = new Map<string, PublishDiagnosticsParams>();
	const waiting = new Set<() => void>();
	connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
		published.set(params.uri, params);
		for (const wake of waiting) {
			wake();
		}
	});
	let ready = false;
	connection.onRequest('client/registerCapability', () => {
		if (!ready) {
			throw new Error('a server must not ask for anything before it has answered initialize');
		}
	});
	connection.listen();
	const server = await connection.sendRequest<InitializeResult>('initialize', {
		processId: process.pid,
		rootUri: null,
		capabilities,
		initializationOptions,
		...(folder !== undefined && { workspaceFolders: [{ uri: folder, name: 'folder' }] }),
	});
	ready = true;
	await connection.sendNotification('initialized', {});
	return {
		server,
		open: (uri, text, languageId = 'markdown') =>
			connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
		change: (uri, version, text) =>
			connection.sendNotification('textDocument/didChange', {
				textDocument: { uri, version },
				contentChanges: [{ text }],
			}),
		close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
		request: (method, params) => connection.sendRequest(method, params),
		notify: (method, params) => connection.sendNotification(method, params as object),
		diagnostics: (uri, version = 1) =>
			new Promise((resolve) => {
				const look = (): void => {
					const found = published.get(uri);
					if (found && (found.version === undefined || found.version >= version)) {
						waiting.delete(look);
						published.delete(uri);
						resolve(found.diagnostics);
					}
				};
				waiting.add(look);
				look();
			}),
		async stop() {
			await connection.sendRequest('shutdown');
			const exit = once(child, 'exit');
			await connection.sendNotification('exit');
			const [code] = await exit;
			connection.dispose();
			return Number(code);
		},
	};
}
