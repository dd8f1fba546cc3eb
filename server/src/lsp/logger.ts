import type { Connection } from 'vscode-languageserver';

/** Where the server writes what a developer may want to know. The editor chooses the level. */
export interface Logger {
	error(message: string): void;
	warn(message: string): void;
	info(message: string): void;
	debug(message: string): void;
}

/** Writes to the client's output channel. */
export function connectionLogger({ console }: Connection): Logger {
	return {
		error: (message) => console.error(message),
		warn: (message) => console.warn(message),
		info: (message) => console.info(message),
		debug: (message) => console.debug(message),
	};
}
