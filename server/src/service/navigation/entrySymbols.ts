import type { FileEntry } from '../bibliography/bibliography';
import type { EntryText } from '../bibliography/entry';
import { shortCitation } from '../bibliography/formatReference';
import type { Range } from '../text/range';

/** An entry as an outline lists it. */
export interface EntrySymbol {
	/** "Kaplan et al. 2005". */
	readonly name: string;
	/** Its key and title. */
	readonly detail: string;
	readonly range: Range;
	readonly keyRange: Range;
}

/** Kept with the entry's text, which stays the same while it is unchanged. */
const names = new WeakMap<EntryText, { readonly name: string; readonly detail: string }>();

/** `undefined` for what is no entry: `@string`, `@comment`. Reading an entry takes some tens of microseconds. */
export function symbolOf(entry: FileEntry): EntrySymbol | undefined {
	if (entry.text.kind !== 'entry') {
		return undefined;
	}
	let words = names.get(entry.text);
	if (!words) {
		const reference = entry.read({ abstract: false });
		const detail = [entry.key, reference.title ?? ''].filter((part) => part !== '').join(' · ');
		words = { name: shortCitation(reference).trim() || entry.key || 'Entry without a key', detail };
		names.set(entry.text, words);
	}
	return { ...words, range: entry.range, keyRange: entry.keyRange };
}
