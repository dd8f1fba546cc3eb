import type { Connection } from 'vscode-languageserver';
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
} from '../protocol';
import type { FileSystem } from '../workspace/fileSystem';

/** Reads through the client, which knows every scheme it has open: `vscode-remote:`, `vscode-vfs:`, `memfs:` … */
export function clientFileSystem(connection: Connection): FileSystem {
	return {
		async readFile(uri) {
			const params: ReadFileParams = { uri };
			return (await connection.sendRequest<ReadFileResult>(readFileRequest, params)) ?? undefined;
		},
		async readFolder(uri) {
			const params: ReadFolderParams = { uri };
			return (await connection.sendRequest<ReadFolderResult>(readFolderRequest, params)) ?? undefined;
		},
		async findFiles(folder, pattern) {
			const params: FindFilesParams = { folder, pattern };
			return (await connection.sendRequest<FindFilesResult>(findFilesRequest, params)) ?? undefined;
		},
	};
}
