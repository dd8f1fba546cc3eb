import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** Tells the writer that a large bibliography is being read: call it when that takes long, and what it returns at the end. */
export function readingProgress({ window }: Connection, capabilities: ClientCapabilities): (uri: string) => () => void {
	if (!capabilities.window?.workDoneProgress) {
		return () => () => undefined;
	}
	return (uri) => {
		const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
		const started = window.createWorkDoneProgress().then((progress) => {
			progress.begin(`Metascribe: reading ${name}`);
			return progress;
		});
		// A client that refuses to show progress does without it.
		return () => void started.then((progress) => progress.done()).catch(() => undefined);
	};
}
