import {
	type Connection,
	DidChangeWorkspaceFoldersNotification,
	type InitializeParams,
	type ServerCapabilities,
} from 'vscode-languageserver';

/** The folders that the client has open. */
export interface WorkspaceFolders {
	readonly capabilities: ServerCapabilities;
	current(): readonly string[];
}

export function createWorkspaceFolders(
	connection: Connection,
	{ capabilities, workspaceFolders, rootUri }: InitializeParams,
	onDidChange: () => void,
): WorkspaceFolders {
	const uris = new Set(workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : []);
	const current = (): readonly string[] => [...uris];
	if (!capabilities.workspace?.workspaceFolders) {
		return { capabilities: {}, current };
	}
	// Announced by the capabilities below. The library's own event would register itself before the client is ready.
	connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
		for (const { uri } of removed) uris.delete(uri);
		for (const { uri } of added) uris.add(uri);
		onDidChange();
	});
	return { capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }, current };
}
