import { citationsOf } from '../article/article';
import type { Entry } from '../bibliography/bibliography';
import { shortCitation } from '../bibliography/formatReference';
import { searchReferences } from '../bibliography/search';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';
import { type CitationContext, citationContextAt } from './citationContext';

/** More than this nobody reads; typing another letter asks again. */
const MOST_ITEMS = 50;
/** The editor filters by the first characters only. */
const LONGEST_FILTER = 128;

/** References to offer at a place. */
export interface Completions {
	readonly replace: Range;
	readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
	readonly key: string;
	readonly newText: string;
	/** "Kaplan et al. 2005". */
	readonly description: string;
	readonly title: string;
	/** What the editor compares with the text being replaced. */
	readonly filterText: string;
	readonly isBuiltIn: boolean;
}

/** The references that fit what is being typed at an offset, best first. */
export function completionsAt(snapshot: Snapshot, offset: number): Completions | undefined {
	const context = citationContextAt(snapshot.article, offset);
	if (!context) {
		return undefined;
	}
	const wrap = !context.bracketed && snapshot.settings.completion.brackets;
	const items = candidates(snapshot, context).map(({ entry, isBuiltIn }) => item(entry, isBuiltIn, context, wrap));
	return { replace: wrap ? { ...context.replace, start: context.at } : context.replace, items };
}

interface Candidate {
	readonly entry: Entry;
	readonly isBuiltIn: boolean;
}

/** The writer's own references first, those cited here already before the others; then the built-in ones. */
function candidates(snapshot: Snapshot, { query }: CitationContext): readonly Candidate[] {
	const { library, settings } = snapshot;
	const found = searchReferences(library, query, MOST_ITEMS * 2);
	const cited = new Set([...citationsOf(snapshot.article)].map(({ key }) => key));
	const isBuiltIn = ({ entry }: { readonly entry: Entry }): boolean => entry.origin === 'built-in';
	const own = found.filter((match) => !isBuiltIn(match));
	const ranked =
		query.trim() === ''
			? [...own.filter(({ entry }) => cited.has(entry.key)), ...own.filter(({ entry }) => !cited.has(entry.key))]
			: own;
	const builtIn = settings.completion.builtInReferences
		? found.filter((match) => isBuiltIn(match) && !library.sameWork(match.entry.reference))
		: [];
	return [
		...ranked.map(({ entry }) => ({ entry, isBuiltIn: false })),
		...builtIn.map(({ entry }) => ({ entry, isBuiltIn: true })),
	].slice(0, MOST_ITEMS);
}

function item({ key, reference }: Entry, isBuiltIn: boolean, context: CitationContext, wrap: boolean): CompletionItem {
	const prefix = wrap ? '@' : '';
	const words = [
		key,
		...reference.authors.map(({ family, literal }) => family ?? literal ?? ''),
		String(reference.year ?? ''),
		reference.title ?? '',
	];
	return {
		key,
		newText: wrap ? `[@${key}]` : key,
		description: shortCitation(reference),
		title: reference.title ?? '',
		// It begins with what was typed, so that the editor keeps what our own search has found.
		filterText: `${prefix}${context.query} ${words.join(' ')}`.slice(0, LONGEST_FILTER),
		isBuiltIn,
	};
}
