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
