import type { Definitions } from './bibtex/definitions';
import { nextBlock } from './bibtex/scanner';
import { referenceFromBibtex } from './bibtex/toReference';
import { nextJsonItem, problemInJsonList } from './csl/jsonScanner';
import { problemsInJson, problemsInYaml, referenceFromJson, referenceFromYaml } from './csl/read';
import { nextYamlItem } from './csl/yamlScanner';
import type { FoundEntry } from './foundEntry';
import type { BibliographyProblem } from './problem';
import type { Reference } from './reference';

export type FormatName = 'bibtex' | 'csl-json' | 'csl-yaml';

/** How one file format is read, entry by entry. What a scanner finds at a block depends on that block and the next header only. */
export interface Format {
	readonly name: FormatName;
	/** The first block at or after `from`, which lies outside every block. */
	next(text: string, from: number): FoundEntry | undefined;
	read(source: string, key: string, definitions: Definitions, parts: ReferenceParts): Reference;
	/** Problems that only reading the whole entry shows; offsets from the entry's start. */
	check(source: string): readonly BibliographyProblem[];
	/** What is wrong with the list that holds the entries, seen from the text before the first and after the last. */
	checkList(head: string, rest: string): string | undefined;
}

export interface ReferenceParts {
	/** Whether abstract and keywords are wanted: they are the bulk of most entries. */
	readonly abstract: boolean;
}

const bibtex: Format = {
	name: 'bibtex',
	next: nextBibtexEntry,
	read: referenceFromBibtex,
	check: () => [],
	checkList: () => undefined,
};

const cslJson: Format = {
	name: 'csl-json',
	next: nextJsonItem,
	read: referenceFromJson,
	check: problemsInJson,
	checkList: problemInJsonList,
};

const cslYaml: Format = {
	name: 'csl-yaml',
	next: nextYamlItem,
	read: referenceFromYaml,
	check: problemsInYaml,
	checkList: () => undefined,
};

function nextBibtexEntry(text: string, from: number): FoundEntry | undefined {
	const block = nextBlock(text, from);
	if (!block) return undefined;
	const { start, end, keyStart, keyEnd, problems, uses, unbounded } = block;
	const kind = block.kind === 'preamble' || block.kind === 'comment' ? 'other' : block.kind;
	return { kind, start, end, keyStart, keyEnd, problems, uses, unbounded };
}

/** The format that the file's extension says; where that says nothing, or the content contradicts it, the content decides. */
export function formatOf(uri: string, text: string): Format {
	const path = uri.replace(/[?#].*$/, '').toLowerCase();
	const first = /\S/.exec(text)?.[0] ?? '';
	if (path.endsWith('.json')) return cslJson;
	if (/\.ya?ml$/.test(path)) return first === '{' || first === '[' ? cslJson : cslYaml;
	if (/\.bib(?:tex|latex)?$/.test(path)) return bibtex;
	if (first === '{' || first === '[') return cslJson;
	return /^(?:---|references:|- )/m.test(text.slice(0, 4000)) ? cslYaml : bibtex;
}

export const yamlFormat: Format = cslYaml;
