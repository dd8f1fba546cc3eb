import type { Article } from '../article/article';
import type { Block } from '../article/outline';
import { bare, likeness, type Reading, termNamed } from './abbreviations';
import { type Definition, definitionAt, definitionsOf } from './definitions';
import type { Glossary } from './glossary';
import { type AbbreviationInText, type TermOccurrence, termsInBlock } from './matchTerms';
import type { Term } from './term';
import { lettersOf } from './words';

/** What an occurrence means in its document. */
export interface ReadTerm {
	/** The terms it may mean; empty where it means none of the glossary's. */
	readonly terms: readonly Term[];
	/** What else it may stand for, in words: readings that are no term of the glossary. */
	readonly otherReadings: readonly string[];
	/** What to do about an abbreviation that could not be told; empty if there is nothing to say. */
	readonly advice: string;
	/** The document's own words for it, where they decided. */
	readonly definition?: Definition;
}

/** What a name must share with a definition to be what it defines: two of three words, three of five. */
const SAME_NAME = 0.6;
/** What speaks for a reading, by where it stands. Chosen so that one word of the sentence outweighs the rest of the text. */
const WEIGHT = { cue: 4, ownWord: 3, sameTerm: 3, neighbour: 2, inBlock: 1, named: 2 };
/** A reading is taken if it has so much, and so much more than the next. */
const ENOUGH = 2;
const AHEAD = 2;

/**
 * Which of its readings an occurrence has. The document's own definition decides; without one, the words and terms around
 * it; where these do not speak clearly, all readings that they do not rule out remain.
 *
 * @param occurrence of the block, with offsets from the block's start
 */
export function readOccurrence(
	glossary: Glossary,
	article: Article,
	block: Block,
	occurrence: TermOccurrence,
): ReadTerm {
	const letters = lettersOf(block.content.prose.slice(occurrence.start, occurrence.end));
	const definition = /\p{Lu}/u.test(letters)
		? definitionAt(definitionsOf(article), letters, block.start + occurrence.start)
		: undefined;
	const found = occurrence.abbreviation;
	if (!found) {
		return { ...readPlain(glossary, occurrence.terms, definition), otherReadings: [], advice: '' };
	}
	const { readings, advice } = found.abbreviation;
	if (definition) {
		const defined = readingFor(definition, readings);
		const term = defined ? defined.term : termNamed(glossary.root, definition.longForm);
		return {
			terms: term ? [term] : [],
			otherReadings: defined && !term ? [defined.expansion] : [],
			advice: '',
			definition,
		};
	}
	const left = readings.filter(({ term }) => term === undefined || !found.excluded.includes(term));
	const best = clearest(left, (reading) => evidenceFor(reading, found, glossary, article, block, occurrence));
	const chosen = best ? [best] : left;
	return {
		terms: distinct(chosen.flatMap(({ term }) => term ?? [])),
		otherReadings: chosen.filter(({ term }) => term === undefined).map(({ expansion }) => expansion),
		advice: best ? '' : advice,
	};
}

/** A term with one sense, or an abbreviation of several terms, unless the document says that it is something else. */
function readPlain(
	glossary: Glossary,
	terms: readonly Term[],
	definition: Definition | undefined,
): Pick<ReadTerm, 'terms' | 'definition'> {
	if (!definition) {
		return { terms };
	}
	const { longForm } = definition;
	const fitting = terms.filter((term) => namesOf(term).some((name) => likeness(name, longForm) >= SAME_NAME));
	const named = termNamed(glossary.root, longForm);
	// A definition in other words of the only sense there is changes nothing, unless the words name another term.
	const own = fitting.length > 0 ? fitting : named ? [named] : [];
	return own.length > 0 ? { terms: own, definition } : { terms: sharesAWord(terms, longForm), definition };
}

function sharesAWord(terms: readonly Term[], longForm: string): readonly Term[] {
	return terms.filter((term) => namesOf(term).some((name) => likeness(name, longForm) > 0));
}

