import type { FileSystem } from '../../server/src/workspace/fileSystem';

/** Files by path, as `file:` addresses; they may be changed, and what is read is counted. */
export function memoryFileSystem(files: Record<string, string>): FileSystem & { readonly reads: string[] } {
	const reads: string[] = [];
	const pathOf = (uri: string): string => decodeURIComponent(uri.replace(/^file:\/\//, ''));
	return {
		reads,
		readFile: async (uri) => {
			reads.push(pathOf(uri));
			return files[pathOf(uri)];
		},
		readFolder: async (uri) => {
			const folder = pathOf(uri);
			return Object.keys(files)
				.filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'))
				.map((path) => path.slice(folder.length));
		},
		findFiles: async (uri, pattern) => {
			const folder = pathOf(uri);
			const matches = matcher(pattern);
			return Object.keys(files)
				.filter((path) => path.startsWith(folder) && matches.test(path.slice(folder.length)))
				.map((path) => `file://${encodeURI(path)}`);
		},
	};
}

// Double and single stars, and `{a,b}`: what the project's own patterns are made of.
function matcher(pattern: string): RegExp {
	const source = pattern
		.replace(/[.+^$()|[\]\\]/g, '\\$&')
		.replaceAll('**/', '(?:.*/)?')
		.replace(/(?<![.)])\*/g, '[^/]*')
		.replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
	return new RegExp(`^${source}$`, 'i');
}
