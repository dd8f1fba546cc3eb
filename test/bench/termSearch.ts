import type { Knowledge } from '../../server/src/service';
import { createGlossary } from '../../server/src/service/glossary/glossary';
import { matchTerms } from '../../server/src/service/glossary/matchTerms';
import { createRandom } from './random';

/** The part of the knowledge base that a glossary is made of. */
export type TermData = Pick<Knowledge, 'terms' | 'categories' | 'conditions' | 'abbreviations'>;

/** Data in which every form is a term of its own. */
export function termDataOf(forms: readonly string[]): TermData {
	const terms = forms.map((label, index) => ({
		id: `term-${index}`,
		label,
		category: 'all',
		definition: '',
		synonyms: [],
		abbreviations: [],
		variants: [],
		looseSynonyms: [],
		broader: [],
		narrower: [],
		related: [],
		identifiers: {},
		sources: [],
		support: 'none-yet' as const,
	}));
	return { terms, categories: { all: 'All' }, conditions: [], abbreviations: [] };
}

/** Builds a glossary, and gives what finds the number of terms in a text, paragraph by paragraph. */
export function termCounter(data: TermData): (text: string) => number {
	const glossary = createGlossary(data);
	return (text) => paragraphsOf(text).reduce((sum, paragraph) => sum + matchTerms(glossary, paragraph).length, 0);
}

function paragraphsOf(text: string): readonly string[] {
	return text.split('\n\n');
}

/**
 * Surface forms in lower case: those of the glossary, and beyond them forms of the same words in other company, as a
 * larger glossary would have them.
 */
export function surfaceForms({ terms }: Knowledge, count: number): readonly string[] {
	const shipped = terms.flatMap(({ label, synonyms, variants, abbreviations }) => [
		label,
		...synonyms,
		...variants,
		...abbreviations,
	]);
	const forms = new Set(shipped.map((form) => form.toLowerCase()).slice(0, count));
	const words = [...new Set(shipped.flatMap((form) => form.toLowerCase().split(/\s+/)))].filter(
		(word) => word.length > 2,
	);
	const random = createRandom(5);
	while (forms.size < count) {
		forms.add(Array.from({ length: 1 + random.below(3) }, () => random.of(words)).join(' '));
	}
	return [...forms];
}
