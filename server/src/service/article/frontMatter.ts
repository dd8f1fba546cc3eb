import type { Range } from '../text/range';
import { type Metadata, type MetadataProblem, readMetadata } from './metadata';

/** The YAML at the top of a manuscript, as far as it can be read. */
export interface FrontMatter extends Metadata {
	/** From the opening `---` to the end of the closing line. */
	readonly range: Range;
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
	const problems: MetadataProblem[] = [];
	if (!closed) {
		problems.push({
			message: 'The front matter is not closed. End it with a line of three dashes.',
			range: { start: 0, end: 3 },
		});
	}
	const metadata = readMetadata(body, bodyStart);
	return { ...metadata, range: { start: 0, end }, problems: [...problems, ...metadata.problems] };
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
