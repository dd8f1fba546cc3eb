import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBibliography } from '../../server/src/service/bibliography/bibliography';
import { readFields } from '../../server/src/service/bibliography/bibtex/scanner';
import { createRandom, type Random } from './random';

/** An entry of a real bibliography, its values as they are written. */
interface SourceEntry {
	readonly type: string;
	readonly key: string;
	readonly fields: ReadonlyMap<string, string>;
}

/** A generated bibliography, and what one can look for in it. */
export interface GeneratedBibliography {
	readonly file: string;
	readonly entries: number;
	readonly bytes: number;
	/** What a writer might type to find some of its entries: an author and words of the title. */
	readonly searches: readonly string[];
}

/** Abstracts, and what refers to other entries. */
const LEFT_OUT = new Set(['abstract', 'ids', 'crossref', 'xdata', 'options']);
/** What is taken from another entry of the same file each, so that no two are the same. */
const EXCHANGED = ['title', 'author', 'year', 'date', 'journal', 'journaltitle'];
const SEARCHES = 15;

/** Makes large bibliographies, without abstracts, by recombining the entries of the .bib files in a folder. */
export function createBibliographies(folder: string): (file: string, entries: number) => GeneratedBibliography {
	const sources = readdirSync(folder)
		.filter((name) => name.endsWith('.bib'))
		.sort()
		.map((name) => readEntries(readFileSync(join(folder, name), 'utf8')));
	return (file, entries) => {
		const random = createRandom(entries);
		const made = Array.from({ length: entries }, (_, index) => recombined(random.of(sources), index, random));
		const text = made.map(written).join('\n');
		writeFileSync(file, text);
		const searches = made.flatMap(searchFor);
		return { file, entries, bytes: Buffer.byteLength(text), searches: sampleOf(searches, SEARCHES, random) };
	};
}

function readEntries(text: string): readonly SourceEntry[] {
	const { entries } = readBibliography('file:///source.bib', text);
	return entries.flatMap(({ key, source }) => {
		const { type, fields } = readFields(source);
		// Values that are put together of several pieces need definitions of their own file.
		const values = fields.flatMap(({ name, pieces: [piece, ...more] }): readonly [string, string][] =>
			piece && more.length === 0 && !LEFT_OUT.has(name) ? [[name, source.slice(piece.start, piece.end)]] : [],
		);
		const wellFormed = values.filter(([, value]) => isBalanced(value));
		const found = new Map(wellFormed);
		return found.has('title') && found.has('author') ? [{ type, key, fields: found }] : [];
	});
}

function isBalanced(value: string): boolean {
	let depth = 0;
	for (const char of value) {
		depth += char === '{' ? 1 : char === '}' ? -1 : 0;
		if (depth < 0) {
			return false;
		}
	}
	return depth === 0 && !value.endsWith('\\');
}

function recombined(source: readonly SourceEntry[], index: number, random: Random): SourceEntry {
	const { type, key, fields } = random.of(source);
	const values = new Map(fields);
	for (const name of EXCHANGED) {
		const value = random.of(source).fields.get(name);
		if (value !== undefined && values.has(name)) {
			values.set(name, value);
		}
	}
	const doi = values.get('doi');
	if (doi !== undefined) {
		values.set('doi', `${doi}.${index}`);
	}
	return { type, key: `${key.replace(/[^\w-]/g, '')}${index.toString(36)}`, fields: values };
}

function written({ type, key, fields }: SourceEntry): string {
	const lines = [...fields].map(([name, value]) => `  ${name} = {${value}}`);
	return `@${type}{${key},\n${lines.join(',\n')}\n}\n`;
}

/** "smith niche": the family name and a word of the title, which are what a writer remembers of a paper. */
function searchFor({ fields }: SourceEntry): readonly string[] {
	const [, family] = /^([A-Za-z]{3,}), /.exec(fields.get('author') ?? '') ?? [];
	const [, word] = /\b([a-z]{5,})\b/.exec(fields.get('title') ?? '') ?? [];
	return family && word ? [`${family} ${word}`.toLowerCase()] : [];
}

function sampleOf<Item>(items: readonly Item[], count: number, random: Random): readonly Item[] {
	return Array.from({ length: count }, () => random.of(items));
}
