import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Bibliography, BibliographySnapshot } from '../service';
import { normalUri } from '../workspace/paths';
import { isBibliography } from './articleStore';
import type { ServerContext } from './context';

/** A bibliography that is open, and all that is known about it, of one version. */
export interface BibliographyView {
	readonly document: TextDocument;
	readonly snapshot: BibliographySnapshot;
}

/** Findings are worked out for a snapshot once, so it stays the same object while nothing in it changes. */
const snapshots = new WeakMap<Bibliography, BibliographySnapshot>();

/** What is known about a bibliography once the workspace is read; `undefined` if it is not open. */
export async function bibliographyViewOf(context: ServerContext, uri: string): Promise<BibliographyView | undefined> {
	const asked = context.documents.get(uri);
	if (!asked || !isBibliography(asked)) {
		return undefined;
	}
	const settings = await context.settings.of(uri);
	const first = await context.bibliographies.read(uri);
	const { manuscripts, otherTexts } = await context.manuscripts.known();
	// A library that many folders share must not be judged, let alone tidied, by the manuscripts of this one.
	const using = first && context.manuscripts.covers(uri) ? await manuscriptsUsing(context, first, manuscripts) : [];
	const bibliography = await context.bibliographies.read(uri);
	const document = context.documents.get(uri);
	if (!bibliography || !document) {
		return undefined;
	}
	const known = snapshots.get(bibliography);
	const snapshot =
		known &&
		known.settings === settings &&
		sameItems(known.manuscripts, using) &&
		sameItems(known.otherTexts, otherTexts)
			? known
			: { bibliography, manuscripts: using, otherTexts, settings };
	snapshots.set(bibliography, snapshot);
	return { document, snapshot };
}

/** The manuscripts that name a bibliography, or cite from it what a project, a setting or their folder brings them. */
async function manuscriptsUsing(
	context: ServerContext,
	bibliography: Bibliography,
	articles: readonly Article[],
): Promise<readonly Article[]> {
	const using: Article[] = [];
	const uri = normalUri(bibliography.uri);
	for (const article of articles) {
		const { all, named } = await context.bibliographies.usedBy(article, await context.settings.of(article.uri));
		if (named.includes(uri) || (all.includes(uri) && context.service.ofBibliography.isUsedIn(bibliography, article))) {
			using.push(article);
		}
	}
	return using;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
