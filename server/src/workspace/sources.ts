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
	lookAround(article: Article): Promise<void>;
	/** What is known of them by now, in pandoc's order: of several entries with one key the last counts. */
	of(article: Article, settings: Settings): readonly Source[];
	/** Whether a file that changed may name a bibliography or be one; then it is looked at again. */
	fileChanged(uri: string): boolean;
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
		async lookAround({ uri }) {
			const folder = folderOf(uri);
			if (folder !== '' && !known.has(folder)) {
				known.set(folder, await lookAt(folder));
			}
		},
		of(article, settings) {
			const { ofProject, beside } = known.get(folderOf(article.uri)) ?? NONE;
			const unnamed = (uri: string): Source => ({ uri, named: undefined });
			const all = [
				...settings.bibliography.files.flatMap((path) => resolve(article.uri, path)).map(unnamed),
				...ofProject.map(unnamed),
				...(article.frontMatter?.bibliographies ?? []).flatMap((named) =>
					resolve(article.uri, named.path).map((uri) => ({ uri, named })),
				),
			];
			return distinct(all.length > 0 || article.frontMatter?.hasReferences ? all : beside.map(unnamed));
		},
		fileChanged(uri) {
			const name = uri.slice(uri.lastIndexOf('/') + 1);
			if (!PROJECT_FILES.includes(name) && name !== 'index.Rmd' && !/\.bib$/i.test(name)) {
				return false;
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
