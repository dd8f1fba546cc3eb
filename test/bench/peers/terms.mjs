// A search for many words at once. It knows neither word boundaries nor case nor spelling, so the two steps that make
// words of its matches are added: what is not a whole word is dropped, and of overlapping matches the longest is kept.
import { AhoCorasick } from '@monyone/aho-corasick/fast';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Builds the automaton over lower-case forms. */
export function buildAutomaton(forms) {
	const automaton = new AhoCorasick(forms);
	return {
		/** The number of raw matches, inside words too. */
		countRaw: (text) => automaton.matchInText(text.toLowerCase()).length,
		/** The number of whole-word matches without overlap. */
		countWords: (text) => countWords(text, automaton.matchInText(text.toLowerCase())),
	};
}

function countWords(text, matches) {
	const words = matches
		.filter(({ begin, end }) => !isWordAt(text, begin - 1) && !isWordAt(text, end))
		.sort((a, b) => a.begin - b.begin || b.end - a.end);
	let last = 0;
	let count = 0;
	for (const { begin, end } of words) {
		if (begin >= last) {
			count++;
			last = end;
		}
	}
	return count;
}

function isWordAt(text, offset) {
	const char = text[offset];
	return char !== undefined && WORD_CHARACTER.test(char);
}
