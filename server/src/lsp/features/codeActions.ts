import { type CodeAction, CodeActionKind, type ServerCapabilities, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Snapshot, TextEdit } from '../../service';
import { additionEdit } from '../additionEdit';
import { type BibliographyView, bibliographyViewOf } from '../bibliographyView';
import { type ServerContext, type View, viewOf } from '../context';
import { guard } from '../guard';
import { mergeEdits } from '../keyEdits';
import { bibliographyOf } from '../keyPlaces';
import * as toLsp from '../toLsp';

export function registerCodeActions(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.onCodeAction(
		guard(logger, 'code action', [], async ({ textDocument, range }): Promise<CodeAction[]> => {
			const bibliography = await bibliographyViewOf(context, textDocument.uri);
			const view = bibliography ?? (await viewOf(context, textDocument.uri));
			if (!view) {
				return [];
			}
			const { document } = view;
			const selection = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
			const offered = bibliography
				? service.ofBibliography.codeActions(bibliography.snapshot, selection)
				: 'article' in view.snapshot
					? service.codeActions(view.snapshot, selection)
					: [];
			const actions = await Promise.all(
				offered.map(async (action): Promise<CodeAction | undefined> => {
					const edit = action.merge
						? await merged(context, view, action.merge)
						: action.addition
							? additionEdit(context, view, action.addition)
							: editsIn(document, action.edits);
					return (
						edit && {
							title: action.title,
							kind: CodeActionKind.QuickFix,
							isPreferred: action.preferred,
							diagnostics: [toLsp.diagnostic(document, action.fixes)],
							edit,
						}
					);
				}),
			);
			const expanded = 'article' in view.snapshot ? expansions(context, document, view.snapshot, selection.start) : [];
			return [...actions.filter((action) => action !== undefined), ...expanded];
		}),
	);
	return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] } };
}

/** Offers to write an abbreviation out where the manuscript first uses it. */
function expansions(
	{ service }: ServerContext,
	document: TextDocument,
	snapshot: Snapshot,
	offset: number,
): readonly CodeAction[] {
	return service.ofGlossary.expansions(snapshot, offset).map(({ expanded, range }) => ({
		title: `Expand at first use: “${expanded}”`,
		kind: CodeActionKind.RefactorRewrite,
		edit: { changes: { [document.uri]: [{ range: toLsp.range(document, range), newText: expanded }] } },
	}));
}

function editsIn(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
	const changes = edits.map(({ range, newText }) => ({ range: toLsp.range(document, range), newText }));
	return { changes: { [document.uri]: changes } };
}

/** Of two keys of one work one stays; nothing is offered where that would break a manuscript. */
function merged(
	context: ServerContext,
	{ snapshot }: View | BibliographyView,
	{ from, into }: { readonly from: string; readonly into: string },
): Promise<WorkspaceEdit | undefined> | undefined {
	if ('article' in snapshot) {
		const entry = snapshot.library.own(from);
		const bibliography = entry && bibliographyOf(snapshot, entry);
		return entry && bibliography && mergeEdits(context, { key: from, entry, bibliography }, into);
	}
	const { bibliography } = snapshot;
	const entry = bibliography.entries.findLast(({ key }) => key === from);
	return entry && mergeEdits(context, { key: from, entry, bibliography }, into);
}
