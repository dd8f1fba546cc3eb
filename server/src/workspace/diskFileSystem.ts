import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import glob from 'fast-glob';
import type { FileSystem } from './fileSystem';

/** Links may lead in a circle, and a folder that may not be read costs no other. */
const FOUND = {
	ignore: ['**/node_modules/**'],
	caseSensitiveMatch: false,
	followSymbolicLinks: false,
	suppressErrors: true,
};

/** Files on this machine's disk: `file:` addresses only. */
export const diskFileSystem: FileSystem = {
	readFile: (uri) => onDisk(uri, (path) => readFile(path, 'utf8')),
	readFolder: (uri) =>
		onDisk(uri, async (path) =>
			(await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name),
		),
	findFiles: (folder, pattern) =>
		onDisk(folder, async (path) =>
			(await glob(pattern, { cwd: path, absolute: true, ...FOUND }))
				.sort()
				.map((file) => pathToFileURL(file).toString()),
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
