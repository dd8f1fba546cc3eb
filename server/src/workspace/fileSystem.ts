/** Files as the server may see them. Nothing throws: what cannot be read is `undefined`. */
export interface FileSystem {
	readFile(uri: string): Promise<string | undefined>;
	/** The names of the files in a folder. */
	readFolder(uri: string): Promise<readonly string[] | undefined>;
}

/** No files at all: for clients that offer none, on hosts that have none. */
export const noFiles: FileSystem = {
	readFile: async () => undefined,
	readFolder: async () => undefined,
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
	};
}
