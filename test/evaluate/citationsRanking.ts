import { type Bibliography, readBibliography } from '../../server/src/service/bibliography/bibliography';
import { builtInReferences, createLibrary, type Library } from '../../server/src/service/bibliography/library';
import { type RankContext, rankReferences } from '../../server/src/service/bibliography/rank';
import type { Glossary } from '../../server/src/service/glossary/glossary';
import { matchTerms } from '../../server/src/service/glossary/matchTerms';
import type { Candidate, CitationQuery } from './citationsCorpus';

/**
 * What the ranking may see of the manuscript beside the sentence and the one before: nothing; its citing sentences up to
 * here, as when a manuscript is written from beginning to end; or all others, as when a gap is filled in a finished one.
 */
export type Seen = 'nothing' | 'before' | 'others';
export const seenChoices: readonly Seen[] = ['nothing', 'before', 'others'];

/** So many sentences for one work, as in `citing/sentence.ts`. */
const MOST_SENTENCES = 5;
const MOST_SYNONYMS = 6;

/** A document's queries, ranked as the product does it, over a library of what the document cites. */
export function rankDocument(
	candidates: readonly Candidate[],
	queries: readonly CitationQuery[],
	glossary: Glossary,
	seen: Seen,
): ReadonlyMap<string, readonly string[]> {
	const library = libraryOf(candidates);
	const ids = candidates.map(({ id }) => id);
	return new Map(
		queries.map((query, index) => {
			const visible = seen === 'nothing' ? [] : seen === 'before' ? queries.slice(0, index) : queries;
			const context: RankContext = {
				synonyms: synonymsIn(query.sentence, glossary),
				citingSentences: citingSentences(visible, query),
				limit: ids.length,
			};
			const ranked = rankReferences(library, { text: query.sentence, previous: query.previous }, context);
			const found = ranked.map(({ entry }) => entry.key);
			const listed = new Set(found);
			return [query.id, [...found, ...ids.filter((id) => !listed.has(id))]];
		}),
	);
}

function libraryOf(candidates: readonly Candidate[]): Library {
	const items = candidates.map(({ id, title, authors, year, journal, abstract }) => ({
		id,
		type: 'article-journal',
		title,
		author: authors.map(nameOf),
		...(/^\d{4}/.test(year) && { issued: { 'date-parts': [[Number(year.slice(0, 4))]] } }),
		'container-title': journal,
		...(abstract !== '' && { abstract }),
	}));
	const bibliography: Bibliography = readBibliography('file:///candidates.json', JSON.stringify(items));
	return createLibrary([bibliography], builtInReferences([]));
}

function nameOf(name: string): { readonly family: string; readonly given: string } | { readonly literal: string } {
	const [family = '', given] = name.split(/,\s*/);
	return given === undefined ? { literal: name } : { family, given };
}

/** Other names of the terms in a sentence. */
function synonymsIn(sentence: string, glossary: Glossary): readonly string[] {
	return matchTerms(glossary, sentence).flatMap(({ terms }) =>
		terms.flatMap((term) => [term.label, ...term.synonyms.slice(0, MOST_SYNONYMS)]),
	);
}

/** What the manuscript says where it cites each work: never the query's own sentence, nor another with its words. */
function citingSentences(
	visible: readonly CitationQuery[],
	query: CitationQuery,
): ReadonlyMap<string, readonly string[]> {
	const byKey = new Map<string, string[]>();
	for (const { id, sentence, gold } of visible) {
		if (id === query.id || sentence === query.sentence) {
			continue;
		}
		for (const key of gold) {
			const known = byKey.get(key) ?? [];
			byKey.set(key, known);
			if (known.length < MOST_SENTENCES) {
				known.push(sentence);
			}
		}
	}
	return byKey;
}
