/** A bibliography file, read entry by entry. Nothing here throws, whatever the text. */

import type { Collection } from './collection';
import { Numbering } from './collection';
import { compactCopy } from './compactCopy';
import { definitionsOf, type EntryFile, EntryText, FileEntry, shiftProblem, textsReferredTo } from './entry';
import { type Format, type FormatName, formatOf, yamlFormat } from './format';
import type { FoundEntry } from './foundEntry';
import type { BibliographyProblem } from './problem';
import { type Plan, planRereading } from './rereading';

export type { Entry } from './collection';
export type { FileEntry } from './entry';

export interface Bibliography extends Collection<FileEntry> {
	readonly uri: string;
	readonly format: FormatName;
	/** In file order; duplicates and entries without a key are kept. */
	readonly entries: readonly FileEntry[];
	/** In file order, worked out on first use. */
	readonly problems: readonly BibliographyProblem[];
	/** The text before the first block. With the blocks it makes up the whole file. */
	readonly head: string;
	/** Does in steps the work of the first look at `problems`. */
	checkInSteps(): Generator<undefined, void, undefined>;
	/** Every block, with what is no entry: `@string`, `@comment`, `@xdata`. */
	readonly blocks: readonly FileEntry[];
}

/**
 * Reads a bibliography in BibTeX, BibLaTeX, CSL JSON or CSL YAML. With the `previous` version of the same file only what
 * changed is read; the rest, and whatever was decoded of it, is taken over.
 */
export function readBibliography(uri: string, text: string, previous?: Bibliography): Bibliography {
	return finish(readBibliographyInSteps(uri, text, previous));
}

/** The same in steps of a few milliseconds, for hosts that have other things to answer meanwhile. */
export function readBibliographyInSteps(uri: string, text: string, previous?: Bibliography): Reading {
	return new FileReader(uri, text, formatOf(uri, text), 0, previous).read();
}

/**
 * Reads the `references:` in a document's metadata. `text` is the document up to the end of the metadata block, `from`
 * where the block starts: offsets are those of the document.
 */
export function readInlineReferences(uri: string, text: string, from: number, previous?: Bibliography): Bibliography {
	return finish(new FileReader(uri, text, yamlFormat, from, previous).read());
}

export type Reading = Generator<undefined, Bibliography, undefined>;

