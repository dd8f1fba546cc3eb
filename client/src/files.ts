import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type FindFilesParams,
	type FindFilesResult,
	findFilesRequest,
	type ReadFileParams,
	type ReadFileResult,
	type ReadFolderParams,
	type ReadFolderResult,
	readFileRequest,
	readFolderRequest,
} from '../../server/src/protocol';

/** Reads files for the server, wherever VS Code has them: on disk, on a remote machine, in a virtual workspace. */
export function serveFiles(client: BaseLanguageClient): void {
	client.onRequest(readFileRequest, readFile);
	client.onRequest(readFolderRequest, readFolder);
	client.onRequest(findFilesRequest, findFiles);
}

async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
	try {
		return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
	} catch {
		// Missing or unreadable: the server says so where the file is named.
		return null;
	}
}

async function readFolder({ uri }: ReadFolderParams): Promise<ReadFolderResult> {
	try {
		const entries = await workspace.fs.readDirectory(Uri.parse(uri));
		return entries.filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
	} catch {
		return null;
	}
}

/** What the writer has hidden from the workspace (`files.exclude`) is not found. */
async function findFiles({ folder, pattern }: FindFilesParams): Promise<FindFilesResult> {
	try {
		const found = await workspace.findFiles(new RelativePattern(Uri.parse(folder), pattern));
		return found.map((uri) => uri.toString()).filter((uri) => !uri.includes('/node_modules/'));
	} catch {
		return null;
	}
}
