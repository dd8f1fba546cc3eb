/** The edits that give a key another name in all files of the workspace. */
import type { TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Bibliography, FileEntry, TextEdit } from '../service';
import { rangeIn } from './bibliographyLines';
import type { ServerContext } from './context';
import { type CitingManuscript, clientUri, manuscriptsCiting, rangesInArticle } from './keyPlaces';

/** The citations of one key become citations of another, in every manuscript where the first means this entry. */
export function citationEdits(
	context: ServerContext,
	citing: readonly CitingManuscript[],
	key: string,
	newKey: string,
): WorkspaceEdit {
	const edits = citing.map(({ article }) => {
		const renamed = context.service.renameCitations(article, key, newKey);
		const ranges = rangesInArticle(
			article,
			renamed.map(({ range }) => range),
		);
		return [
			clientUri(context, article.uri),
			renamed.flatMap(({ newText }, index) => {
				const range = ranges[index];
				return range ? [{ range, newText }] : [];
			}),
		] as const;
	});
	return { changes: Object.fromEntries(edits) };
}

export function bibliographyEdits(
	context: ServerContext,
	bibliography: Bibliography,
	edits: readonly TextEdit[],
): WorkspaceEdit {
	const changes = edits.map(({ range, newText }) => ({ range: rangeIn(bibliography, range), newText }));
	return { changes: { [clientUri(context, bibliography.uri)]: changes } };
}

/** Two edits as one; a file may be in both. */
export function together(a: WorkspaceEdit, b: WorkspaceEdit): WorkspaceEdit {
	const changes: Record<string, LspTextEdit[]> = { ...a.changes };
	for (const [uri, edits] of Object.entries(b.changes ?? {})) {
		changes[uri] = [...(changes[uri] ?? []), ...edits];
	}
	return { changes };
}

/**
 * Makes two keys of one work one: the citations of `from` cite `into`, and the entry of `from` goes.
 *
 * @returns `undefined` if a manuscript could not cite `into`, or if other entries take fields from the one that would go
 */
export async function mergeEdits(
	context: ServerContext,
	from: { readonly key: string; readonly entry: FileEntry; readonly bibliography: Bibliography },
	into: string,
): Promise<WorkspaceEdit | undefined> {
	const removal = context.service.ofBibliography.removalOf(from.bibliography, from.entry);
	const citing = await manuscriptsCiting(context, from.key, from.entry);
	if (!removal || citing.some(({ snapshot }) => snapshot.library.own(into) === undefined)) {
		return undefined;
	}
	return together(
		citationEdits(context, citing, from.key, into),
		bibliographyEdits(context, from.bibliography, [{ range: removal, newText: '' }]),
	);
}
