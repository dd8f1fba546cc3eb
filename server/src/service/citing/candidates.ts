import { citationsOf } from '../article/article';
import type { Entry } from '../bibliography/bibliography';
import { searchReferences } from '../bibliography/search';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';
import { citingSentenceAt, fittingReferences } from './sentence';

/** A reference to offer. */
export interface Candidate {
	readonly entry: Entry;
	readonly isBuiltIn: boolean;
}

/** What references are wanted for. */
export interface CitingPlace {
	/** Words of author, title, year, journal, key or identifier; empty if nothing is typed. */
	readonly query: string;
	/** Where it is typed: that is no part of the sentence. */
	readonly typed: Range;
}

export interface CandidateOptions {
	readonly limit: number;
	/** Whether to rank by fit to the sentence. */
	readonly fit: boolean;
}

/** What speaks for a reference, each part from 0 to 1, and how much it counts. What is typed comes first. */
const weights = { match: 2, fit: 0.6, near: 0.3, cited: 0.15, recent: 0.05 };
/** Above this, ranking by fit would take more time and memory than typing leaves. */
const MOST_RANKED = 20_000;
/** So many are compared; of those that fit best, only so many are known. */
const MOST_COMPARED = 150;
/** A work cited so many characters away counts as half as near. */
const NEARNESS = 1500;
/** Works are as good as new for about a decade. */
const DECADE = 10;

/** The writer's own references that match, best first; then the built-in ones, but those that the writer has. */
export function candidatesFor(
	snapshot: Snapshot,
	place: CitingPlace,
	{ limit, fit }: CandidateOptions,
): readonly Candidate[] {
	const { library, settings } = snapshot;
	const fits = fit && isSmall(snapshot) ? fitsOf(snapshot, place) : new Map<Entry, number>();
	const cited = distancesOf(snapshot, place.typed.start);
	const matches = matchesFor(snapshot, place.query, fits, cited);
	const newest = Math.max(...matches.map(({ entry }) => entry.reference.year ?? 0));
	const ranked = matches
		.map(({ entry, match }, order) => {
			const away = cited.get(entry.key);
			const years = newest - (entry.reference.year ?? 0);
			const score =
				weights.match * match +
				weights.fit * (fits.get(entry) ?? 0) +
				(away === undefined ? 0 : weights.cited + (weights.near * NEARNESS) / (NEARNESS + away)) +
				(weights.recent * DECADE) / (DECADE + years);
			return { entry, order, score, isBuiltIn: entry.origin === 'built-in' };
		})
		.filter(
			({ entry, isBuiltIn }) =>
				!isBuiltIn || (settings.completion.builtInReferences && !library.sameWork(entry.reference)),
		);
	ranked.sort((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn) || b.score - a.score || a.order - b.order);
	return ranked.slice(0, limit);
}

interface Match {
	readonly entry: Entry;
	readonly match: number;
}

/** Those that match what was typed; where nothing was, those that are cited, those that fit, and the first. */
function matchesFor(
	{ library }: Snapshot,
	query: string,
	fits: ReadonlyMap<Entry, number>,
	cited: ReadonlyMap<string, number>,
): readonly Match[] {
	const found = searchReferences(library, query, MOST_COMPARED);
	if (query.trim() !== '') {
		const best = found[0]?.score ?? 1;
		return found.map(({ entry, score }) => ({ entry, match: best > 0 ? score / best : 0 }));
	}
	const citedEntries = [...cited.keys()].flatMap((key) => library.get(key) ?? []);
	return [...new Set([...citedEntries, ...fits.keys(), ...found.map(({ entry }) => entry)])].map((entry) => ({
		entry,
		match: 0,
	}));
}

function isSmall({ library }: Snapshot): boolean {
	return library.bibliographies.reduce((sum, { entries }) => sum + entries.length, 0) <= MOST_RANKED;
}

/** How many characters away each key is cited, at its nearest; the citation being typed is not counted. */
function distancesOf({ article }: Snapshot, at: number): ReadonlyMap<string, number> {
	const distances = new Map<string, number>();
	for (const { key, keyRange } of citationsOf(article)) {
		const away = Math.abs(keyRange.start - at);
		if (away > 0 && away < (distances.get(key) ?? Number.POSITIVE_INFINITY)) {
			distances.set(key, away);
		}
	}
	return distances;
}

interface KnownFits {
	readonly sentence: string;
	readonly bibliographies: Snapshot['library']['bibliographies'];
	readonly fits: ReadonlyMap<Entry, number>;
}

/** The last answer for each glossary, of which there is one for each service: a sentence stays while its citation is typed. */
const lastFits = new WeakMap<Snapshot['glossary'], KnownFits>();

/** How well the references fit the sentence, the best being 1. */
function fitsOf(snapshot: Snapshot, { typed }: CitingPlace): ReadonlyMap<Entry, number> {
	const sentence = citingSentenceAt(snapshot.article, typed.start, typed);
	const { bibliographies } = snapshot.library;
	if (!sentence || `${sentence.text}${sentence.previous}` === '') {
		return new Map();
	}
	const words = `${sentence.previous}\n${sentence.text}`;
	const known = lastFits.get(snapshot.glossary);
	if (known?.sentence === words && sameItems(known.bibliographies, bibliographies)) {
		return known.fits;
	}
	const found = fittingReferences(snapshot, sentence, MOST_COMPARED);
	const best = found[0]?.score ?? 1;
	const fits = new Map(found.map(({ entry, score }) => [entry, best > 0 ? Math.max(0, score / best) : 0]));
	lastFits.set(snapshot.glossary, { sentence: words, bibliographies, fits });
	return fits;
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}
