import { pathToFileURL } from 'node:url';
import type { CompletionList } from 'vscode-languageserver-protocol';
import type { Client } from './client';

/** A manuscript that is open in the server, with a place at its end where a citation is being typed. */
export interface CitingDocument {
	/** Types at the end, then asks for what to cite there. */
	type(text: string): Promise<CompletionList>;
	/** Deletes what was typed since the document was opened. */
	clear(): Promise<void>;
	complete(): Promise<CompletionList>;
	/** Asks for the hover over an offset. */
	hover(offset: number): Promise<unknown>;
}

/** Opens a manuscript whose front matter names a bibliography beside it; a citation is begun on its last line. */
export async function openCitingDocument(
	server: Client,
	file: string,
	bibliography: string,
	body: string,
): Promise<CitingDocument> {
	const uri = pathToFileURL(file).toString();
	const text = `---\nbibliography: ${bibliography}\n---\n\n${body}\n\nWork has been done [@`;
	const lines = text.split('\n');
	const place = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
	let version = 1;
	let typed = '';
	await server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });

	const at = (shift: number): { line: number; character: number } => ({ ...place, character: place.character + shift });
	const replace = (start: number, end: number, inserted: string): Promise<void> => {
		version++;
		return server.notify('textDocument/didChange', {
			textDocument: { uri, version },
			contentChanges: [{ range: { start: at(start), end: at(end) }, text: inserted }],
		});
	};
	const complete = (): Promise<CompletionList> =>
		server.request('textDocument/completion', { textDocument: { uri }, position: at(typed.length) });
	return {
		complete,
		async type(inserted) {
			await replace(typed.length, typed.length, inserted);
			typed += inserted;
			return complete();
		},
		async clear() {
			await replace(0, typed.length, '');
			typed = '';
		},
		hover(offset) {
			const before = text.slice(0, offset).split('\n');
			const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
			return server.request('textDocument/hover', { textDocument: { uri }, position });
		},
	};
}
