import { citationsOf } from '../article/article';
import { keyInBibliography } from '../bibliography/keyOccurrences';
import type { BibliographySnapshot } from '../snapshot';
import type { Range } from '../text/range';
import { escapeMarkdown } from './markdown';
import { renderReference } from './render';

/** In a bibliography: the reference whose key is at the offset, as the hover over its citations shows it. */
export function entryHoverAt(
	{ bibliography, manuscripts }: BibliographySnapshot,
	offset: number,
): { readonly markdown: string; readonly range: Range } | undefined {
	const found = keyInBibliography(bibliography, offset);
	const entry = found?.kind === 'parent' ? bibliography.entries.findLast(({ key }) => key === found.key) : found?.entry;
	if (!found || entry?.text.kind !== 'entry') {
		return undefined;
	}
	const counts = manuscripts
		.map((article) => citationsOf(article).filter(({ key }) => key === entry.key).length)
		.filter((count) => count > 0);
	const times = counts.reduce((sum, count) => sum + count, 0);
	const where = counts.length === 1 ? 'one manuscript' : `${counts.length} manuscripts`;
	const foot = times === 0 ? '' : `Cited ${times === 1 ? 'once' : `${times} times`} in ${where}`;
	return {
		markdown: [renderReference(entry.reference), foot && `---\n${escapeMarkdown(foot)}`].filter(Boolean).join('\n\n'),
		range: found.range,
	};
}
