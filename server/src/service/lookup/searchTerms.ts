import type { Glossary } from '../glossary/glossary';
import type { Term } from '../glossary/term';
import { formOf, tokenize } from '../glossary/words';

/** What a word of a term is worth by where it stands. A label that begins with the query comes first. */
const WORTH = { exact: 100, label: 12, abbreviation: 11, synonym: 8, loose: 5, definition: 1 };

interface SearchableTerm {
	readonly term: Term;
	/** Each name as its word forms, joined with a space before each. */
	readonly names: readonly { readonly text: string; readonly worth: number }[];
}

const searchable = new WeakMap<Glossary, readonly SearchableTerm[]>();

/**
 * The terms that fit a query, best first: every word of it begins a word of the label, an abbreviation, a synonym, a
 * looser name or the definition. Spelling and plural do not matter. All terms, by label, for an empty query.
 */
export function searchTerms(glossary: Glossary, query: string): readonly Term[] {
	const words = formsIn(query);
	// The last word is still being typed: it is compared as it stands, too.
	const lastTyped = query.toLowerCase().match(/[\p{L}\p{N}]+$/u)?.[0];
	const byLabel = (a: Term, b: Term): number => a.label.localeCompare(b.label, 'en');
	if (words.length === 0) {
		return [...glossary.terms.values()].sort(byLabel);
	}
	return searchableTerms(glossary)
		.map(({ term, names }) => ({ term, score: scoreOf(names, words, lastTyped) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || byLabel(a.term, b.term))
		.map(({ term }) => term);
}

function scoreOf(names: SearchableTerm['names'], words: readonly string[], lastTyped: string | undefined): number {
	const whole = ` ${words.join(' ')}`;
	let score = 0;
	for (const [index, word] of words.entries()) {
		const typed = index === words.length - 1 ? lastTyped : undefined;
		const worths = names
			.filter(({ text }) => text.includes(` ${word}`) || (typed !== undefined && text.includes(` ${typed}`)))
			.map(({ worth }) => worth);
		if (worths.length === 0) {
			return 0;
		}
		score += Math.max(...worths);
	}
	const starts = names.filter(({ text }) => text.startsWith(whole) || (lastTyped && text.startsWith(` ${lastTyped}`)));
	const best = Math.max(0, ...starts.map(({ worth }) => worth));
	return score + best + (names.some(({ text, worth }) => worth > WORTH.loose && text === whole) ? WORTH.exact : 0);
}

function searchableTerms(glossary: Glossary): readonly SearchableTerm[] {
	let terms = searchable.get(glossary);
	if (!terms) {
		terms = [...glossary.terms.values()].map((term) => ({ term, names: namesOf(term) }));
		searchable.set(glossary, terms);
	}
	return terms;
}

function namesOf(term: Term): SearchableTerm['names'] {
	const named = (texts: readonly string[], worth: number): SearchableTerm['names'] =>
		texts.map((text) => ({
			text: formsIn(text)
				.map((form) => ` ${form}`)
				.join(''),
			worth,
		}));
	return [
		...named([term.label], WORTH.label),
		...named(term.abbreviations, WORTH.abbreviation),
		...named([...term.synonyms, ...term.variants], WORTH.synonym),
		...named(term.looseSynonyms, WORTH.loose),
		...named([term.definition], WORTH.definition),
	];
}

function formsIn(text: string): readonly string[] {
	return tokenize(text).map(({ start, end }) => formOf(text.slice(start, end)));
}
