import type { Field } from './block';
import { latexToText, verbatimToText } from './latex';
import { readFields } from './scanner';

/** What the entries of one file may take from elsewhere in it. */
export interface Definitions {
	/** The LaTeX that an `@string` name stands for. */
	string(name: string): string | undefined;
	/** The source text of the entry that `crossref` or `xdata` names. */
	parent(key: string): string | undefined;
}

export const noDefinitions: Definitions = { string: () => undefined, parent: () => undefined };

/** Full names, so that a month written as a macro reads as words. */
const months: ReadonlyMap<string, string> = new Map([
	['jan', 'January'],
	['feb', 'February'],
	['mar', 'March'],
	['apr', 'April'],
	['may', 'May'],
	['jun', 'June'],
	['jul', 'July'],
	['aug', 'August'],
	['sep', 'September'],
	['oct', 'October'],
	['nov', 'November'],
	['dec', 'December'],
]);

/** `strings`: sources of the file's `@string` blocks. A later definition of a name replaces an earlier one. */
export function createDefinitions(strings: readonly string[], parents: ReadonlyMap<string, string>): Definitions {
	const values = new Map<string, string>();
	const definitions: Definitions = {
		string: (name) => values.get(name) ?? months.get(name),
		parent: (key) => parents.get(key),
	};
	for (const source of strings) {
		for (const field of readFields(source).fields) values.set(field.name, fieldValue(source, field, definitions));
	}
	return definitions;
}

/** The LaTeX of a field: its pieces joined, `@string` names replaced. An unknown name stands for itself. */
export function fieldValue(source: string, field: Field, definitions: Definitions): string {
	const [first] = field.pieces;
	if (first && field.pieces.length === 1 && first.kind !== 'bare') return source.slice(first.start, first.end);
	let value = '';
	for (const piece of field.pieces) {
		const written = source.slice(piece.start, piece.end);
		value += piece.kind === 'bare' ? (definitions.string(written.toLowerCase()) ?? written) : written;
	}
	return value;
}

/** The fields of one entry, with what it inherits. Values are LaTeX; the accessors decode. */
export class EntryFields {
	constructor(private readonly latex: ReadonlyMap<string, string>) {}

	/** The first of these fields that says something, as LaTeX. */
	raw(...names: readonly string[]): string | undefined {
		for (const name of names) {
			const value = this.latex.get(name);
			if (value !== undefined && value.trim() !== '') return value;
		}
		return undefined;
	}

	text(...names: readonly string[]): string | undefined {
		const raw = this.raw(...names);
		return raw === undefined ? undefined : latexToText(raw) || undefined;
	}

	verbatim(...names: readonly string[]): string | undefined {
		const raw = this.raw(...names);
		return raw === undefined ? undefined : verbatimToText(raw) || undefined;
	}
}
