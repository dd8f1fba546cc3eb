import { TextDocument } from 'vscode-languageserver-textdocument';

/** The cursor. Not `$0` (math in reviews) and not `|` (tables). */
const CURSOR = '<|>';

/** An underlined stretch and what is expected of it. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	readonly note: string;
}

export interface FixtureFile {
	readonly document: TextDocument;
	/** Offset of `<|>`, if the file has one. */
	readonly cursor: number | undefined;
	readonly marks: readonly Mark[];
}

/**
 * Reads a fixture: one string that describes one or more files.
 *
 *     //- /review.md
 *     The pre-metastatic ni<|>che is old.
 *         ^^^^^^^^^^^^^^^^^^^^^ the range that is expected
 *     //- /refs.bib
 *     @article{kaplan2005, title = {VEGFR1}}
 *
 * A file begins at `//- /path`; without one, the whole string is `/review.md`.
 * `<|>` is the cursor and is taken out. A line of spaces and carets underlines the line above as written, cursor
 * included; what follows the carets is the expected note. Several such lines may follow each other.
 */
export function parseFixture(source: string): readonly FixtureFile[] {
	const [head = '', ...files] = dedent(source).split(/^\/\/- (?=\/)/m);
	if (files.length === 0) {
		return [parseFile('/review.md', head)];
	}
	return files.map((file) => {
		const end = file.indexOf('\n');
		return parseFile(file.slice(0, end).trim(), file.slice(end + 1));
	});
}

function parseFile(path: string, body: string): FixtureFile {
	const lines: string[] = [];
	const marks: Mark[] = [];
	let cursor: number | undefined;
	let lineStart = 0;
	let cursorColumn = -1;
	for (const line of body.replace(/\n$/, '').split('\n')) {
		const underline = /^( *)(\^+)(?: (.*))?$/.exec(line);
		if (underline) {
			const [, indent = '', carets = '', note = ''] = underline;
			const offsetOf = (column: number): number =>
				lineStart + (cursorColumn !== -1 && column > cursorColumn ? column - CURSOR.length : column);
			marks.push({ start: offsetOf(indent.length), end: offsetOf(indent.length + carets.length), note });
			continue;
		}
		lineStart = lines.reduce((sum, previous) => sum + previous.length + 1, 0);
		cursorColumn = line.indexOf(CURSOR);
		if (cursorColumn !== -1) {
			cursor = lineStart + cursorColumn;
		}
		lines.push(line.replace(CURSOR, ''));
	}
	const languageId = path.endsWith('.bib') ? 'bibtex' : 'markdown';
	return { document: TextDocument.create(`test://host${path}`, languageId, 1, lines.join('\n')), cursor, marks };
}

/** Drops the first line break, the last indentation, and the indentation common to all lines. */
export function dedent(source: string): string {
	const lines = source
		.replace(/^\n/, '')
		.replace(/\n[ \t]*$/, '')
		.split('\n');
	const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
	const common = indents.length === 0 ? 0 : Math.min(...indents);
	return lines.map((line) => line.slice(common)).join('\n');
}
