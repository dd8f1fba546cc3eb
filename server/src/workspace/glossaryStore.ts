import type { OwnGlossary, ReviewService, Settings } from '../service';
import type { OpenFile } from './bibliographyStore';
import type { FileSystem } from './fileSystem';
import { folderOf, normalUri, resolvePath } from './paths';

/** The writer's glossaries. An open editor's text wins over the file's. */
export interface GlossaryStore {
	/** Reads what a document uses and is not read yet. */
	load(documentUri: string, settings: Settings): Promise<void>;
	/** What is read of that by now: the same object while nothing changes. */
	current(documentUri: string, settings: Settings): readonly OwnGlossary[];
	/** A file has changed, in an editor or outside: it is read again when next needed. */
	fileChanged(uri: string): void;
	/** Whether a file is a glossary: by its name, or because a document uses it. */
	isGlossary(uri: string): boolean;
}

export interface GlossaryStoreOptions {
	readonly service: ReviewService;
	/** The editor's text of a file, if it is open; addresses are as `normalUri` spells them. */
	readonly openFile: (uri: string) => OpenFile | undefined;
	readonly fileSystem: FileSystem;
	/** Where `~` leads, if the host knows. */
	readonly homeUri: string | undefined;
	/** The folders that are open as a workspace. */
	readonly workspaceFolders: () => readonly string[];
	/** Called when a glossary was read, or is gone, with all that its document uses. */
	readonly onDidRead: (uri: string, glossary: OwnGlossary | undefined, all: readonly OwnGlossary[]) => void;
	/** Called when a glossary in use has changed. */
	readonly onDidChange: () => void;
}

/** A glossary as it was last read. */
interface Shelf {
	/** `undefined`: no such file. */
	readonly glossary: OwnGlossary | undefined;
	/** The version of the editor it was read from; `undefined` for a file. */
	readonly version: number | undefined;
	readonly stale: boolean;
}

const FOLDER = '.metascribe/';
const NAMES = ['glossary.yaml', 'glossary.yml', 'glossary.json'];
const BY_NAME = /\/\.metascribe\/glossary\.(?:ya?ml|json)$/;
/** A glossary is not further up than this from a document without a workspace. */
const MOST_FOLDERS = 10;
const NONE: readonly OwnGlossary[] = [];

