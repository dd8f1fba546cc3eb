/**
 * What client and server say to each other beyond the Language Server Protocol. Imports nothing: either side may bring
 * its own version of the protocol library.
 */

/** From server to client: the text of a file, wherever it is. Answers `null` if it cannot be read. */
export const readFileRequest = 'metascribe/readFile';
export interface ReadFileParams {
	readonly uri: string;
}
export type ReadFileResult = string | null;

/** From server to client: the names of the files in a folder. Answers `null` if it cannot be read. */
export const readFolderRequest = 'metascribe/readFolder';
export interface ReadFolderParams {
	readonly uri: string;
}
export type ReadFolderResult = readonly string[] | null;

/** What the client passes with `initialize`. Other clients need not. */
export interface InitializationOptions {
	/** Whether the client answers the requests above. Without them the node server reads `file:` itself. */
	readonly readsFiles?: boolean;
}
