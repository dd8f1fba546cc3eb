import { blockAt } from '../article/article';
import { proseAt } from '../article/blocks';
import { insideSentence } from '../glossary/names';
import { inSpellingOf } from '../glossary/spelling';
import type { Term } from '../glossary/term';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';

/** Terms to offer for a word of prose. */
export interface TermCompletions {
	/** The word that a chosen term replaces. */
	readonly replace: Range;
	readonly items: readonly TermItem[];
}

export interface TermItem {
	readonly id: string;
	/** The name as it is put into the text. */
	readonly name: string;
	/** The term's label and category. */
	readonly label: string;
	readonly category: string;
	readonly definition: string;
}

/** More than this nobody reads. */
const MOST_ITEMS = 100;
/** A word is not longer than this. */
const LONGEST_WORD = 60;
const WORD = /[\p{L}\p{N}\-‐‑–]/u;

/**
 * The terms whose names begin with the word before an offset, or with one of its words after a hyphen. For a writer who
 * asks: while typing nothing is offered in prose.
 */
export function termsToComplete(snapshot: Snapshot, offset: number): TermCompletions | undefined {
	const { article, glossary } = snapshot;
	const word = wordBefore(snapshot, offset);
	if (!word) {
		return undefined;
	}
	const typed = article.text.slice(word.start, word.end);
	const capital = /^\p{Lu}/u.test(typed);
	const items: TermItem[] = [];
	for (const term of glossary.terms.values()) {
		const name = nameFor(term, typed.toLowerCase());
		if (name !== undefined) {
			const inside = inSpellingOf(article, insideSentence(glossary, name));
			items.push({
				id: term.id,
				name: capital ? inside.charAt(0).toUpperCase() + inside.slice(1) : inside,
				label: term.label,
				category: glossary.categories[term.category] ?? term.category,
				definition: term.definition,
			});
		}
	}
	items.sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name, 'en'));
	return { replace: word, items: items.slice(0, MOST_ITEMS) };
}

/** The first name of a term that fits what was typed. */
function nameFor({ label, abbreviations, synonyms }: Term, typed: string): string | undefined {
	return [label, ...abbreviations, ...synonyms].find((name) => {
		const lower = name.toLowerCase();
		return lower.startsWith(typed) || lower.replace(/[\s\-‐‑–]/g, '').startsWith(typed.replace(/[-‐‑–]/g, ''));
	});
}

/** The word that ends at an offset, in prose only; its beginning at least must be typed. */
function wordBefore({ article }: Snapshot, offset: number): Range | undefined {
	const block = blockAt(article, offset);
	if (!block || block.content.prose === '' || offset <= article.syntax.start) {
		return undefined;
	}
	let start = offset;
	while (
		start > block.start &&
		offset - start < LONGEST_WORD &&
		WORD.test(proseAt(block.content, start - 1 - block.start))
	) {
		start--;
	}
	return start < offset ? { start, end: offset } : undefined;
}
