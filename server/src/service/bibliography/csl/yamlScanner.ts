/** Finds the items of a CSL YAML list (a bare list, or the one under `references:`), so that each can be read alone. */
import type { FoundEntry } from '../foundEntry';
import type { BibliographyProblem } from '../problem';
import { parseYaml } from './read';

/**
 * The first item at or after `from`, which must lie outside every item: at the start of its line, or between two. An
 * item starts with its line, because its indentation decides where it ends.
 */
export function nextYamlItem(text: string, from: number): FoundEntry | undefined {
	// A list under another key than `references` is passed over until the next key.
	let inOther = false;
	for (let line = lineAt(text, from); line; line = nextLine(text, line.end)) {
		const first = text.charAt(line.content);
		if (line.content >= line.end || first === '#') continue;
		if (isDash(text, line.content)) {
			if (!inOther) return scanItem(text, line);
		} else if (line.content === line.start) {
			const isMarker = text.startsWith('---', line.start) || text.startsWith('...', line.start);
			inOther = !isMarker && !/^["']?references["']?\s*:/.test(text.slice(line.start, line.start + 40));
		}
	}
	return undefined;
}

interface Line {
	readonly start: number;
	/** The first character that is not white space; `end` on a blank line. */
	readonly content: number;
	/** Before the line break. */
	readonly end: number;
}

/** The line that holds `position`, seen from there on. */
function lineAt(text: string, position: number): Line | undefined {
	if (position >= text.length) return undefined;
	const start = text.lastIndexOf('\n', position - 1) + 1;
	const line = readLine(text, start);
	// After the end of an item only the next lines can hold another.
	return start < position ? nextLine(text, line.end) : line;
}

function nextLine(text: string, end: number): Line | undefined {
	return end + 1 < text.length ? readLine(text, end + 1) : undefined;
}

function readLine(text: string, start: number): Line {
	const newline = text.indexOf('\n', start);
	const end = newline < 0 ? text.length : newline;
	let content = start;
	while (content < end && text.charCodeAt(content) <= 32) content++;
	return { start, content, end };
}

function isDash(text: string, position: number): boolean {
	return text.charAt(position) === '-' && /^\s?$/.test(text.charAt(position + 1));
}

function scanItem(text: string, first: Line): FoundEntry {
	const { start } = first;
	const column = first.content - start;
	let end = first.end;
	for (let line = nextLine(text, first.end); line; line = nextLine(text, line.end)) {
		if (line.content >= line.end) continue;
		if (line.content - line.start <= column && text.charAt(line.content) !== '#') break;
		end = line.end;
	}
	while (end > first.content + 1 && text.charCodeAt(end - 1) <= 32) end--;
	return withKey(text, first, end);
}

const plainId = /^(["']?)id\1[ \t]*:[ \t]+(?:"([^"\\\n]*)"|'([^'\n]*)'|([^\s"'#&*!|>{[%@`][^\n#]*?))[ \t\r]*(?:#.*)?$/;

function withKey(text: string, { start, content }: Line, end: number): FoundEntry {
	let at = content + 1;
	while (at < end && text.charCodeAt(at) === 32) at++;
	const indent = at - start;
	for (let from = at; from < end; ) {
		const newline = text.indexOf('\n', from);
		const to = newline < 0 || newline > end ? end : newline;
		const match = plainId.exec(text.slice(from, to));
		if (match) {
			const key = match[2] ?? match[3] ?? match[4] ?? '';
			const keyStart = from + (match[0].indexOf(key, match[0].indexOf(':')) || 0);
			return { kind: 'entry', start, end, key, keyStart, keyEnd: keyStart + key.length, problems: [] };
		}
		from = nextAtIndent(text, to, end, indent);
	}
	return withParsedKey(text, start, content, end);
}

/** Where the next line starts whose content stands at this column. */
function nextAtIndent(text: string, lineEnd: number, end: number, indent: number): number {
	for (let line = nextLine(text, lineEnd); line && line.start < end; line = nextLine(text, line.end)) {
		if (line.content - line.start === indent) return line.content;
	}
	return end;
}

/** The key of an item that is not written in the usual way: `- {id: a, …}`, `? id`, anchors. */
function withParsedKey(text: string, start: number, content: number, end: number): FoundEntry {
	const source = text.slice(start, end);
	const id = parseYaml(source).id;
	const at = id === undefined ? -1 : source.indexOf(id);
	if (id !== undefined && at >= 0) {
		return { kind: 'entry', start, end, key: id, keyStart: start + at, keyEnd: start + at + id.length, problems: [] };
	}
	const message = 'This entry has no “id” and cannot be cited. Add one.';
	const problem: BibliographyProblem = { range: { start: content, end: content + 1 }, code: 'missing-key', message };
	return { kind: 'entry', start, end, key: '', keyStart: content, keyEnd: content, problems: [problem] };
}
