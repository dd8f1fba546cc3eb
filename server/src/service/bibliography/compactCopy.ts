/**
 * An equal string that shares no memory with the one it was cut from, and takes one byte per character if that is enough.
 * A slice would keep the whole text of its version alive: a file edited for hours would be held many times over, and one
 * typographic quotation mark in it would double its size. Decoding is the fastest way to make a string anew in plain
 * JavaScript; every engine builds its result from single characters.
 */
export function compactCopy(text: string): string {
	return decodeURIComponent(`%20${text.replaceAll('%', '%25')}`).slice(1);
}