function finish(reading: Reading): Bibliography {
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

/** Characters read between two pauses: about two milliseconds of scanning. */
const STEP = 200_000;

class FileReader {
	private readonly texts: EntryText[] = [];
	private readonly starts: number[] = [];
	private readonly numbering: Numbering;
	private readonly previous: Bibliography | undefined;

	constructor(
		private readonly uri: string,
		private readonly text: string,
		private readonly format: Format,
		private readonly from: number,
		previous: Bibliography | undefined,
	) {
		this.previous = previous?.uri === uri && previous.format === format.name ? previous : undefined;
		this.numbering = this.previous?.numbering ?? new Numbering();
	}

	*read(): Reading {
		const { text, previous } = this;
		const plan = planRereading(previous?.head ?? '', previous?.blocks ?? [], text, this.from);
		if (previous && plan.unchanged) return previous;
		for (const block of plan.front) this.add(block.text, block.start);
		yield* this.scan(plan);
		const head = text.slice(0, this.starts[0] ?? text.length);
		return this.bibliography(compactCopy(head));
	}

	/** Scans from the first change until a block starts where the unchanged rest of the file has one. */
	private *scan(plan: Plan): Generator<undefined, void, undefined> {
		const { text, format } = this;
		let pauseAt = plan.resume + STEP;
		let found = format.next(text, plan.resume);
		while (found) {
			if (plan.adoptFrom(found.start)) {
				for (const block of plan.adopted) this.add(block.text, block.start + plan.shift);
				return;
			}
			const next: FoundEntry | undefined = format.next(text, Math.max(found.end, found.start + 1));
			const source = text.slice(found.start, next?.start ?? text.length);
			this.add(plan.reuse(source, found) ?? this.textOf(source, found), found.start);
			found = next;
			if (found && found.start > pauseAt) {
				yield;
				pauseAt = found.start + STEP;
			}
		}
	}

	private add(text: EntryText, start: number): void {
		this.texts.push(text);
		this.starts.push(start);
	}

	/** Of a copy, so that the text of the whole file can go: it takes two bytes per character if one needs them. */
	private textOf(source: string, found: FoundEntry): EntryText {
		return new EntryText(this.numbering.next(), compactCopy(source), found);
	}

	private bibliography(head: string): Bibliography {
		const { uri, format, numbering } = this;
		const referredTo = textsReferredTo(this.texts);
		const before = this.previous && textsReferredTo(this.previous.blocks.map((block) => block.text));
		const same = before?.length === referredTo.length && before.every((text, index) => text === referredTo[index]);
		if (before && !same) this.forgetDependents();
		const file: EntryFile = { uri, format, definitions: definitionsOf(referredTo) };
		const blocks = this.texts.map((text, index) => new FileEntry(text, this.starts[index] ?? 0, file));
		const all = blocks.every((block) => block.text.kind === 'entry');
		const entries = all ? blocks : blocks.filter((block) => block.text.kind === 'entry');
		return new ReadBibliography(file, head, blocks, entries, numbering);
	}

	/** Entries that take something from others may mean something else now: they get new numbers and are read again. */
	private forgetDependents(): void {
		for (const [index, text] of this.texts.entries()) {
			if (text.uses.length > 0) this.texts[index] = new EntryText(this.numbering.next(), text.source, asFound(text));
		}
	}
}

function asFound(text: EntryText): FoundEntry {
	const { kind, end, key, keyStart, keyEnd, problems, uses, unbounded } = text;
	return { kind, start: 0, end, key, keyStart, keyEnd, problems, uses, unbounded };
}

/** Characters checked between two pauses: some milliseconds of YAML, much less of anything else. */
const CHECK_STEP = 5_000;

const checked = new WeakMap<EntryText, readonly BibliographyProblem[]>();

class ReadBibliography implements Bibliography {
	private found: readonly BibliographyProblem[] | undefined;

	constructor(
		private readonly file: EntryFile,
		readonly head: string,
		readonly blocks: readonly FileEntry[],
		readonly entries: readonly FileEntry[],
		readonly numbering: Numbering,
	) {}

	get uri(): string {
		return this.file.uri;
	}

	get format(): FormatName {
		return this.file.format.name;
	}

	get problems(): readonly BibliographyProblem[] {
		this.found ??= this.findProblems();
		return this.found;
	}

	*checkInSteps(): Generator<undefined, void, undefined> {
		let characters = 0;
		for (const { text } of this.blocks) {
			this.checkText(text);
			characters += text.source.length;
			if (characters > CHECK_STEP) {
				yield;
				characters = 0;
			}
		}
	}

	/** What only reading the whole entry shows; kept with its text, which stays the same while it is unchanged. */
	private checkText(text: EntryText): readonly BibliographyProblem[] {
		const known = checked.get(text);
		if (known || text.problems.length > 0) return known ?? [];
		const problems = this.file.format.check(text.source.slice(0, text.end));
		checked.set(text, problems);
		return problems;
	}

	private findProblems(): readonly BibliographyProblem[] {
		const { format, definitions } = this.file;
		const problems: BibliographyProblem[] = [];
		for (const { text, start } of this.blocks) {
			for (const problem of text.problems) problems.push(shiftProblem(problem, start));
			for (const problem of this.checkText(text)) problems.push(shiftProblem(problem, start));
			for (const use of text.uses) {
				const range = { start: start + use.start, end: start + use.end };
				if (use.kind === 'string' && definitions.string(use.name) === undefined) {
					const message = `No @string defines “${use.name}”. Define it, or put the value in braces.`;
					problems.push({ range, code: 'undefined-string', message });
				} else if (use.kind === 'parent' && definitions.parent(use.name) === undefined) {
					const message = `There is no entry “${use.name}” in this file to take fields from.`;
					problems.push({ range, code: 'unknown-parent', message });
				}
			}
		}
		const last = this.blocks.at(-1);
		const message = last && format.checkList(this.head, last.text.source.slice(last.text.end));
		if (last && message !== undefined) {
			problems.push({ range: { start: last.range.end - 1, end: last.range.end }, code: 'unclosed-list', message });
		}
		return problems;
	}
}
