import { type CodeAction, CodeActionKind, type ServerCapabilities } from 'vscode-languageserver';
import { type ServerContext, viewOf } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

export function registerCodeActions(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.onCodeAction(
		guard(logger, 'code action', [], async ({ textDocument, range }): Promise<CodeAction[]> => {
			const view = await viewOf(context, textDocument.uri);
			if (!view) {
				return [];
			}
			const { document, snapshot } = view;
			const selection = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
			return service.codeActions(snapshot, selection).map(({ title, edits, fixes, preferred }) => ({
				title,
				kind: CodeActionKind.QuickFix,
				isPreferred: preferred,
				diagnostics: [toLsp.diagnostic(document, fixes)],
				edit: {
					changes: {
						[document.uri]: edits.map((edit) => ({ range: toLsp.range(document, edit.range), newText: edit.newText })),
					},
				},
			}));
		}),
	);
	return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };
}
