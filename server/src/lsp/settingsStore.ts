import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { defaultSettings, parseSettings, type Settings } from '../service';

/** The settings of each document. */
export interface SettingsStore {
	of(uri: string): Promise<Settings>;
	/** What is known of them without asking the client. */
	current(uri: string): Settings;
	/** The client says that something changed. */
	changed(raw: unknown): void;
}

/** Asks the client for each document's settings once, until they change; without that, takes what it sends to all. */
export function createSettingsStore(
	connection: Connection,
	capabilities: ClientCapabilities,
	initial: unknown,
): SettingsStore {
	const asks = capabilities.workspace?.configuration === true;
	const byUri = new Map<string, Settings>();
	let shared = parseSettings(initial);
	return {
		async of(uri) {
			if (!asks) {
				return shared;
			}
			let settings = byUri.get(uri);
			if (!settings) {
				settings = parseSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'metascribe' }));
				byUri.set(uri, settings);
			}
			return settings;
		},
		current: (uri) => (asks ? (byUri.get(uri) ?? defaultSettings) : shared),
		changed(raw) {
			byUri.clear();
			if (!asks) {
				shared = parseSettings(raw);
			}
		},
	};
}
