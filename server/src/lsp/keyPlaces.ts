/** A citation key under the cursor, and its places in all files of the workspace. */
import type { Location, Range as LspRange, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Bibliography, FileEntry, FoundKey, Range, Snapshot } from '../service';
import { normalUri } from '../workspace/paths';
import { isBibliography } from './articleStore';
import { rangeIn } from './bibliographyLines';
import { type ServerContext, viewOf } from './context';
import * as toLsp from './toLsp';

/** What a request about a position is asked of. */
interface Place {
	readonly textDocument: { readonly uri: string };
	readonly position: Position;
}

export interface KeyUnderCursor extends FoundKey {
	readonly document: TextDocument;
	/** Of the manuscript that the cursor is in; `undefined` in a bibliography. */
	readonly snapshot: Snapshot | undefined;
	/** The bibliography that has the entry. */
	readonly bibliography: Bibliography | undefined;
}

/** The key that the cursor of a request is on, in a manuscript or in a bibliography. */
export async function keyUnderCursor(
	context: ServerContext,
	{ textDocument: { uri }, position }: Place,
): Promise<KeyUnderCursor | undefined> {
	const { documents, service, bibliographies } = context;
	const open = documents.get(uri);
	if (open && isBibliography(open)) {
		const bibliography = await bibliographies.read(uri);
		const document = documents.get(uri);
		const found = bibliography && document && service.ofBibliography.keyAt(bibliography, document.offsetAt(position));
		return found && { ...found, document, snapshot: undefined, bibliography };
	}
	const view = await viewOf(context, uri);
	const found = view && service.keyAt(view.snapshot, view.document.offsetAt(position));
	return (
		found && {
			...found,
			document: view.document,
			snapshot: view.snapshot,
			bibliography: found.entry && bibliographyOf(view.snapshot, found.entry),
		}
	);
}

/** The bibliography of a library that an entry was read from. */
export function bibliographyOf({ library }: Snapshot, entry: FileEntry): Bibliography | undefined {
	return library.bibliographies.find(({ uri, blocks }) => uri === entry.uri && blocks.includes(entry));
}

/** A manuscript that cites a key, and where. */
export interface CitingManuscript {
	readonly article: Article;
	readonly snapshot: Snapshot;
	readonly ranges: readonly Range[];
}

/** The manuscripts in which a key means this entry: an entry of the same key in another file is another one. */
export async function manuscriptsCiting(
	context: ServerContext,
	key: string,
	entry: FileEntry | undefined,
): Promise<readonly CitingManuscript[]> {
	const { manuscripts } = await context.manuscripts.all();
	const citing: CitingManuscript[] = [];
	for (const article of manuscripts) {
		const ranges = context.service.citationsOf(article, key).map(({ range }) => range);
		if (ranges.length === 0) continue;
		const snapshot = await snapshotOf(context, article);
		if (isSameEntry(snapshot.library.own(key), entry)) {
			citing.push({ article, snapshot, ranges });
		}
	}
	return citing;
}

async function snapshotOf(context: ServerContext, article: Article): Promise<Snapshot> {
	const { settings, bibliographies, glossaries, articles } = context;
	const ofArticle = await settings.of(article.uri);
	await bibliographies.load(article, ofArticle);
	const own = glossaries.current(article.uri, ofArticle);
	return articles.snapshot(article, bibliographies.current(article, ofArticle), own, ofArticle);
}

function isSameEntry(a: FileEntry | undefined, b: FileEntry | undefined): boolean {
	return a?.uri === b?.uri && a?.start === b?.start;
}

/** The address as the client spells it, if it has the file open. */
export function clientUri({ documents }: ServerContext, uri: string): string {
	return documents.get(uri)?.uri ?? documents.all().find((document) => normalUri(document.uri) === uri)?.uri ?? uri;
}

export function rangesInArticle({ uri, version, text }: Article, ranges: readonly Range[]): readonly LspRange[] {
	const document = TextDocument.create(uri, 'markdown', version, text);
	return ranges.map((range) => toLsp.range(document, range));
}

export function locationIn(context: ServerContext, bibliography: Bibliography, range: Range): Location {
	return { uri: clientUri(context, bibliography.uri), range: rangeIn(bibliography, range) };
}
