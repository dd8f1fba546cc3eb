import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, OwnGlossary, ReviewService, Settings, Snapshot } from '../service';
import type { LoadedBibliographies } from '../workspace/bibliographyStore';

/** The parsed manuscripts, by address. */
export interface ArticleStore {
	/** The current version, parsed when first asked for; `undefined` if no manuscript of that address is open. */
	get(uri: string): Article | undefined;
	/** Every manuscript that is open. */
	all(): readonly Article[];
	/** The snapshot of an article with what it uses: the same object while nothing of that changes. */
	snapshot(
		article: Article,
		loaded: LoadedBibliographies,
		glossaries: readonly OwnGlossary[],
		settings: Settings,
	): Snapshot;
}

/** Languages in which manuscripts are written. */
const MANUSCRIPT = /^(?:markdown|quarto|rmd|rmarkdown|pandoc)$/i;
const MANUSCRIPT_FILE = /\.(?:md|markdown|mdown|qmd|rmd)$/i;

/** Whether a document is a manuscript, and not a bibliography that happens to be open. */
export function isManuscript({ languageId, uri }: TextDocument): boolean {
	return MANUSCRIPT.test(languageId) || MANUSCRIPT_FILE.test(uri);
}

const BIBLIOGRAPHY = /^(?:bibtex|biblatex)$/i;
const BIBLIOGRAPHY_FILE = /\.(?:bib|bibtex)$/i;

/** Whether a document is a bibliography in BibTeX. Those in JSON and YAML are read, but not worked on in an editor. */
export function isBibliography({ languageId, uri }: TextDocument): boolean {
	return BIBLIOGRAPHY.test(languageId) || BIBLIOGRAPHY_FILE.test(uri);
}

/** Whether the Quarto extension takes a document for its own. */
export function isQuarto({ languageId, uri }: TextDocument): boolean {
	return languageId === 'quarto' || /\.qmd$/i.test(uri);
}

/** A snapshot and what it was made of. */
interface Known {
	readonly loaded: LoadedBibliographies;
	readonly glossaries: readonly OwnGlossary[];
	readonly settings: Settings;
	readonly snapshot: Snapshot;
}

/** Holds one version of each open manuscript. Dropped when it is closed. */
export function createArticleStore(service: ReviewService, documents: TextDocuments<TextDocument>): ArticleStore {
	const articles = new Map<string, Article>();
	const snapshots = new WeakMap<Article, Known>();
	documents.onDidClose(({ document }) => articles.delete(document.uri));

	function get(uri: string): Article | undefined {
		const document = documents.get(uri);
		if (!document || !isManuscript(document)) {
			return undefined;
		}
		const known = articles.get(uri);
		if (known?.version === document.version) {
			return known;
		}
		const article = service.parseArticle({ uri, version: document.version, text: document.getText() }, known);
		articles.set(uri, article);
		return article;
	}

	return {
		get,
		all: () => documents.all().flatMap(({ uri }) => get(uri) ?? []),
		snapshot(article, loaded, glossaries, settings) {
			const known = snapshots.get(article);
			if (known && known.loaded === loaded && known.glossaries === glossaries && known.settings === settings) {
				return known.snapshot;
			}
			const snapshot = service.snapshot({ article, ...loaded, glossaries, settings });
			snapshots.set(article, { loaded, glossaries, settings, snapshot });
			return snapshot;
		},
	};
}
