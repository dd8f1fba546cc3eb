import type { Article, Bibliography, BibliographyPath, ReviewService, Settings } from '../service';
import type { FileSystem } from './fileSystem';
import { normalUri } from './paths';
import { createSources } from './sources';

/** The bibliographies of a document, as far as they are read. */
export interface LoadedBibliographies {
	readonly bibliographies: readonly Bibliography[];
	/** Those that its front matter names and that could not be read. */
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

const NOTHING: LoadedBibliographies = { bibliographies: [], missingBibliographies: [] };

export function createBibliographyStore(options: BibliographyStoreOptions): BibliographyStore {
	const { service, openFile, fileSystem, onDidChange } = options;
	const sources = createSources(options);
	const shelves = new Map<string, Shelf>();
	const pending = new Map<string, Promise<void>>();
	/** Files that changed while they were being read. */
	const overtaken = new Set<string>();
	const assembled = new WeakMap<Article, { shelves: readonly (Shelf | undefined)[]; loaded: LoadedBibliographies }>();

	async function read(uri: string): Promise<void> {
		const editor = openFile(uri);
		const text = editor?.getText() ?? (await fileSystem.readFile(uri));
		// What did not change is not read again.
		const previous = shelves.get(uri)?.bibliography;
		const bibliography =
			text === undefined ? undefined : await readGently(service.readBibliographyInSteps(uri, text, previous));
		shelves.set(uri, { bibliography, version: editor?.version, stale: overtaken.delete(uri) });
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
			await sources.lookAround(article);
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
						};
			assembled.set(article, { shelves: usedShelves, loaded });
			return loaded;
		},
		fileChanged(uri) {
			const name = normalUri(uri);
			const shelf = shelves.get(name);
			if (shelf) {
				shelves.set(name, { ...shelf, stale: true });
			}
			if (pending.has(name)) {
				overtaken.add(name);
			}
			if (sources.fileChanged(name) || shelf) {
				onDidChange();
			}
		},
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
