import type { Knowledge } from '../knowledge';
import { type Abbreviation, readAbbreviation } from './abbreviations';
import { type ContextTest, contextTest } from './context';
import { OWN_CATEGORY, type OwnGlossary } from './ownGlossary';
import type { MatchingCondition, Term } from './term';
import { formOf, lettersOf, tokenize } from './words';

/** The terms and the surface forms by which text is searched for them. Built once; never changed. */
export interface Glossary {
	readonly terms: ReadonlyMap<string, Term>;
	readonly categories: Readonly<Record<string, string>>;
	readonly root: TrieNode;
}

/** A node of the trie over token forms. */
export interface TrieNode {
	/** By the form of the next token; nothing longer begins like most. */
	next: Map<string, TrieNode> | undefined;
	surfaces: readonly Surface[];
	/** What is meant if neither case nor context matters, as for most. */
	plain: readonly Term[] | undefined;
	/** The abbreviation that ends here, if the field uses it in several senses. */
	abbreviation?: Abbreviation;
}

/** One way to write a term. */
export interface Surface {
	readonly term: Term;
	/** The letters and digits as they must be written, for acronyms: "MET" is not "met". */
	readonly exact: string | undefined;
	readonly context: ContextTest | undefined;
}

/** Prefixes that are written together with what follows, with a hyphen, or apart. */
const PREFIXES =
	'pre post micro macro anti non oligo co multi intra inter extra trans peri sub neo pro re epi endo para hyper hypo immuno angio lympho'.split(
		' ',
	);

/** A glossary with the writer's own terms: a term with a known id replaces the shipped one, any other is added. */
export function extendGlossary<T extends Pick<Knowledge, 'terms' | 'categories' | 'conditions' | 'abbreviations'>>(
	shipped: T,
	own: readonly OwnGlossary[],
): Glossary {
	const terms = new Map(shipped.terms.map((term) => [term.id, term]));
	const categories: Record<string, string> = { ...shipped.categories };
	for (const term of own.flatMap((glossary) => glossary.terms)) {
		terms.set(term.id, term);
		categories[term.category] ??= term.category === OWN_CATEGORY ? 'Your glossary' : titleOf(term.category);
	}
	return createGlossary({ ...shipped, terms: [...terms.values()], categories });
}

/** "lab-terms" as a title: "Lab terms". */
function titleOf(category: string): string {
	const words = category.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Builds the glossary from what Metascribe ships. */
export function createGlossary(
	knowledge: Pick<Knowledge, 'terms' | 'categories' | 'conditions' | 'abbreviations'>,
): Glossary {
	const root = emptyNode();
	const conditions = new Map<string, MatchingCondition>();
	for (const condition of knowledge.conditions) {
		conditions.set(conditionKey(condition.surface), condition);
	}
	for (const term of knowledge.terms) {
		for (const surface of new Set([term.label, ...term.synonyms, ...term.variants, ...term.abbreviations])) {
			// A writer who defines a word means it, wherever it stands.
			const found = term.origin === undefined ? conditions.get(conditionKey(surface)) : undefined;
			const condition = found && (found.terms.length === 0 || found.terms.includes(term.id)) ? found : undefined;
			if (condition?.condition !== 'never') {
				addSurface(root, surface, {
					term,
					exact: exactForm(surface, condition),
					context: condition && contextTest(condition),
				});
			}
		}
	}
	const terms = new Map(knowledge.terms.map((term) => [term.id, term]));
	for (const entry of knowledge.abbreviations) {
		const abbreviation = readAbbreviation(entry, terms, root);
		for (const forms of spellings(entry.abbreviation)) {
			nodeAt(root, forms).abbreviation = abbreviation;
		}
	}
	return {
		terms,
		categories: knowledge.categories,
		root,
	};
}

function conditionKey(surface: string): string {
	return isAcronym(surface) ? surface : surface.toLowerCase();
}

function addSurface(root: TrieNode, surface: string, entry: Surface): void {
	for (const forms of spellings(surface)) {
		const node = nodeAt(root, forms);
		if (!node.surfaces.some(({ term, exact }) => term === entry.term && exact === entry.exact)) {
			node.surfaces = [...node.surfaces, entry];
			node.plain = plainTerms(node.surfaces);
		}
	}
}

function plainTerms(surfaces: readonly Surface[]): readonly Term[] | undefined {
	const isPlain = surfaces.every(({ exact, context }) => exact === undefined && context === undefined);
	return isPlain ? termsOf(surfaces) : undefined;
}

/** The terms of several surfaces: the writer's own where there are any. */
export function termsOf(surfaces: readonly Surface[]): readonly Term[] {
	const terms = new Set(surfaces.map(({ term }) => term));
	const own = [...terms].filter(({ origin }) => origin !== undefined);
	return own.length > 0 ? own : [...terms];
}

function nodeAt(root: TrieNode, forms: readonly string[]): TrieNode {
	let node = root;
	for (const form of forms) {
		node.next ??= new Map();
		let next = node.next.get(form);
		if (!next) {
			next = emptyNode();
			node.next.set(form, next);
		}
		node = next;
	}
	return node;
}

const NO_SURFACES: readonly Surface[] = [];

function emptyNode(): TrieNode {
	return { next: undefined, surfaces: NO_SURFACES, plain: undefined };
}

/** The token forms of a surface, with its hyphens written and left out, and with its prefixes apart. */
function spellings(surface: string): readonly (readonly string[])[] {
	const words = surface.trim().split(/\s+/);
	let all: (readonly string[])[] = [[]];
	for (const word of words) {
		const variants = wordSpellings(word);
		all = all.flatMap((forms) => variants.map((variant) => [...forms, ...variant])).slice(0, 16);
	}
	return all.filter((forms) => forms.length > 0);
}

function wordSpellings(word: string): readonly (readonly string[])[] {
	const variants = [formsIn(word)];
	if (/^\p{L}+(?:[-‐–]\p{L}+)+$/u.test(word) && !/[\u0370-\u03ff]/.test(word)) {
		variants.push(formsIn(word.replace(/[-‐–]/g, '')));
	}
	if (/^\p{Lu}[\p{Lu}\d]$/u.test(word)) {
		// The plural of so short a word is not told by its ending: "ECs".
		variants.push(formsIn(`${word}s`));
	}
	const lower = word.toLowerCase();
	const prefix = PREFIXES.find((start) => lower.startsWith(start) && lower.length > start.length + 4);
	if (prefix && /^\p{L}+$/u.test(word) && !isAcronym(word)) {
		variants.push([formOf(prefix), formOf(word.slice(prefix.length))]);
	}
	return variants;
}

function formsIn(text: string): readonly string[] {
	return tokenize(text).map((token) => token.form);
}

/** How an acronym must be written; `undefined` if case does not matter. */
function exactForm(surface: string, condition: MatchingCondition | undefined): string | undefined {
	return isAcronym(surface) || condition?.condition === 'case' ? lettersOf(surface) : undefined;
}

/** EMT, CTC, ctDNA, HER2, S100A8: written with capitals wherever it stands. */
export function isAcronym(surface: string): boolean {
	return (
		!/\s/.test(surface) && ((surface.match(/\p{Lu}/gu)?.length ?? 0) > 1 || /^\p{Lu}[\p{Lu}\d+-]*$/u.test(surface))
	);
}