export function createGlossaryStore(options: GlossaryStoreOptions): GlossaryStore {
	const { service, openFile, fileSystem, homeUri, workspaceFolders, onDidRead, onDidChange } = options;
	/** The glossary beside a folder's documents, by folder; `undefined` where there is none. */
	const found = new Map<string, string | undefined>();
	const shelves = new Map<string, Shelf>();
	const pending = new Map<string, Promise<void>>();
	const assembled = new Map<string, { shelves: readonly (Shelf | undefined)[]; glossaries: readonly OwnGlossary[] }>();

	/** The folders in which a document's glossary is looked for, nearest first. */
	function foldersOf(documentUri: string): readonly string[] {
		const roots = workspaceFolders().map((uri) => `${normalUri(uri).replace(/\/$/, '')}/`);
		const own = folderOf(documentUri);
		const root = roots.find((folder) => own.startsWith(folder));
		if (root === undefined && roots.length > 0) {
			return roots;
		}
		const folders: string[] = [];
		for (let folder = own; folder !== '' && folders.length < MOST_FOLDERS; ) {
			folders.push(folder);
			const parent = folderOf(folder.replace(/\/$/, ''));
			if (folder === root || parent === folder) {
				break;
			}
			folder = parent;
		}
		return folders;
	}

	async function lookIn(folder: string): Promise<string | undefined> {
		if (!found.has(folder)) {
			const names = (await fileSystem.readFolder(`${folder}${FOLDER}`)) ?? [];
			const open = NAMES.find((name) => openFile(`${folder}${FOLDER}${name}`));
			const name = NAMES.find((one) => names.includes(one)) ?? open;
			found.set(folder, name && `${folder}${FOLDER}${name}`);
		}
		return found.get(folder);
	}

	/** The glossaries that a document uses, as far as is known: those of settings first, so that the nearest wins. */
	function usedBy(documentUri: string, settings: Settings): readonly string[] {
		const named = settings.glossary.files.flatMap((path) => {
			const [root] = workspaceFolders();
			const base = root === undefined ? documentUri : `${root.replace(/\/$/, '')}/`;
			const uri = resolvePath(base, path, homeUri);
			return uri === undefined ? [] : [normalUri(uri)];
		});
		const nearest = foldersOf(documentUri).flatMap((folder) => found.get(folder) ?? []);
		const inWorkspace = workspaceFolders().length > 0 && !isInside(documentUri) ? nearest : nearest.slice(0, 1);
		return [...new Set([...named, ...inWorkspace])];
	}

	function isInside(documentUri: string): boolean {
		const own = folderOf(documentUri);
		return workspaceFolders().some((uri) => own.startsWith(`${normalUri(uri).replace(/\/$/, '')}/`));
	}

	async function readIfNeeded(uri: string): Promise<boolean> {
		const shelf = shelves.get(uri);
		if (shelf && !shelf.stale && shelf.version === openFile(uri)?.version) {
			return false;
		}
		const running = pending.get(uri) ?? read(uri).finally(() => pending.delete(uri));
		pending.set(uri, running);
		await running;
		return true;
	}

	async function read(uri: string): Promise<void> {
		const editor = openFile(uri);
		shelves.set(uri, { ...(shelves.get(uri) ?? { glossary: undefined }), version: editor?.version, stale: false });
		const text = editor?.getText() ?? (await fileSystem.readFile(uri));
		const glossary = text === undefined ? undefined : service.ofGlossary.read(uri, text);
		const overtaken = shelves.get(uri)?.stale ?? false;
		shelves.set(uri, { glossary, version: editor?.version, stale: overtaken });
	}

	/** Glossaries that were found by their name and are there no more. */
	function forgetGone(documentUri: string): void {
		for (const folder of foldersOf(documentUri)) {
			for (const uri of NAMES.map((name) => `${folder}${FOLDER}${name}`)) {
				if (found.has(folder) && found.get(folder) !== uri && shelves.get(uri)?.glossary) {
					shelves.delete(uri);
					onDidRead(uri, undefined, NONE);
				}
			}
		}
	}

	function current(documentUri: string, settings: Settings): readonly OwnGlossary[] {
		const uris = usedBy(documentUri, settings);
		const used = uris.map((uri) => shelves.get(uri));
		const key = uris.join('\n');
		const known = assembled.get(key);
		if (known?.shelves.every((shelf, index) => shelf?.glossary === used[index]?.glossary)) {
			return known.glossaries;
		}
		const glossaries = used.flatMap((shelf) => shelf?.glossary ?? []);
		assembled.set(key, { shelves: used, glossaries: glossaries.length === 0 ? NONE : glossaries });
		return assembled.get(key)?.glossaries ?? NONE;
	}

	return {
		async load(documentUri, settings) {
			for (const folder of foldersOf(documentUri)) {
				// The nearest counts alone; without a workspace around the document all of its folders do.
				if ((await lookIn(folder)) !== undefined && (isInside(documentUri) || workspaceFolders().length === 0)) {
					break;
				}
			}
			forgetGone(documentUri);
			const used = usedBy(documentUri, settings);
			const renewed = await Promise.all(used.map(readIfNeeded));
			const all = current(documentUri, settings);
			for (const [index, uri] of used.entries()) {
				if (renewed[index]) {
					onDidRead(uri, shelves.get(uri)?.glossary, all);
				}
			}
		},
		current,
		fileChanged(uri) {
			const name = normalUri(uri);
			const shelf = shelves.get(name);
			if (BY_NAME.test(name)) {
				found.delete(name.slice(0, name.lastIndexOf(FOLDER)));
			}
			if (shelf) {
				shelves.set(name, { ...shelf, stale: true });
			}
			if (shelf || BY_NAME.test(name)) {
				onDidChange();
			}
		},
		isGlossary: (uri) => BY_NAME.test(normalUri(uri)) || shelves.has(normalUri(uri)),
	};
}
