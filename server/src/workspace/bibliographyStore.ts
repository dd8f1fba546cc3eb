import type { Article, Bibliography, BibliographyPath, NamedBibliography, ReviewService, Settings } from '../service';
import type { FileSystem } from './fileSystem';
import { inSteps } from './inSteps';
import { normalUri } from './paths';
import { createSources } from './sources';

/** The bibliographies of a document, as far as they are read. */
export interface LoadedBibliographies {
	readonly bibliographies: readonly Bibliography[];
	/** Those that its front matter names and that could not be read. */
	readonly missingBibliographies: readonly BibliographyPath[];
	/** Those that it names and that were read. */
	readonly namedBibliographies: readonly NamedBibliography[];
}

/** The bibliographies that manuscripts use. An open editor's text wins over the file's. */
export interface BibliographyStore {
	/** Reads what the article uses and is not read yet. */
	load(article: Article, settings: Settings): Promise<void>;
	/** What is read of that by now: the same object while nothing changes. */
	current(article: Article, settings: Settings): LoadedBibliographies;
	/** Reads one file as a bibliography, as it is now; `undefined` if there is none. */
	read(uri: string): Promise<Bibliography | undefined>;
	/** The addresses of the files that an article uses, and of those that its front matter names. */
	usedBy(
		article: Article,
		settings: Settings,
	): Promise<{ readonly all: readonly string[]; readonly named: readonly string[] }>;
	/**
	 * A file has changed, in an editor or outside: it is read again when next needed.
	 *
	 * @param edited whether only its text changed, in an editor
	 */
	fileChanged(uri: string, edited?: boolean): void;
}

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
	/** Called when reading a file takes long; what it returns is called when it is read. */
	readonly onSlow?: (uri: string) => () => void;
	/** Called when a bibliography in use has changed, so that findings can be renewed. */
	readonly onDidChange: () => void;
}

/** A bibliography as it was last read. */
interface Shelf {
	/** `undefined`: no such file. */
	readonly bibliography: Bibliography | undefined;
	/** The version of the editor it was read from; `undefined` for a file. */
	readonly version: number | undefined;
	readonly stale: boolean;
}

const NOTHING: LoadedBibliographies = { bibliographies: [], missingBibliographies: [], namedBibliographies: [] };

/** A writer who waits for longer than this, in milliseconds, is told what for. */
const LONG = 1000;
const MOST_ATTEMPTS = 5;

export function createBibliographyStore(options: BibliographyStoreOptions): BibliographyStore {
	const { service, openFile, fileSystem, onDidChange } = options;
	const sources = createSources(options);
	const shelves = new Map<string, Shelf>();
	const pending = new Map<string, Promise<void>>();
	/** Files that changed while they were being read. */
	const overtaken = new Set<string>();
	const assembled = new WeakMap<Article, { shelves: readonly (Shelf | undefined)[]; loaded: LoadedBibliographies }>();

	async function read(uri: string): Promise<void> {
		let finished: (() => void) | undefined;
		const timer = setTimeout(() => {
			finished = options.onSlow?.(uri);
		}, LONG);
		try {
			const editor = openFile(uri);
			const text = editor?.getText() ?? (await fileSystem.readFile(uri));
			// What did not change is not read again.
			const previous = shelves.get(uri)?.bibliography;
			const bibliography =
				text === undefined ? undefined : await inSteps(service.readBibliographyInSteps(uri, text, previous));
			shelves.set(uri, { bibliography, version: editor?.version, stale: overtaken.delete(uri) });
		} finally {
			clearTimeout(timer);
			finished?.();
		}
	}

	/** The file as it is now, unless it changes faster than it can be read. */
	async function readNow(uri: string): Promise<Bibliography | undefined> {
		for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
			await readIfNeeded(uri);
			const shelf = shelves.get(uri);
			if (shelf && !shelf.stale && shelf.version === openFile(uri)?.version) break;
		}
		return shelves.get(uri)?.bibliography;
	}

	async function readIfNeeded(uri: string): Promise<void> {
		const shelf = shelves.get(uri);
		if (shelf && !shelf.stale && shelf.version === openFile(uri)?.version) {
			return;
		}
		const running = pending.get(uri) ?? read(uri).finally(() => pending.delete(uri));
		pending.set(uri, running);
		await running;
	}

	return {
		async load(article, settings) {
			await sources.lookAround(article, settings);
			await Promise.all(sources.of(article, settings).map(({ uri }) => readIfNeeded(uri)));
		},
		current(article, settings) {
			const used = sources.of(article, settings).map(({ uri, named }) => ({ named, shelf: shelves.get(uri) }));
			const usedShelves = used.map(({ shelf }) => shelf);
			const known = assembled.get(article);
			if (known && sameItems(known.shelves, usedShelves)) {
				return known.loaded;
			}
			const loaded =
				used.length === 0
					? NOTHING
					: {
							bibliographies: used.flatMap(({ shelf }) => shelf?.bibliography ?? []),
							missingBibliographies: used.flatMap(({ named, shelf }) =>
								named && shelf && !shelf.bibliography ? [named] : [],
							),
							namedBibliographies: used.flatMap(({ named, shelf }) =>
								named && shelf?.bibliography
									? [{ named, bibliography: shelf.bibliography, isOpen: isWorkedOn(shelf.bibliography, shelf.version) }]
									: [],
							),
						};
			assembled.set(article, { shelves: usedShelves, loaded });
			return loaded;
		},
		read: (uri) => readNow(normalUri(uri)),
		async usedBy(article, settings) {
			await sources.lookAround(article, settings);
			const used = sources.of(article, settings);
			return {
				all: used.map(({ uri }) => uri),
				named: used.flatMap(({ uri, named }) => (named ? [uri] : [])),
			};
		},
		fileChanged(uri, edited = false) {
			const name = normalUri(uri);
			const shelf = shelves.get(name);
			if (shelf) {
				shelves.set(name, { ...shelf, stale: true });
			}
			if (pending.has(name)) {
				overtaken.add(name);
			}
			if (sources.fileChanged(name, edited) || shelf) {
				onDidChange();
			}
		},
	};
}

/** What is reported in a bibliography is seen by a writer who has it open; in JSON and YAML nothing is reported. */
function isWorkedOn({ format }: Bibliography, version: number | undefined): boolean {
	return version !== undefined && format === 'bibtex';
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
