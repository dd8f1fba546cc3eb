import type { Article, Bibliography, BibliographyPath, ReviewService, Settings } from '../service';
import type { FileSystem } from './fileSystem';
import { folderOf, normalUri, resolvePath } from './paths';

/** The bibliographies of a document, as far as they are read. */
export interface LoadedBibliographies {
	readonly bibliographies: readonly Bibliography[];
	readonly missingBibliographies: readonly BibliographyPath[];
}

/** The bibliographies that manuscripts use. An open editor's text wins over the file's. */
export interface BibliographyStore {
	/** Reads what the article uses and is not read yet. */
	load(article: Article, settings: Settings): Promise<void>;
	/** What is read of that by now: the same object while nothing changes. */
	current(article: Article, settings: Settings): LoadedBibliographies;
	/** A file has changed, in an editor or outside: it is read again when next needed. */
	fileChanged(uri: string): void;
}

interface Shelf {
	/** `undefined`: no such file. */
	readonly bibliography: Bibliography | undefined;
	/** The version of the editor it was read from; `undefined` for a file. */
	readonly version: number | undefined;
}

const NOTHING: LoadedBibliographies = { bibliographies: [], missingBibliographies: [] };

/** A file that is open in an editor. */
export interface OpenFile {
	readonly version: number;
	getText(): string;
}

export interface BibliographyStoreOptions {
	readonly service: ReviewService;
	/** The editor's text of a file, if it is open; addresses are as `normalUri` spells them. */
	readonly openFile: (uri: string) => OpenFile | undefined;
	readonly fileSystem: FileSystem;
	/** Where `~` leads, if the host knows. */
	readonly homeUri: string | undefined;
	/** Called when a bibliography was read or lost, so that findings can be renewed. */
	readonly onDidChange: () => void;
}

export function createBibliographyStore(options: BibliographyStoreOptions): BibliographyStore {
	const { service, openFile, fileSystem, homeUri, onDidChange } = options;
	const shelves = new Map<string, Shelf>();
	const pending = new Map<string, Promise<void>>();
	const besideDocument = new Map<string, readonly string[]>();
	const assembled = new WeakMap<Article, { shelves: readonly (Shelf | undefined)[]; loaded: LoadedBibliographies }>();

	async function read(uri: string): Promise<void> {
		const editor = openFile(uri);
		const text = editor?.getText() ?? (await fileSystem.readFile(uri));
		const previous = shelves.get(uri)?.bibliography;
		shelves.set(uri, {
			bibliography:
				text === undefined ? undefined : await readGently(service.readBibliographyInSteps(uri, text, previous)),
			version: editor?.version,
		});
	}

	async function loadOne(uri: string): Promise<void> {
		const shelf = shelves.get(uri);
		if (shelf && shelf.version === openFile(uri)?.version) {
			return;
		}
		const running = pending.get(uri) ?? read(uri).finally(() => pending.delete(uri));
		pending.set(uri, running);
		await running;
	}

	/** What the front matter names, and what the settings add; without either, the .bib files beside the document. */
	function wanted(
		article: Article,
		settings: Settings,
	): readonly { uri: string; named: BibliographyPath | undefined }[] {
		const named = (article.frontMatter?.bibliographies ?? []).flatMap((path) => {
			const uri = resolvePath(article.uri, path.path, homeUri);
			return uri === undefined ? [] : [{ uri: normalUri(uri), named: path }];
		});
		const set = settings.bibliography.files.flatMap((path) => {
			const uri = resolvePath(article.uri, path, homeUri);
			return uri === undefined ? [] : [{ uri: normalUri(uri), named: undefined }];
		});
		if (named.length + set.length > 0) {
			return [...named, ...set];
		}
		return (besideDocument.get(folderOf(article.uri)) ?? []).map((uri) => ({ uri, named: undefined }));
	}

	async function lookBeside(article: Article): Promise<void> {
		const folder = folderOf(article.uri);
		if (!besideDocument.has(folder)) {
			const names = (folder && (await fileSystem.readFolder(folder))) || [];
			const files = names.filter((name) => /\.bib$/i.test(name)).sort();
			besideDocument.set(folder, files.flatMap((name) => resolvePath(article.uri, name, homeUri) ?? []).map(normalUri));
		}
	}

	const drop = (uri: string): void => {
		const name = normalUri(uri);
		const folder = folderOf(name);
		const isNew = /\.bib$/i.test(name) && besideDocument.delete(folder);
		const shelf = shelves.get(name);
		if (shelf) {
			// Its entries stay at hand, so that only what changed is read again.
			shelves.set(name, { ...shelf, version: Number.NaN });
		}
		if (shelf || isNew) {
			onDidChange();
		}
	};

	return {
		async load(article, settings) {
			if ((article.frontMatter?.bibliographies.length ?? 0) + settings.bibliography.files.length === 0) {
				await lookBeside(article);
			}
			await Promise.all(wanted(article, settings).map(({ uri }) => loadOne(uri)));
		},
		current(article, settings) {
			const entries = wanted(article, settings).map(({ uri, named }) => ({ named, shelf: shelves.get(uri) }));
			const known = assembled.get(article);
			if (
				known &&
				sameItems(
					known.shelves,
					entries.map(({ shelf }) => shelf),
				)
			) {
				return known.loaded;
			}
			const loaded =
				entries.length === 0
					? NOTHING
					: {
							bibliographies: entries.flatMap(({ shelf }) => shelf?.bibliography ?? []),
							missingBibliographies: entries.flatMap(({ named, shelf }) =>
								named && shelf && !shelf.bibliography ? [named] : [],
							),
						};
			assembled.set(article, { shelves: entries.map(({ shelf }) => shelf), loaded });
			return loaded;
		},
		fileChanged: drop,
	};
}

/** Time between two pauses, in milliseconds: a hover that arrives meanwhile waits no longer. */
const LONGEST_STEP = 10;

/** Reads in steps, and lets other requests be answered between them. */
async function readGently(reading: Iterator<undefined, Bibliography, undefined>): Promise<Bibliography> {
	let pauseAt = Date.now() + LONGEST_STEP;
	for (let step = reading.next(); ; step = reading.next()) {
		if (step.done) {
			return step.value;
		}
		if (Date.now() >= pauseAt) {
			await new Promise((resolve) => setTimeout(resolve, 0));
			pauseAt = Date.now() + LONGEST_STEP;
		}
	}
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
