/** Words of prose in the form they are compared in: without case, inflection and words that say nothing. */
import { fold } from './fold';

const stopWords = new Set(
	`the of and in to a is that for with as are by on be this from it an or which at can has have been was were not we
	these their its such also into between more than other but however both may most some used using use based one two our
	they there all how only each through when where while who what`.split(/\s+/),
);

/** The stems of a text in order, repeated as they occur. A hyphenated word gives itself and its parts. */
export function stemsOf(text: string): readonly string[] {
	const stems: string[] = [];
	for (const word of fold(text).match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []) {
		if (!word.includes('-')) addStem(word, stems);
		else for (const part of [word, ...word.split('-')]) addStem(part, stems);
	}
	return stems;
}

function addStem(word: string, stems: string[]): void {
	if (word.length >= 2 && !stopWords.has(word)) stems.push(stem(word));
}

/** A light stemmer: plurals, "-ing", "-ed", and the "-ate/-ation" family that scientific English is full of. */
export function stem(word: string): string {
	let stemmed = word;
	if (stemmed.length > 5) stemmed = stemmed.replace(/ies$/, 'y');
	if (stemmed.length > 7) stemmed = stemmed.replace(/(?:ations?|ating|ated|ates|ate)$/, 'at');
	if (stemmed.length > 5) return stemmed.replace(/(?:ing|ed|es|s)$/, '');
	return stemmed.length > 3 && stemmed.endsWith('s') && !stemmed.endsWith('ss') ? stemmed.slice(0, -1) : stemmed;
}
