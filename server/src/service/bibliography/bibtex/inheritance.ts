/** `crossref` and `xdata`: fields an entry takes from others. Source: the BibLaTeX manual, section 2.4.1 and appendix B. */
import { type Definitions, EntryFields, fieldValue } from './definitions';
import { fieldOfParentTitle } from './entryTypes';
import { readFields } from './scanner';

export interface ResolvedEntry {
	readonly type: string;
	readonly fields: EntryFields;
}

/** How many parents may stand above each other; it also ends circles. */
const MAX_GENERATIONS = 4;

/**
 * What a child never takes from its `crossref` parent. BibLaTeX lets identifiers, pages and addresses through; those of
 * a book are not those of its chapter, and two chapters would pass for one work.
 */
const ownFields = new Set(
	`ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring
	relatedtype shorthand shorthandintro sortkey title subtitle titleaddon shorttitle abstract keywords doi url urldate
	eprint eprinttype eprintclass archiveprefix primaryclass pmid pmcid pages annotation note file`.split(/\s+/),
);

export function resolveEntry(source: string, definitions: Definitions): ResolvedEntry {
	const { type, latex } = resolve(source, definitions, 0);
	return { type, fields: new EntryFields(latex) };
}

interface Resolved {
	readonly type: string;
	readonly latex: ReadonlyMap<string, string>;
}

function resolve(source: string, definitions: Definitions, generation: number): Resolved {
	const { type, fields } = readFields(source);
	const latex = new Map<string, string>();
	for (const field of fields) latex.set(field.name, fieldValue(source, field, definitions));
	if (generation < MAX_GENERATIONS) {
		for (const key of latex.get('xdata')?.split(',') ?? []) {
			const parent = definitions.parent(key.trim());
			if (parent !== undefined) inheritAll(latex, resolve(parent, definitions, generation + 1));
		}
		const parent = definitions.parent(latex.get('crossref')?.trim() ?? '');
		if (parent !== undefined) inheritFromParent(type, latex, resolve(parent, definitions, generation + 1));
	}
	return { type, latex };
}

function inheritAll(latex: Map<string, string>, parent: Resolved): void {
	for (const [name, value] of parent.latex) {
		if (name !== 'xdata' && name !== 'ids' && !latex.has(name)) latex.set(name, value);
	}
}

function inheritFromParent(type: string, latex: Map<string, string>, parent: Resolved): void {
	for (const [name, value] of parent.latex) {
		if (!ownFields.has(name) && !latex.has(name)) latex.set(name, value);
	}
	const titleField = fieldOfParentTitle(type);
	const title = parent.latex.get('title');
	if (titleField === undefined || title === undefined || latex.has(titleField)) return;
	if (titleField === 'journaltitle' && latex.has('journal')) return;
	latex.set(titleField, title);
	const subtitle = parent.latex.get('subtitle');
	if (subtitle !== undefined) latex.set(titleField === 'booktitle' ? 'booksubtitle' : 'journalsubtitle', subtitle);
}
