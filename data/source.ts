import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem';

/** Where a value stands in its file: the keys and list positions that lead to it. */
export type DataPath = readonly (string | number)[];

/** One data file, read. */
export interface Source {
	/** Path inside the data folder, with forward slashes. */
	readonly file: string;
	readonly value: unknown;
	/** The one-based line of the value at `path`; of the nearest value around it where there is none. */
	lineOf(path: DataPath): number;
}

/** Reads a YAML or JSON file. With `problems`, `source` is absent. */
export function parseSource(
	file: string,
	text: string,
): { readonly source?: Source; readonly problems: readonly Problem[] } {
	return file.endsWith('.json') ? parseJson(file, text) : parseYaml(file, text);
}

function parseYaml(file: string, text: string): { source?: Source; problems: readonly Problem[] } {
	const { document, lineOf, startLine } = yamlDocument(text);
	const problems = [...document.errors, ...document.warnings].map((error) => ({
		file,
		line: startLine(error.pos[0]),
		message: `This is not valid YAML: ${firstLine(error.message)}`,
		advice: 'Mend the indentation or the quotes there; text with ": " or " #" in it needs quotes or a ">-" block.',
	}));
	if (problems.length > 0) return { problems };
	return { source: { file, value: document.toJS(), lineOf }, problems };
}

/** JSON is parsed as JSON, and once more as YAML, which knows positions, if a line is asked for. */
function parseJson(file: string, text: string): { source?: Source; problems: readonly Problem[] } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const position = /position (\d+)/.exec(message)?.[1];
		const before = position === undefined ? text : text.slice(0, Number(position));
		const line = before.split('\n').length;
		return {
			problems: [
				{
					file,
					line,
					message: `This is not valid JSON: ${message}`,
					advice: 'Mend the brackets, commas or quotes there.',
				},
			],
		};
	}
	let lines: ((path: DataPath) => number) | undefined;
	const lineOf = (path: DataPath): number => {
		lines ??= yamlDocument(text).lineOf;
		return lines(path);
	};
	return { source: { file, value, lineOf }, problems: [] };
}

function yamlDocument(text: string) {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter });
	const startLine = (offset: number): number => counter.linePos(offset).line;
	const lineOf = (path: DataPath): number => {
		for (let length = path.length; length >= 0; length--) {
			const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) return startLine(node.range[0]);
		}
		return 1;
	};
	return { document, lineOf, startLine };
}

function firstLine(message: string): string {
	return message.split('\n', 1)[0] ?? message;
}
