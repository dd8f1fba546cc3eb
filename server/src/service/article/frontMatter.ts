import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Range } from '../text/range';

/** A bibliography that the front matter names. */
export interface BibliographyPath {
	/** As written: relative to the document, absolute, or `~/…`. */
	readonly path: string;
	/** Where it is written, quotes included. */
	readonly range: Range;
}

/** The YAML at the top of a manuscript, as far as it can be read. */
export interface FrontMatter {
	/** From the opening `---` to the end of the closing line. */
	readonly range: Range;
	readonly title: string | undefined;
	readonly bibliographies: readonly BibliographyPath[];
	/** What is wrong with the YAML, in words. */
	readonly problems: readonly { readonly message: string; readonly range: Range }[];
}

/** YAML beyond this size is not a manuscript's front matter. */
const LONGEST = 200_000;

/**
 * Where the front matter ends: after its closing `---` or `...`. Front matter without one ends before the first blank
 * line, so that a half-written block does not swallow the manuscript.
 *
 * @returns 0 where there is none
 */
export function frontMatterEnd(text: string): number {
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	if (!isFence(lineAt(text, start), '---') || lineAt(text, nextLine(text, start)).trim() === '') {
		return 0;
	}
	let blank = -1;
	for (let pos = nextLine(text, start); pos < text.length && pos < LONGEST; pos = nextLine(text, pos)) {
		const line = lineAt(text, pos);
		if (isFence(line, '---') || isFence(line, '...')) {
			return pos + line.length;
		}
		if (blank < 0 && line.trim() === '') {
			blank = pos;
		}
	}
	return blank < 0 ? text.length : blank;
}

/** Reads the front matter. Never throws: broken YAML gives what could be read, and problems. */
export function parseFrontMatter(text: string, end: number): FrontMatter | undefined {
	if (end === 0) {
		return undefined;
	}
	const bodyStart = nextLine(text, 0);
	const lines = text.slice(bodyStart, end).split('\n');
	const closed = isFence(lines.at(-1) ?? '', '---') || isFence(lines.at(-1) ?? '', '...');
	const body = (closed ? lines.slice(0, -1) : lines).join('\n');
	const problems: { message: string; range: Range }[] = [];
	if (!closed) {
		problems.push({
			message: 'The front matter is not closed. End it with a line of three dashes.',
			range: { start: 0, end: 3 },
		});
	}
	const document = parseDocument(body, {
		lineCounter: new LineCounter(),
		strict: false,
		uniqueKeys: false,
		logLevel: 'silent',
	});
	for (const error of document.errors.slice(0, 1)) {
		const at = Math.min(bodyStart + error.pos[0], end - 1);
		const lineEnd = lineAt(text, at).length + at;
		const reason = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
		problems.push({
			message: `The front matter is not valid YAML: ${reason}.`,
			range: { start: at, end: Math.max(lineEnd, at + 1) },
		});
	}
	const root = isMap(document.contents) ? document.contents : undefined;
	const find = (key: string): Node | undefined =>
		asNode(root?.items.find((item) => isScalar(item.key) && item.key.value === key)?.value);
	const title = find('title');
	return {
		range: { start: 0, end },
		title: isScalar(title) && typeof title.value === 'string' ? title.value : undefined,
		bibliographies: paths(find('bibliography'), bodyStart),
		problems,
	};
}

function paths(node: Node | undefined, base: number): readonly BibliographyPath[] {
	if (isSeq(node)) {
		return node.items.flatMap((item) => paths(asNode(item), base));
	}
	if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '' && node.range) {
		return [{ path: node.value.trim(), range: { start: base + node.range[0], end: base + node.range[1] } }];
	}
	return [];
}

function asNode(value: unknown): Node | undefined {
	return isScalar(value) || isSeq(value) || isMap(value) || isAlias(value) ? value : undefined;
}

function isFence(line: string, fence: string): boolean {
	return line.replace('\ufeff', '').trimEnd() === fence;
}

/** The line that begins at `pos`, without its line feed. */
function lineAt(text: string, pos: number): string {
	const end = text.indexOf('\n', pos);
	return text.slice(pos, end < 0 ? text.length : end);
}

function nextLine(text: string, pos: number): number {
	const end = text.indexOf('\n', pos);
	return end < 0 ? text.length : end + 1;
}
