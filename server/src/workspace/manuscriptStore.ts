import type { Article, ReviewService } from '../service';
import type { FileSystem } from './fileSystem';
import { normalUri } from './paths';

/** The manuscripts of the workspace: those open in editors, and those in its folders. */
export interface ManuscriptStore {
	/** Looks at what has changed since it last did. */
	all(): Promise<WorkspaceTexts>;
	/** Without looking again, unless it has never looked. */
	known(): Promise<WorkspaceTexts>;
	/** Whether a file is in one of the workspace's folders: only then are all known that may use it. */
	covers(uri: string): boolean;
	/** A file has changed, appeared or gone. */
	fileChanged(uri: string): void;
	/** Folders were added to the workspace, or taken away. */
	foldersChanged(): void;
}

/** Only what cites something, or names a bibliography, is kept. */
export interface WorkspaceTexts {
	readonly manuscripts: readonly Article[];
	/** Texts of other kinds that may cite from a bibliography, such as LaTeX. */
	readonly otherTexts: readonly string[];
}

export interface ManuscriptStoreOptions {
	readonly service: ReviewService;
	readonly fileSystem: FileSystem;
	/** The workspace's folders. */
	readonly folders: () => readonly string[];
	readonly openArticles: () => readonly Article[];
	/** Whether the client tells of changes of files. If not, everything is looked at again each time. */
	readonly watches: boolean;
}

const MANUSCRIPTS = '**/*.{md,markdown,mdown,qmd,rmd}';
const OTHER_TEXTS = '**/*.{tex,rnw,ipynb}';
const MANUSCRIPT = /\.(?:md|markdown|mdown|qmd|rmd)$/i;
const OTHER_TEXT = /\.(?:tex|rnw|ipynb)$/i;
/** A folder with more manuscripts than this is something else, and reading it all would take minutes. */
const MOST_FILES = 3000;
/** In UTF-16 units: notebooks with their pictures are larger. */
const LONGEST_TEXT = 2_000_000;

/** A file as it was last read: an article, a text, or neither where it cites nothing. */
interface File {
	readonly text: string;
	readonly article: Article | undefined;
	readonly stale: boolean;
}

export function createManuscriptStore(options: ManuscriptStoreOptions): ManuscriptStore {
	const { service, fileSystem, folders, openArticles, watches } = options;
	const files = new Map<string, File>();
	let listed: Promise<void> | undefined;
	let looking: Promise<void> | undefined;

	async function list(): Promise<void> {
		const found = new Set<string>();
		for (const folder of folders()) {
			for (const pattern of [MANUSCRIPTS, OTHER_TEXTS]) {
				const uris = (await fileSystem.findFiles(folder.endsWith('/') ? folder : `${folder}/`, pattern)) ?? [];
				for (const uri of uris.slice(0, MOST_FILES)) found.add(normalUri(uri));
			}
		}
		for (const uri of files.keys()) if (!found.has(uri)) files.delete(uri);
		for (const uri of found) if (!files.has(uri)) files.set(uri, { text: '', article: undefined, stale: true });
	}

	async function read(uri: string, known: File): Promise<void> {
		const text = (await fileSystem.readFile(uri)) ?? '';
		if (text === known.text) {
			files.set(uri, { ...known, stale: false });
		} else if (text.length > LONGEST_TEXT || !service.mayCite(text)) {
			// Remembered as empty: what cites nothing need not be kept.
			files.set(uri, { text: '', article: undefined, stale: false });
		} else {
			const article = MANUSCRIPT.test(uri) ? service.parseArticle({ uri, version: 0, text }) : undefined;
			files.set(uri, { text, article, stale: false });
		}
	}

	async function look(): Promise<void> {
		if (!watches) listed = undefined;
		listed ??= list();
		await listed;
		for (const [uri, file] of files) {
			if (file.stale || !watches) await read(uri, file);
		}
	}

	function current(): WorkspaceTexts {
		const open = openArticles();
		const openUris = new Set(open.map(({ uri }) => normalUri(uri)));
		const closed = [...files].filter(([uri]) => !openUris.has(uri)).map(([, file]) => file);
		return {
			manuscripts: [...open, ...closed.flatMap(({ article }) => article ?? [])],
			otherTexts: closed.flatMap(({ article, text }) => (article || text === '' ? [] : [text])),
		};
	}

	async function lookOnce(): Promise<WorkspaceTexts> {
		looking ??= look().finally(() => {
			looking = undefined;
		});
		await looking;
		return current();
	}

	return {
		all: lookOnce,
		known: async () => (listed && !watches ? current() : lookOnce()),
		covers: (uri) => folders().some((folder) => normalUri(uri).startsWith(`${normalUri(folder).replace(/\/$/, '')}/`)),
		fileChanged(uri) {
			const name = normalUri(uri);
			const file = files.get(name);
			if (file) {
				files.set(name, { ...file, stale: true });
			} else if (MANUSCRIPT.test(name) || OTHER_TEXT.test(name)) {
				listed = undefined;
			}
		},
		foldersChanged() {
			listed = undefined;
		},
	};
}
