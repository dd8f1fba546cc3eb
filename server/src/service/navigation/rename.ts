import type { Article } from '../article/article';
import type { Bibliography, FileEntry } from '../bibliography/bibliography';
import { citationsOfKey, keyUsesIn } from '../bibliography/keyOccurrences';
import type { TextEdit } from '../text/range';
import { citedAs, writtenIn } from './keyText';

/** The citations of a key in a manuscript, under a new one. Braces stay, and come where the new key needs them. */
export function citationsRenamed(article: Article, key: string, newKey: string): readonly TextEdit[] {
	return citationsOfKey(article, key).flatMap(({ range }) => {
		const newText = citedAs(newKey, article.text[range.start + 1] === '{');
		return newText === undefined ? [] : [{ range, newText }];
	});
}

/**
 * An entry's key, and the mentions of it by entries that take fields from it, under a new one.
 *
 * @returns `undefined` where the key is written in a way that leaves doubt about its place
 */
export function entryRenamed(
	bibliography: Bibliography,
	entry: FileEntry,
	key: string,
	newKey: string,
): readonly TextEdit[] | undefined {
	const uses = keyUsesIn(bibliography, key);
	const own = uses.find((use) => use.entry === entry && use.kind !== 'parent');
	const newText = own && writtenIn(bibliography.format, own, newKey);
	if (!own || newText === undefined) {
		return undefined;
	}
	// Of several entries with one key, nobody can say which one the others mean.
	const isOnly = uses.filter(({ kind }) => kind === 'entry').length <= 1;
	const parents = isOnly && own.kind === 'entry' ? uses.filter(({ kind }) => kind === 'parent') : [];
	return [{ range: own.range, newText }, ...parents.map(({ range }) => ({ range, newText: newKey }))];
}
