/** Files as the server may see them. Nothing throws: what cannot be read is `undefined`. */
export interface FileSystem {
	readFile(uri: string): Promise<string | undefined>;
	/** The names of the files in a folder. */
	readFolder(uri: string): Promise<readonly string[] | undefined>;
	/**
	 * The addresses of the files in and below a folder that match a glob pattern, in any case of letters. Hidden folders
	 * and `node_modules` are left out.
	 */
	findFiles(folder: string, pattern: string): Promise<readonly string[] | undefined>;
}

/** No files at all: for clients that offer none, on hosts that have none. */
export const noFiles: FileSystem = {
	readFile: async () => undefined,
	readFolder: async () => undefined,
	findFiles: async () => undefined,
};

/** Reads from the first that has the file. */
export function firstOf(systems: readonly FileSystem[]): FileSystem {
	const first = async <T>(read: (system: FileSystem) => Promise<T | undefined>): Promise<T | undefined> => {
		for (const system of systems) {
			const found = await read(system);
			if (found !== undefined) {
				return found;
			}
		}
		return undefined;
	};
	return {
		readFile: (uri) => first((system) => system.readFile(uri)),
		readFolder: (uri) => first((system) => system.readFolder(uri)),
		findFiles: (folder, pattern) => first((system) => system.findFiles(folder, pattern)),
	};
}
