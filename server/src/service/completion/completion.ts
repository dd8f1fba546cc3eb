import { shortCitation } from '../bibliography/formatReference';
import type { Reference } from '../bibliography/reference';
import { type Candidate, candidatesFor } from '../citing/candidates';
import { writtenKey } from '../citing/cite';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';
import { type CitationContext, citationContextAt } from './citationContext';

/** More than this nobody reads; typing another letter asks again. */
const MOST_ITEMS = 50;
/** The editor filters by the first characters only. */
const LONGEST_FILTER = 128;
/** More authors than this nobody types, and the title has to fit in, too. */
const MOST_AUTHORS = 4;
const LONGEST_TITLE = 70;

/** References to offer at a place. */
export interface Completions {
	readonly replace: Range;
	readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
	readonly key: string;
	readonly newText: string;
	/** "Kaplan et al. 2005". */
	readonly label: string;
	/** Its beginning, where it is long. */
	readonly title: string;
	readonly journal: string;
	/** What the editor compares with the text being replaced. */
	readonly filterText: string;
	readonly isBuiltIn: boolean;
}

/** What the host can afford. */
export interface CompletionOptions {
	/** Whether references are ranked by how they fit the sentence: the first time that takes a pass over all of them. */
	readonly fit: boolean;
	/** Whether the Quarto extension completes keys in the same document. */
	readonly besideQuarto?: boolean;
}

/** The references for what is being typed at an offset, best first; `undefined` where no citation is being typed. */
export function completionsAt(
	snapshot: Snapshot,
	offset: number,
	options: CompletionOptions = { fit: true },
): Completions | undefined {
	const context = citationContextAt(snapshot.article, offset);
	const beside = options.besideQuarto ? snapshot.settings.completion.quarto : 'all';
	if (!context || isFinished(snapshot, context) || beside === 'defer') {
		return undefined;
	}
	const wrap = !context.bracketed && context.braces === 'none' && snapshot.settings.completion.brackets;
	const found = candidatesFor(
		snapshot,
		{ query: context.query, typed: { start: context.at, end: context.replace.end } },
		{ ...options, limit: MOST_ITEMS },
	);
	const offered = beside === 'complement' ? found.filter((candidate) => !isFoundByKey(candidate, context)) : found;
	return {
		replace: wrap ? { ...context.replace, start: context.at } : context.replace,
		items: offered.map((candidate) => item(candidate, context, wrap)),
	};
}

/** Behind a key that is there in full, a locator or the rest of the sentence is being typed: "@kaplan2005 showed". */
function isFinished({ library }: Snapshot, { query }: CitationContext): boolean {
	const [, first = ''] = /^(\S+?)[,:;.]?\s/.exec(query) ?? [];
	const beforeComma = /^([^\s,]+),/.exec(query)?.[1] ?? '';
	return [first, beforeComma].some((key) => key !== '' && library.get(key) !== undefined);
}

/** Whether an editor that matches keys only lists a reference of the writer's: it looks for the letters in their order. */
function isFoundByKey({ entry, isBuiltIn }: Candidate, { query }: CitationContext): boolean {
	const key = entry.key.toLowerCase();
	let at = 0;
	for (const letter of query.toLowerCase()) {
		at = key.indexOf(letter, at) + 1;
		if (at === 0) {
			return false;
		}
	}
	return !isBuiltIn;
}

function item(
	{ entry: { key, reference }, isBuiltIn }: Candidate,
	context: CitationContext,
	wrap: boolean,
): CompletionItem {
	return {
		key,
		newText: newText(key, context, wrap),
		label: shortCitation(reference),
		title: shorten(reference.title ?? ''),
		journal: reference.containerTitle ?? reference.publisher ?? '',
		filterText: filterText(key, reference, `${wrap ? '@' : ''}${context.query}`),
		isBuiltIn,
	};
}

function newText(key: string, { braces }: CitationContext, wrap: boolean): string {
	switch (braces) {
		case 'open':
			return `${key}}`;
		case 'closed':
			return key;
		case 'none':
			return wrap ? `[@${writtenKey(key)}]` : writtenKey(key);
	}
}

/** It begins with what was typed, so that the editor keeps what our own search has found. */
function filterText(key: string, { authors, year, title }: Reference, typed: string): string {
	const names = authors.slice(0, MOST_AUTHORS).map(({ family, literal }) => family ?? literal ?? '');
	return [typed, key, ...names, String(year ?? ''), title ?? ''].join(' ').slice(0, LONGEST_FILTER);
}

function shorten(title: string): string {
	return title.length <= LONGEST_TITLE ? title : `${title.slice(0, title.lastIndexOf(' ', LONGEST_TITLE))} …`;
}
