import { type Data, problemAt } from '../data';
import type { Problem } from '../problem';

const mostSentences = 3;

/** Definitions that are no sentence, or more than a hover can hold. */
export function* definitions(data: Data): Iterable<Problem> {
	for (const entry of data.terms) {
		const { definition, id } = entry.record;
		const ends = sentenceEnds(definition);
		if (!/[.!?]["”)]?$/.test(definition)) {
			yield problemAt(
				entry,
				['definition'],
				`The definition of "${id}" does not end a sentence.`,
				'End it with a full stop.',
			);
		} else if (ends > mostSentences) {
			const advice = 'Keep what a reader needs at a glance; move the rest to `note` or out.';
			yield problemAt(
				entry,
				['definition'],
				`The definition of "${id}" has ${ends} sentences; ${mostSentences} is the most.`,
				advice,
			);
		}
	}
}

/** How many sentences end in the text: at a full stop before a capital, a digit or the end. */
export function sentenceEnds(text: string): number {
	return [...text.matchAll(/[.!?]["”)]?(?=\s+["“(]?[\p{Lu}\d]|$)/gu)].length;
}
