import type { Library } from '../bibliography/library';
import { evidenceFor, type ShownSource, sourcesOf } from '../glossary/evidence';
import type { Glossary } from '../glossary/glossary';
import type { Term } from '../glossary/term';

/** A term as the glossary view and the quick pick show it. Plain text throughout. */
export interface GlossaryEntry {
	readonly id: string;
	readonly label: string;
	/** The title of its category. */
	readonly category: string;
	readonly abbreviations: readonly string[];
	readonly synonyms: readonly string[];
	readonly definition: string;
	readonly note: string;
	readonly evidence: string;
	readonly sources: readonly ShownSource[];
	/** Its neighbours, closest first. */
	readonly related: readonly { readonly id: string; readonly label: string }[];
	/** Whether it is from the writer's own glossary. */
	readonly own: boolean;
}

/** All terms by category, in the order of the data; within a category by label. */
export function entriesOf(glossary: Glossary, library: Library): readonly GlossaryEntry[] {
	const order = new Map(Object.keys(glossary.categories).map((id, index) => [id, index]));
	const rank = ({ category }: Term): number => order.get(category) ?? order.size;
	return [...glossary.terms.values()]
		.sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'en'))
		.map((term) => entryOf(term, glossary, library));
}

export function entryOf(term: Term, glossary: Glossary, library: Library): GlossaryEntry {
	const { id, label, abbreviations, synonyms, definition, note = '' } = term;
	return {
		id,
		label,
		category: glossary.categories[term.category] ?? term.category,
		abbreviations,
		synonyms,
		definition,
		note,
		evidence: evidenceFor(term, library),
		sources: sourcesOf(term, library),
		related: [...new Set([...term.related, ...term.broader, ...term.narrower])].flatMap((other) => {
			const found = glossary.terms.get(other);
			return found ? [{ id: other, label: found.label }] : [];
		}),
		own: term.origin !== undefined,
	};
}
