import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSystem } from './fileSystem';

/** Files on this machine's disk: `file:` addresses only. */
export const diskFileSystem: FileSystem = {
	readFile: (uri) => onDisk(uri, (path) => readFile(path, 'utf8')),
	readFolder: (uri) =>
		onDisk(uri, async (path) =>
			(await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name),
		),
};

async function onDisk<T>(uri: string, read: (path: string) => Promise<T>): Promise<T | undefined> {
	if (!uri.startsWith('file:')) {
		return undefined;
	}
	try {
		return await read(fileURLToPath(uri));
	} catch {
		// Missing, unreadable, a folder: all the same to the caller, who says where the file was named.
		return undefined;
	}
}
