/** The form in which words are compared: without case, diacritics or typographic variants. */

/** Letters that Unicode does not take apart, in the spelling people type. */
const letters: ReadonlyMap<string, string> = new Map([
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['ł', 'l'],
	['đ', 'd'],
	['ð', 'd'],
	['þ', 'th'],
	['ı', 'i'],
	['ħ', 'h'],
	['ŋ', 'n'],
	['ſ', 's'],
]);

const beyondAscii = /[^ -~\s]/;

export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (!beyondAscii.test(lower)) return lower;
	return lower
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[ßæœøłđðþıħŋſ]/g, (letter) => letters.get(letter) ?? letter);
}

/** The words of a folded text: runs of letters and digits. */
export function foldedWords(folded: string): readonly string[] {
	return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Tells letters and digits from everything else by UTF-16 unit, asking Unicode once for each. */
export class WordCharacters {
	/** 0 not asked yet, 1 part of words, 2 not. */
	private readonly known = new Uint8Array(0x10000);

	has(code: number): boolean {
		const known = this.known[code] ?? 0;
		if (known > 0) return known === 1;
		// Half a pair is taken for a letter: what lies beyond 16 bits is mostly rare scripts.
		const isWord = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
		this.known[code] = isWord ? 1 : 2;
		return isWord;
	}

	/** The end of the run of word characters that starts at `start`; `start` itself where none does. */
	endOfWord(text: string, start: number): number {
		let end = start;
		while (end < text.length && this.has(text.charCodeAt(end))) end++;
		return end;
	}
}
