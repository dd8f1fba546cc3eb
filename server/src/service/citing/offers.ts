import type { Entry } from '../bibliography/bibliography';
import { shortCitation } from '../bibliography/formatReference';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';
import { candidatesFor } from './candidates';
import { citingSentenceAt, fittingReferences } from './sentence';

/** A reference as a list shows it. */
export interface OfferedReference {
	readonly key: string;
	/** "Kaplan et al. 2005". */
	readonly label: string;
	readonly title: string;
	readonly journal: string;
	readonly isBuiltIn: boolean;
	/** The words of the sentence that speak for it; empty for a search. */
	readonly matchingWords: readonly string[];
}

/** What to cite for a sentence. */
export interface SentenceOffers {
	/** Where the sentence stands. */
	readonly range: Range;
	readonly offers: readonly OfferedReference[];
}

const MOST_FOUND = 50;
/** For one sentence, what is further down is seldom right. */
const MOST_FITTING = 5;
const MOST_WORDS = 6;

/** The references that match some words, for a citation at an offset; without words, those that fit the place. */
export function offersFor(
	snapshot: Snapshot,
	words: string,
	{ offset, fit }: { readonly offset: number; readonly fit: boolean },
): readonly OfferedReference[] {
	const place = { query: words, typed: { start: offset, end: offset } };
	return candidatesFor(snapshot, place, { limit: MOST_FOUND, fit }).map(({ entry }) => offer(entry, []));
}

/** The references that fit the sentence at an offset best, but those that it cites. */
export function offersForSentence(snapshot: Snapshot, offset: number): SentenceOffers | undefined {
	const found = citingSentenceAt(snapshot.article, offset);
	if (!found?.sentence) {
		return undefined;
	}
	const { block, sentence } = found;
	const { library, settings } = snapshot;
	const cited = new Set(sentence.clusters.flatMap(({ citations }) => citations.map(({ key }) => key)));
	const isOffered = (entry: Entry): boolean =>
		!cited.has(entry.key) &&
		(entry.origin === 'own' || (settings.completion.builtInReferences && !library.sameWork(entry.reference)));
	const offers = fittingReferences(snapshot, found, MOST_FITTING + cited.size + MOST_FOUND)
		.filter(({ entry, matchingWords }) => matchingWords.length > 0 && isOffered(entry))
		.slice(0, MOST_FITTING)
		.map(({ entry, matchingWords }) => offer(entry, matchingWords.slice(0, MOST_WORDS)));
	return { range: { start: block.start + sentence.start, end: block.start + sentence.end }, offers };
}

function offer({ key, origin, reference }: Entry, matchingWords: readonly string[]): OfferedReference {
	return {
		key,
		label: shortCitation(reference),
		title: reference.title ?? '',
		journal: reference.containerTitle ?? reference.publisher ?? '',
		isBuiltIn: origin === 'built-in',
		matchingWords,
	};
}
