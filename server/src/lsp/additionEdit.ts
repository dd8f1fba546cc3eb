import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Addition } from '../service';
import { resolvePath } from '../workspace/paths';
import { rangeIn } from './bibliographyLines';
import type { ServerContext } from './context';
import { clientUri } from './keyPlaces';
import * as toLsp from './toLsp';

/**
 * The edit that makes built-in references the writer's own: in the bibliography, or with a new one that the front matter
 * names. `undefined` where the document has no folder for it, or the editor cannot make files.
 */
export function additionEdit(
	context: ServerContext,
	{ document }: { readonly document: TextDocument },
	addition: Addition,
): WorkspaceEdit | undefined {
	if (addition.kind === 'added') {
		const { bibliography } = addition;
		const edits = addition.edits.map(({ range, newText }) => ({ range: rangeIn(bibliography, range), newText }));
		return { changes: { [clientUri(context, bibliography.uri)]: edits } };
	}
	const uri = resolvePath(document.uri, addition.path, context.homeUri);
	const { documentChanges, resourceOperations } = context.capabilities.workspace?.workspaceEdit ?? {};
	if (uri === undefined || !documentChanges || !resourceOperations?.includes('create')) {
		return undefined;
	}
	const start = { line: 0, character: 0 };
	const entries = textEdit(uri, { range: { start, end: start }, newText: addition.text });
	const { frontMatter } = addition;
	const naming = frontMatter && textEdit(document.uri, toLsp.textEdit(document, frontMatter));
	return {
		documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, entries, ...(naming ? [naming] : [])],
	};
}

/** The name of the file that the entries go to. */
export function additionFile(addition: Addition): string {
	return addition.kind === 'added' ? addition.file : addition.path;
}

function textEdit(uri: string, edit: TextDocumentEdit['edits'][number]): TextDocumentEdit {
	return { textDocument: { uri, version: null }, edits: [edit] };
}
