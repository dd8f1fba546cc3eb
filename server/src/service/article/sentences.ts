import type { Range } from '../text/range';
import { CITATION, MARKUP, OBJECT } from './prose';
import { isAbbreviation, isInitial, startsSentenceAfterAbbreviation } from './sentenceWords';

const TERMINATORS = '.!?…';
const CLOSERS = '"\'”’»)]';
const OPENERS = '"\'“‘«([¿¡';
/** What may end a sentence, or begin or end an aside in which none ends. */
const MARK = /[.!?…。()[\]]/g;
/** A bracket that opened this long ago was never closed. */
const LONGEST_PARENTHESIS = 600;

/**
 * Divides the masked text of a block into sentences. Written for biomedical English: "et al.", "Fig. 2A", "E. coli",
 * "p53. This", sentences that begin with miR-200, mTOR or α-SMA, citations and quotes after the full stop.
 *
 * @param prose text of one block in which markup, citations and objects are masked (see `prose.ts`)
 * @returns ranges in `prose`, without the space around them, in order and without overlap
 */
export function splitSentences(prose: string): readonly Range[] {
	const sentences: Range[] = [];
	let start = skipSpace(prose, 0);
	let depth = 0;
	let opened = 0;
	for (let pos = nextMark(prose, start); pos < prose.length; pos = nextMark(prose, pos + 1)) {
		const char = prose[pos] ?? '';
		if (char === '(' || char === '[') {
			depth++;
			opened = pos;
		} else if ((char === ')' || char === ']') && depth > 0) {
			depth--;
		} else if (char === '。') {
			start = close(sentences, prose, start, pos + 1);
		} else if (char !== ')' && char !== ']') {
			const inside = depth > 0 && pos - opened < LONGEST_PARENTHESIS;
			const end = endAfter(prose, pos, start, inside);
			if (end >= 0) {
				start = close(sentences, prose, start, end);
				pos = start - 1;
				depth = 0;
			}
		}
	}
	close(sentences, prose, start, prose.length);
	return sentences;
}

/** The next bracket or terminator at or after `pos`, or the end of the text. */
function nextMark(prose: string, pos: number): number {
	MARK.lastIndex = pos;
	return MARK.test(prose) ? MARK.lastIndex - 1 : prose.length;
}

/** Adds the sentence and returns where the next one may begin. */
function close(sentences: Range[], prose: string, start: number, end: number): number {
	let last = end;
	while (last > start && isSpace(prose[last - 1])) {
		last--;
	}
	if (last > start && hasWords(prose, start, last)) {
		sentences.push({ start, end: last });
	}
	return skipSpace(prose, end);
}

/** The end of the sentence that the terminator at `pos` closes, or -1 if it closes none. */
function endAfter(prose: string, pos: number, start: number, insideBrackets: boolean): number {
	let end = pos + 1;
	while (end < prose.length && TERMINATORS.includes(prose[end] ?? '')) {
		end++;
	}
	let closed = false;
	for (; end < prose.length; end++) {
		const char = prose[end] ?? '';
		if (CLOSERS.includes(char)) {
			closed ||= char === ')' || char === ']';
		} else if (char !== MARKUP && char !== CITATION) {
			break;
		}
	}
	if (insideBrackets && !(closed && opensSentence(prose, start))) {
		return -1;
	}
	end = skipReferenceNumbers(prose, end);
	if (end < prose.length && !isSpace(prose[end])) {
		return -1;
	}
	end = skipTrailingCitations(prose, end);
	const next = skipSpace(prose, end);
	if (next >= prose.length) {
		return end;
	}
	const begins = sentenceStart(prose, next);
	if (begins === 'no') {
		return -1;
	}
	if (prose[pos] !== '.' || prose[pos - 1] === '.') {
		return begins === 'capital' ? end : -1;
	}
	return periodEndsSentence(prose, start, pos, next, begins) ? end : -1;
}

function periodEndsSentence(prose: string, start: number, pos: number, next: number, begins: SentenceStart): boolean {
	const word = wordBefore(prose, pos, start);
	const following = wordAfter(prose, next);
	if (word.text === '') {
		return true;
	}
	if (/^\d{1,2}[A-Z]?$/.test(word.text) && isLabel(prose, start, word.start)) {
		return false;
	}
	if (isInitial(word.text)) {
		return startsSentenceAfterAbbreviation(wordBefore(prose, word.start, start).text, word.text, following);
	}
	if (isAbbreviation(word.text)) {
		return begins === 'capital' && startsSentenceAfterAbbreviation(undefined, word.text, following);
	}
	return true;
}

