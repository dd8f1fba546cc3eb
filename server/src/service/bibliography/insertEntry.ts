/** Where further entries go in a bibliography, written as those that are there. */
import type { TextEdit } from '../text/range';
import type { Bibliography } from './bibliography';
import type { Reference } from './reference';
import { formatEntry } from './writeEntry';

/** The edit that puts references at the end of a file, each under its own key, in the file's format and layout. */
export function insertionOf(bibliography: Bibliography, references: readonly Reference[]): TextEdit {
	const { text, start } = tailOf(bibliography);
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const { range, newText } = insertion(bibliography, references, text, start);
	return {
		range: { start: range.start + start, end: range.end + start },
		newText: newText.replaceAll('\n', newline),
	};
}

/** The end of a file, with as much of it as shows how its entries are laid out. */
function tailOf({ head, blocks }: Bibliography): { readonly text: string; readonly start: number } {
	const last = blocks.slice(-3);
	const text = last.map((block) => block.text.source).join('');
	return last.length < blocks.length ? { text, start: last[0]?.start ?? 0 } : { text: head + text, start: 0 };
}

function insertion(
	bibliography: Bibliography,
	references: readonly Reference[],
	text: string,
	start: number,
): TextEdit {
	const block = bibliography.blocks.at(-1);
	const last = block && { source: block.source, start: block.range.start - start, end: block.range.end - start };
	switch (bibliography.format) {
		case 'bibtex':
			return atEnd(text, written(bibliography, references, layoutOf(last, text)), last);
		case 'csl-json':
			return inJsonList(bibliography, references, text, last);
		case 'csl-yaml':
			return inYamlList(bibliography, references, text, last);
	}
}

/** The last entry, with offsets into the tail. */
interface LastEntry {
	readonly source: string;
	readonly start: number;
	readonly end: number;
}

interface Layout {
	readonly indent: string;
	/** What stands before every line. */
	readonly base: string;
}

function written({ format }: Bibliography, references: readonly Reference[], layout: Layout): readonly string[] {
	return references.map((reference) => formatEntry(reference, reference.key, format, layout));
}

/** BibTeX entries follow each other with an empty line between, unless the file has none. */
function atEnd(text: string, entries: readonly string[], last: LastEntry | undefined): TextEdit {
	const dense = last !== undefined && /\}\r?\n@/.test(text) && !/\}\r?\n\s*\n@/.test(text);
	const body = text.trimEnd();
	const gap = body === '' ? '' : dense ? '\n' : '\n\n';
	return {
		range: { start: body.length, end: text.length },
		newText: `${gap}${entries.join(dense ? '\n' : '\n\n')}\n`,
	};
}

function inJsonList(
	bibliography: Bibliography,
	references: readonly Reference[],
	text: string,
	last: LastEntry | undefined,
): TextEdit {
	if (last) {
		const at = last.end;
		const entries = written(bibliography, references, layoutOf(last, text));
		return { range: { start: at, end: at }, newText: entries.map((entry) => `,\n${entry}`).join('') };
	}
	const entries = written(bibliography, references, { indent: '  ', base: '  ' }).join(',\n');
	const open = text.indexOf('[');
	const close = text.indexOf(']', open);
	return open >= 0 && close > open && text.slice(open + 1, close).trim() === ''
		? { range: { start: open + 1, end: close }, newText: `\n${entries}\n` }
		: { range: { start: 0, end: text.length }, newText: `[\n${entries}\n]\n` };
}

function inYamlList(
	bibliography: Bibliography,
	references: readonly Reference[],
	text: string,
	last: LastEntry | undefined,
): TextEdit {
	const base = last ? baseOf(last, text) : '';
	const entries = written(bibliography, references, { indent: '  ', base });
	if (last) {
		const at = last.start + last.source.trimEnd().length;
		return { range: { start: at, end: at }, newText: entries.map((entry) => `\n${entry}`).join('') };
	}
	const body = text.trimEnd();
	const list = /(?:^|\n)references:\s*(?:\[\s*\])?$/.exec(body);
	const start = list ? body.length - (/\s*\[\s*\]$/.exec(body)?.[0].length ?? 0) : body.length;
	const opening = list ? '\n' : `${body === '' ? '' : '\n'}references:\n`;
	return { range: { start, end: text.length }, newText: `${opening}${entries.join('\n')}\n` };
}

/** How the fields of the last entry are indented, and the entry itself. */
function layoutOf(last: LastEntry | undefined, text: string): Layout {
	const base = last ? baseOf(last, text) : '';
	const field = last ? /\n([ \t]+)\S/.exec(last.source)?.[1] : undefined;
	const indent = field?.startsWith(base) && field.length > base.length ? field.slice(base.length) : '  ';
	return { indent, base };
}

/** The space before an entry on its line; none if something else stands there. */
function baseOf({ start }: LastEntry, text: string): string {
	const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
	return /^[ \t]*$/.test(line) ? line : '';
}
