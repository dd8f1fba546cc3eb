import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import glob from 'fast-glob';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type ReviewService, type Severity } from '../service';
import { createBibliographyStore } from '../workspace/bibliographyStore';
import { diskFileSystem } from '../workspace/diskFileSystem';

/** A file with its findings, as `--format json` prints it. Lines and characters count from zero, in UTF-16. */
export interface CheckedFile {
	readonly path: string;
	readonly diagnostics: readonly {
		readonly range: { readonly start: Position; readonly end: Position };
		readonly severity: Severity;
		readonly code: string;
		readonly message: string;
	}[];
}

interface Position {
	readonly line: number;
	readonly character: number;
}

/**
 * Checks the files that match the patterns, with the same engine as the editor.
 *
 * @throws with a message that names the file or pattern, and what to do
 */
export async function check(
	service: ReviewService,
	patterns: readonly string[],
	folder: string,
): Promise<readonly CheckedFile[]> {
	const bibliographies = createBibliographyStore({
		service,
		openFile: () => undefined,
		fileSystem: diskFileSystem,
		homeUri: pathToFileURL(homedir()).toString(),
		onDidChange: () => undefined,
	});
	const checked: CheckedFile[] = [];
	for (const file of await matchingFiles(patterns, folder)) {
		const uri = pathToFileURL(file).toString();
		const text = await readText(file);
		const article = service.parseArticle({ uri, version: 0, text });
		await bibliographies.load(article, defaultSettings);
		const loaded = bibliographies.current(article, defaultSettings);
		const document = TextDocument.create(uri, 'markdown', 0, text);
		const found = service.diagnose(service.snapshot({ article, ...loaded, settings: defaultSettings }));
		checked.push({
			path: relative(folder, file),
			diagnostics: found.map(({ range: { start, end }, severity, code, message }) => ({
				range: { start: document.positionAt(start), end: document.positionAt(end) },
				severity,
				code,
				message,
			})),
		});
	}
	return checked;
}

async function matchingFiles(patterns: readonly string[], folder: string): Promise<readonly string[]> {
	const files: string[] = [];
	for (const pattern of patterns) {
		const isGlob = /[*?{}]|\[.+\]/.test(pattern);
		const found = isGlob
			? await glob([pattern.replaceAll('\\', '/')], { cwd: folder, absolute: true })
			: [resolve(folder, pattern)];
		if (found.length === 0) {
			throw new Error(`No file matches “${pattern}”. Check the pattern; it starts from the current folder.`);
		}
		files.push(...found.sort());
	}
	return [...new Set(files)];
}

async function readText(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		switch (code) {
			case 'ENOENT':
				throw new Error(`There is no file “${file}”. Check the name.`);
			case 'EISDIR':
				throw new Error(`“${file}” is a folder. Name files, or a pattern such as “${file}/**/*.md”.`);
			case 'EACCES':
				throw new Error(`“${file}” may not be read. Check its permissions.`);
			default:
				throw new Error(`“${file}” cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
		}
	}
}

/** How the findings are printed, by name. */
export const FORMATS: ReadonlyMap<string, (files: readonly CheckedFile[]) => string> = new Map([
	['json', (files) => `${JSON.stringify({ files })}\n`],
	['text', asText],
]);

/** "review.md:12:1: warning: This needs … [unsupported-claim]", as compilers do: lines and characters count from one. */
function asText(files: readonly CheckedFile[]): string {
	const lines = files.flatMap(({ path, diagnostics }) =>
		diagnostics.map(
			({ range: { start }, severity, code, message }) =>
				`${path}:${start.line + 1}:${start.character + 1}: ${severity}: ${message} [${code}]`,
		),
	);
	const count = lines.length === 1 ? '1 finding' : `${lines.length} findings`;
	return `${[...lines, `${count} in ${files.length === 1 ? '1 file' : `${files.length} files`}`].join('\n')}\n`;
}
