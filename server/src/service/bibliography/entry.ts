import type { Range } from '../text/range';
import type { Use } from './bibtex/block';
import { createDefinitions, type Definitions, noDefinitions } from './bibtex/definitions';
import type { Entry } from './collection';
import { fold } from './fold';
import type { Format, ReferenceParts } from './format';
import type { FoundEntry } from './foundEntry';
import type { BibliographyProblem } from './problem';
import type { Reference } from './reference';

/**
 * The unchanging part of an entry: its text and what was found in it, with offsets from its own start. It lives on
 * through the versions of a file, wherever the entry moves.
 */
export class EntryText {
	readonly key: string;
	readonly keyStart: number;
	readonly keyEnd: number;
	readonly end: number;
	readonly kind: FoundEntry['kind'];
	readonly uses: readonly Use[];
	readonly problems: readonly BibliographyProblem[];
	readonly unbounded: boolean;
	/** Kept once read; see {@link FileEntry.reference}. */
	reference: Reference | undefined;

	constructor(
		readonly number: number,
		/** The entry and everything up to the next one. */
		readonly source: string,
		found: FoundEntry,
	) {
		const { start } = found;
		this.keyStart = found.keyStart - start;
		this.keyEnd = found.keyEnd - start;
		this.end = found.end - start;
		this.key = found.key ?? source.slice(this.keyStart, this.keyEnd);
		this.kind = found.kind;
		this.uses = found.uses && found.uses.length > 0 ? found.uses.map((use) => shiftUse(use, -start)) : none;
		this.problems = found.problems.length > 0 ? found.problems.map((problem) => shiftProblem(problem, -start)) : none;
		this.unbounded = found.unbounded ?? false;
	}

	/** Whether the scanner, given the same source, has found the same: what follows an entry can make a difference. */
	isReadingOf({ start, end, kind, problems }: FoundEntry): boolean {
		return (
			this.end === end - start &&
			this.kind === kind &&
			this.problems.length === problems.length &&
			this.problems.every(({ code, range }, index) => {
				const other = problems[index];
				return other?.code === code && other.range.start - start === range.start;
			})
		);
	}
}

const none: readonly never[] = [];

/** What the entries of one version of a file share. */
export interface EntryFile {
	readonly uri: string;
	readonly format: Format;
	readonly definitions: Definitions;
}

/** An entry of the writer's own bibliography, at its place in the file. */
export class FileEntry implements Entry {
	readonly origin = 'own';

	constructor(
		readonly text: EntryText,
		readonly start: number,
		private readonly file: EntryFile,
	) {}

	get number(): number {
		return this.text.number;
	}

	get uri(): string {
		return this.file.uri;
	}

	get key(): string {
		return this.text.key;
	}

	get aliases(): readonly string[] {
		const { uses } = this.text;
		return uses === none ? none : uses.filter((use) => use.kind === 'alias').map((use) => use.name);
	}

	/** Where the key stands; empty at the place for it when there is none. */
	get keyRange(): Range {
		return { start: this.start + this.text.keyStart, end: this.start + this.text.keyEnd };
	}

	/** The whole entry, from `@` or its opening bracket to its end. */
	get range(): Range {
		return { start: this.start, end: this.start + this.text.end };
	}

	/** The entry as it is written. */
	get source(): string {
		return this.text.source.slice(0, this.text.end);
	}

	get reference(): Reference {
		this.text.reference ??= this.read({ abstract: true });
		return this.text.reference;
	}

	mayContain(words: readonly string[]): boolean {
		const folded = fold(this.text.source);
		const text = folded.includes('\\') ? `${folded} ${folded.replace(latexInWords, '')}` : folded;
		return words.every((word) => text.includes(word));
	}

	read(parts: ReferenceParts): Reference {
		const { format, definitions } = this.file;
		return this.text.reference ?? format.read(this.source, this.key, definitions, parts);
	}
}

/** LaTeX that stands inside words. */
const latexInWords = /[{}\\"'`^~=.]/g;

export function shiftProblem(problem: BibliographyProblem, by: number): BibliographyProblem {
	return { ...problem, range: { start: problem.range.start + by, end: problem.range.end + by } };
}

function shiftUse(use: Use, by: number): Use {
	return { ...use, start: use.start + by, end: use.end + by };
}

/**
 * The texts that others refer to: `@string` blocks and parents. As long as these are the same, no entry means anything
 * else than before.
 */
export function textsReferredTo(texts: readonly EntryText[]): readonly EntryText[] {
	const parents = new Set<string>();
	for (const text of texts) {
		for (const use of text.uses) if (use.kind === 'parent') parents.add(use.name);
	}
	return texts.filter((text) => text.kind === 'string' || (parents.size > 0 && parents.has(text.key)));
}

export function definitionsOf(referredTo: readonly EntryText[]): Definitions {
	if (referredTo.length === 0) return noDefinitions;
	const strings = referredTo.filter((text) => text.kind === 'string').map((text) => text.source.slice(0, text.end));
	const parents = new Map<string, string>();
	for (const text of referredTo) {
		if (text.kind !== 'string') parents.set(text.key, text.source.slice(0, text.end));
	}
	return createDefinitions(strings, parents);
}