/** The reading that a definition spells out. */
function readingFor({ longForm }: Definition, readings: readonly Reading[]): Reading | undefined {
	const scored = readings.map((reading) => ({
		reading,
		score: Math.max(
			...[bare(reading.expansion), ...(reading.term ? namesOf(reading.term) : [])].map((name) =>
				likeness(name, longForm),
			),
		),
	}));
	const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
	return best.score >= SAME_NAME ? best.reading : undefined;
}

function clearest(readings: readonly Reading[], evidence: (reading: Reading) => number): Reading | undefined {
	const scored = readings.map((reading) => ({ reading, score: evidence(reading) })).sort((a, b) => b.score - a.score);
	const [first, ...others] = scored;
	if (!first || others.length === 0) {
		return first?.reading;
	}
	// Several expansions may be one term: they do not compete.
	const second = others.find(({ reading }) => reading.term === undefined || reading.term !== first.reading.term);
	return first.score >= ENOUGH && first.score >= (second?.score ?? 0) + AHEAD ? first.reading : undefined;
}

function evidenceFor(
	{ expansion, term, cues, ownWords }: Reading,
	{ supported }: AbbreviationInText,
	glossary: Glossary,
	article: Article,
	block: Block,
	occurrence: TermOccurrence,
): number {
	const { prose, sentences } = block.content;
	const sentence = sentences.find(({ start, end }) => start <= occurrence.start && occurrence.end <= end);
	const without = (start: number, end: number): string =>
		`${prose.slice(start, occurrence.start)} ${prose.slice(occurrence.end, end)}`;
	const near = without(sentence?.start ?? 0, sentence?.end ?? prose.length);
	const around = without(0, prose.length);
	let score = 0;
	if (cues(near) || (term && supported.includes(term))) {
		score += WEIGHT.cue;
	} else if (cues(around)) {
		score += WEIGHT.inBlock;
	}
	if (ownWords(near)) {
		score += WEIGHT.ownWord;
	} else if (ownWords(around)) {
		score += WEIGHT.inBlock;
	}
	if (term) {
		score += neighbours(term, termsInBlock(glossary, block), occurrence, sentence);
	}
	return score + (isNamed(glossary, article, bare(expansion), term) ? WEIGHT.named : 0);
}

/** What the terms of the same block say: those of the sentence more than the others. */
function neighbours(
	term: Term,
	all: readonly TermOccurrence[],
	occurrence: TermOccurrence,
	sentence: { readonly start: number; readonly end: number } | undefined,
): number {
	let score = 0;
	for (const { start, end, terms } of all) {
		const [other, ...more] = terms;
		if (!other || more.length > 0 || (start === occurrence.start && end === occurrence.end)) {
			continue;
		}
		const inSentence = sentence === undefined || (sentence.start <= start && end <= sentence.end);
		const weight = other === term ? WEIGHT.sameTerm : isNeighbour(term, other) ? WEIGHT.neighbour : 0;
		score = Math.max(score, inSentence ? weight : Math.min(weight, WEIGHT.inBlock));
	}
	return score;
}

function isNeighbour(a: Term, b: Term): boolean {
	const of = ({ related, broader, narrower }: Term): readonly string[] => [...related, ...broader, ...narrower];
	return of(a).includes(b.id) || of(b).includes(a.id);
}

const namedIn = new WeakMap<Article, WeakMap<Glossary, ReadonlySet<Term>>>();

/** Whether the document names the reading in full somewhere. */
function isNamed(glossary: Glossary, article: Article, expansion: string, term: Term | undefined): boolean {
	if (!term) {
		return article.text.toLowerCase().includes(expansion.toLowerCase());
	}
	const known = namedIn.get(article) ?? new WeakMap<Glossary, ReadonlySet<Term>>();
	namedIn.set(article, known);
	let named = known.get(glossary);
	if (!named) {
		named = new Set(
			article.blocks.flatMap((block) =>
				termsInBlock(glossary, block).flatMap(({ terms, abbreviation }) =>
					abbreviation === undefined && terms.length === 1 ? terms : [],
				),
			),
		);
		known.set(glossary, named);
	}
	return named.has(term);
}

function namesOf({ label, synonyms, variants, looseSynonyms }: Term): readonly string[] {
	return [label, ...synonyms, ...variants, ...looseSynonyms];
}

function distinct<T>(items: readonly T[]): readonly T[] {
	return [...new Set(items)];
}