/** Whether a number is a label that opens its sentence: "1. Breast", "Fig. 2. The niche", "Table 1. Patients". */
function isLabel(prose: string, start: number, numberStart: number): boolean {
	return (
		numberStart === start ||
		/^(?:figure|fig\.|table|tab\.|box|supplementary (?:figure|table))$/i.test(
			prose.slice(start, numberStart).replaceAll(MARKUP, '').trim(),
		)
	);
}

type SentenceStart = 'capital' | 'symbol' | 'no';

/** How the text at `pos` may begin a sentence: with a capital or digit, with a name like miR-200 or α-SMA, or not at all. */
function sentenceStart(prose: string, pos: number): SentenceStart {
	let at = pos;
	while (at < prose.length && (OPENERS.includes(prose[at] ?? '') || prose[at] === MARKUP)) {
		at++;
	}
	const char = prose[at] ?? '';
	if (char === OBJECT || /[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{So}\p{Cs}]/u.test(char)) {
		return 'capital';
	}
	const word = wordAfter(prose, at);
	return isLowerCaseName(word) ? 'symbol' : 'no';
}

/** miR-200, mTOR, p53, siRNA, α-SMA, c-MET, eIF4E: names of molecules keep their lower case at the start of a sentence. */
function isLowerCaseName(word: string): boolean {
	return (
		/^\p{Ll}{1,3}[-‐]?[\p{Lu}\p{N}]/u.test(word) ||
		/^[cpgmn]\.\d/.test(word) ||
		/^[\u03b1-\u03c9][-‐\p{Lu}\p{N}\p{Ll}]/u.test(word) ||
		/^(?:pan|anti|pre|post|non|cis|trans|del|ras|src|myc|kras|wnt|let|lnc|circ)[-‐]\p{L}*[\p{Lu}\p{N}]/u.test(word)
	);
}

/** Whether the sentence that begins at `start` opens with a bracket: "(This was not seen in controls.)". */
function opensSentence(prose: string, start: number): boolean {
	let pos = start;
	while (prose[pos] === MARKUP) {
		pos++;
	}
	return prose[pos] === '(' || prose[pos] === '[';
}

/** Reference numbers set without brackets, as in "NETs.1,2 These". */
function skipReferenceNumbers(prose: string, pos: number): number {
	const match = /^\d{1,3}(?:[,–-]\d{1,3})*(?=\s|$)/.exec(prose.slice(pos, pos + 40));
	return match && !/\d/.test(prose[pos - 2] ?? '') ? pos + match[0].length : pos;
}

/** Citations and closing tags after the full stop: "secretion. [@erler2009] LOX". */
function skipTrailingCitations(prose: string, pos: number): number {
	let end = pos;
	for (let at = pos; at < prose.length; at++) {
		const char = prose[at];
		if (char === CITATION) {
			end = at + 1;
		} else if (char !== MARKUP && !isSpace(char)) {
			break;
		}
	}
	return end;
}

interface Word {
	readonly text: string;
	readonly start: number;
}

/** The word that ends at `end`, without brackets and quotes around it, not reaching before `limit`. */
function wordBefore(prose: string, end: number, limit: number): Word {
	let last = end;
	while (last > limit && (isBlank(prose[last - 1]) || CLOSERS.includes(prose[last - 1] ?? ''))) {
		last--;
	}
	let start = last;
	while (start > limit && !isBlank(prose[start - 1]) && !OPENERS.includes(prose[start - 1] ?? '')) {
		start--;
	}
	return { text: prose.slice(start, last).replaceAll(MARKUP, ''), start };
}

function wordAfter(prose: string, pos: number): string {
	let start = pos;
	while (start < prose.length && (OPENERS.includes(prose[start] ?? '') || prose[start] === MARKUP)) {
		start++;
	}
	let end = start;
	while (end < prose.length && !isBlank(prose[end]) && end - start < 60) {
		end++;
	}
	return prose.slice(start, end);
}

function hasWords(prose: string, start: number, end: number): boolean {
	for (let pos = start; pos < end; pos++) {
		if (/[\p{L}\p{N}\ufffb]/u.test(prose[pos] ?? '')) {
			return true;
		}
	}
	return false;
}

function skipSpace(prose: string, pos: number): number {
	let next = pos;
	while (next < prose.length && isSpace(prose[next])) {
		next++;
	}
	return next;
}

/** Letters and marks of ASCII are told at once; nearly every character is one. */
const isSpace = (char: string | undefined): boolean =>
	char !== undefined && (char <= ' ' || char > '~') && /\s/.test(char);
const isBlank = (char: string | undefined): boolean => char === CITATION || isSpace(char);
