import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** One line of the table. */
export interface Row {
	readonly what: string;
	/** The measured ratio, or what else was asked for, in words: "2.4 times as fast". */
	readonly result: string;
	/** The medians and whatever else the ratio comes from. */
	readonly detail: string;
	/** What the result ought to be; absent where nothing is demanded. */
	readonly bar?: { readonly text: string; readonly met: boolean };
	/** Whether the row goes into the README. */
	readonly headline?: true;
}

/** "Intel Xeon …, 8 cores, Node 20.11.0". */
export function machineLine(): string {
	const processors = cpus();
	const model = processors[0]?.model.trim() || 'unknown processor';
	return `${model}, ${processors.length} cores, Node ${process.versions.node}`;
}

export function fullTable(rows: readonly Row[]): string {
	return markdownTable(
		['What', 'Result', 'Bar', '', 'Measured'],
		rows.map(({ what, result, bar, detail }) => [what, result, bar?.text ?? '', verdict(bar), detail]),
	);
}

export function headlineTable(rows: readonly Row[]): string {
	return markdownTable(
		['What', 'Result', 'Bar'],
		rows.filter(({ headline }) => headline).map(({ what, result, bar }) => [what, result, bar?.text ?? '']),
	);
}

function verdict(bar: Row['bar']): string {
	return bar ? (bar.met ? 'met' : 'MISSED') : '';
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
	const widths = head.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const [first = [], ...rest] = lines;
	return [line(first), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n');
}

const OPENS = '<!-- bench -->';
const CLOSES = '<!-- /bench -->';

/** Puts a text between the markers of a file, or after the opening one where the closing one is missing. */
export function writeBetweenMarkers(file: string, text: string): void {
	const content = readFileSync(file, 'utf8');
	const open = content.indexOf(OPENS);
	if (open < 0) {
		throw new Error(`${file} has no line ${OPENS} to write the results after`);
	}
	const start = open + OPENS.length;
	const close = content.indexOf(CLOSES, start);
	const rest = close < 0 ? content.slice(start) : content.slice(close + CLOSES.length);
	writeFileSync(file, `${content.slice(0, start)}\n\n${text}\n\n${CLOSES}${rest}`);
}

/** 4.2 ms, 310 ms, 12.3 s. */
export function duration(milliseconds: number): string {
	return milliseconds < 10_000 ? `${digits(milliseconds)} ms` : `${digits(milliseconds / 1000)} s`;
}

export function megabytes(bytes: number): string {
	return `${digits(bytes / 1e6)} MB`;
}

/** "2.4 times". */
export function times(ratio: number): string {
	return `${digits(ratio)} times`;
}

/** Two digits that mean something, more where the number is large. */
export function digits(value: number): string {
	if (!Number.isFinite(value)) {
		return String(value);
	}
	return value >= 100
		? value.toFixed(0)
		: value >= 10
			? value.toFixed(1)
			: value >= 1
				? value.toFixed(2)
				: value.toPrecision(2);
}
