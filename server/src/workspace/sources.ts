import type { Article, BibliographyPath, ReviewService, Settings } from '../service';
import type { FileSystem } from './fileSystem';
import { folderOf, normalUri, resolvePath } from './paths';

/** A bibliography that a document uses, and where its front matter names it. */
export interface Source {
	readonly uri: string;
	/** `undefined` if a project file, a setting or the folder brought it. */
	readonly named: BibliographyPath | undefined;
}

/** Which bibliographies documents use. */
export interface Sources {
	/** Looks at the files around a document that may name bibliographies, unless that was done. */
	lookAround(article: Article, settings: Settings): Promise<void>;
	/** What is known of them by now, in pandoc's order: of several entries with one key the last counts. */
	of(article: Article, settings: Settings): readonly Source[];
	/**
	 * Whether a file that changed may name a bibliography or be one; then it is looked at again.
	 *
	 * @param edited whether only its text changed, in an editor
	 */
	fileChanged(uri: string, edited: boolean): boolean;
}

/** What stands around the documents of a folder. */
interface Surroundings {
	/** Bibliographies that the project's files name. */
	readonly ofProject: readonly string[];
	/** The `.bib` files in the folder. */
	readonly beside: readonly string[];
	/** The folders that were looked at. */
	readonly folders: readonly string[];
}

/** Project files that may name bibliographies: Quarto's, and bookdown's with the first chapter, which has the metadata. */
const PROJECT_FILES = ['_metadata.yml', '_quarto.yml', '_quarto.yaml', '_bookdown.yml'];
const PROJECT_ROOTS = ['_quarto.yml', '_quarto.yaml', '_bookdown.yml'];
/** A project's root is not further up than this. */
const MOST_FOLDERS = 10;
const NONE: Surroundings = { ofProject: [], beside: [], folders: [] };

export interface SourcesOptions {
	readonly service: ReviewService;
	readonly fileSystem: FileSystem;
	/** Where `~` leads, if the host knows. */
	readonly homeUri: string | undefined;
}

export function createSources({ service, fileSystem, homeUri }: SourcesOptions): Sources {
	const known = new Map<string, Surroundings>();
	/** The files that match a pattern of the settings, by folder and pattern. */
	const matching = new Map<string, readonly string[]>();

	const resolve = (base: string, path: string): readonly string[] => {
		const uri = resolvePath(base, path, homeUri);
		return uri === undefined ? [] : [normalUri(uri)];
	};

	async function lookAt(folder: string): Promise<Surroundings> {
		const names = (await fileSystem.readFolder(folder)) ?? [];
		const beside = names
			.filter((name) => /\.bib$/i.test(name))
			.sort()
			.flatMap((name) => resolve(folder, name));
		const ofProject: string[] = [];
		const folders: string[] = [];
		let current = folder;
		for (let level = 0; level < MOST_FOLDERS && current !== ''; level++) {
			folders.push(current);
			const files = level === 0 ? names : ((await fileSystem.readFolder(current)) ?? []);
			ofProject.unshift(...(await namedIn(current, files)));
			const parent = folderOf(current.replace(/\/$/, ''));
			if (PROJECT_ROOTS.some((name) => files.includes(name)) || parent === current) {
				break;
			}
			current = parent;
		}
		return { ofProject, beside, folders };
	}

	async function namedIn(folder: string, names: readonly string[]): Promise<readonly string[]> {
		const files = names.filter((name) => PROJECT_FILES.includes(name));
		const found: string[] = [];
		for (const name of files) {
			const [uri] = resolve(folder, name);
			const text = uri === undefined ? undefined : await fileSystem.readFile(uri);
			found.push(...service.readMetadata(text ?? '').bibliographies.flatMap(({ path }) => resolve(folder, path)));
		}
		if (files.includes('_bookdown.yml')) {
			found.push(...(await namedInFirstChapter(folder)));
		}
		return found;
	}

	async function namedInFirstChapter(folder: string): Promise<readonly string[]> {
		const [uri] = resolve(folder, 'index.Rmd');
		const text = uri === undefined ? undefined : await fileSystem.readFile(uri);
		const article = service.parseArticle({ uri: folder, version: 0, text: text ?? '' });
		return (article.frontMatter?.bibliographies ?? []).flatMap(({ path }) => resolve(folder, path));
	}

	return {
		async lookAround({ uri }, settings) {
			const folder = folderOf(uri);
			if (folder !== '' && !known.has(folder)) {
				known.set(folder, await lookAt(folder));
			}
			for (const path of settings.bibliography.files.filter(isPattern)) {
				const found = matching.get(patternId(uri, path));
				if (!found) {
					const { base, pattern } = splitPattern(path);
					const [start] = resolve(uri, base);
					const files = start === undefined ? [] : ((await fileSystem.findFiles(start, pattern)) ?? []);
					matching.set(patternId(uri, path), files.map(normalUri).sort());
				}
			}
		},
		of(article, settings) {
			const { ofProject, beside } = known.get(folderOf(article.uri)) ?? NONE;
			const unnamed = (uri: string): Source => ({ uri, named: undefined });
			const all = [
				...settings.bibliography.files
					.flatMap((path) =>
						isPattern(path) ? (matching.get(patternId(article.uri, path)) ?? []) : resolve(article.uri, path),
					)
					.map(unnamed),
				...ofProject.map(unnamed),
				...(article.frontMatter?.bibliographies ?? []).flatMap((named) =>
					resolve(article.uri, named.path).map((uri) => ({ uri, named })),
				),
			];
			return distinct(all.length > 0 || article.frontMatter?.hasReferences ? all : beside.map(unnamed));
		},
		fileChanged(uri, edited) {
			const name = uri.slice(uri.lastIndexOf('/') + 1);
			const mayMatch = !edited && matching.size > 0 && /\.(?:bib|bibtex|json|ya?ml)$/i.test(name);
			if (mayMatch) {
				matching.clear();
			}
			const isBeside = !edited && /\.bib$/i.test(name);
			if (!PROJECT_FILES.includes(name) && name !== 'index.Rmd' && !isBeside) {
				return mayMatch;
			}
			const folder = folderOf(uri);
			for (const [document, { folders }] of known) {
				if (folders.includes(folder)) {
					known.delete(document);
				}
			}
			return true;
		},
	};
}

/** Brackets make no pattern: they stand in the names of many files. */
function isPattern(path: string): boolean {
	return /[*?]|\{.*,.*\}/.test(path);
}

function patternId(documentUri: string, path: string): string {
	return `${folderOf(documentUri)}\n${path}`;
}

/** "~/library/**" and the like: the folder before the first segment that is a pattern, and the rest. */
function splitPattern(path: string): { readonly base: string; readonly pattern: string } {
	const segments = path.replaceAll('\\', '/').split('/');
	const first = segments.findIndex(isPattern);
	// A pattern such as `{a,b/c}.bib` spans segments: everything from there on is left to the file system.
	const from = first < 0 ? segments.findIndex((segment) => segment.includes('{')) : first;
	const base = segments.slice(0, Math.max(0, from)).join('/');
	return {
		base: path.startsWith('/') || base !== '' ? `${base}/` : './',
		pattern: segments.slice(Math.max(0, from)).join('/'),
	};
}

/** Each bibliography once, at its last place. */
function distinct(sources: readonly Source[]): readonly Source[] {
	const byUri = new Map<string, Source>();
	for (const source of sources) {
		const earlier = byUri.get(source.uri);
		byUri.delete(source.uri);
		byUri.set(source.uri, source.named ? source : (earlier ?? source));
	}
	return [...byUri.values()];
}
