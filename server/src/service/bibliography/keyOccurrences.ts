import { type Article, blockAt, type Citation, citationsIn, citationsOf } from '../article/article';
import { citationKeyText, scanCitationKey } from '../article/citationKey';
import { type Range, touches } from '../text/range';
import type { Bibliography, FileEntry } from './bibliography';
import { inlineReferences } from './inlineReferences';

/** A citation key where it is written. */
export interface KeyOccurrence {
	readonly key: string;
	/** In a manuscript from the `@` to the end of the key, braces included; in a bibliography the key alone. */
	readonly range: Range;
	/** Cited, or in a bibliography: an entry's key, a further key of an entry, an entry that another takes fields from. */
	readonly kind: 'citation' | 'entry' | 'alias' | 'parent';
	/** The entry it is written in, in a bibliography. */
	readonly entry?: FileEntry;
}

/** The key under an offset of a manuscript: of a citation, or of a reference that its front matter lists. */
export function keyInArticle(article: Article, offset: number): KeyOccurrence | undefined {
	const block = blockAt(article, offset);
	const isCitation = ({ key, mode }: Citation): boolean => mode !== 'author-in-text' || !article.examples.has(key);
	const citations = block ? [...citationsIn(block)].filter(isCitation).map(citation) : citedInFrontMatter(article);
	return (
		citations.find(({ range }) => touches(range, offset)) ??
		inlineReferences(article)
			.map((bibliography) => keyInBibliography(bibliography, offset))
			.find((found) => found !== undefined)
	);
}

/** Where a manuscript cites a key, in the order of the text. */
export function citationsOfKey(article: Article, key: string): readonly KeyOccurrence[] {
	const inText = citationsOf(article).map(citation);
	return [...citedInFrontMatter(article), ...inText].filter((occurrence) => occurrence.key === key);
}

function citation({ key, keyRange }: { readonly key: string; readonly keyRange: Range }): KeyOccurrence {
	return { key, range: keyRange, kind: 'citation' };
}

/** `nocite: "@a, @b"`, and citations in an abstract that stands in the front matter. */
function citedInFrontMatter({ text, frontMatter }: Article): readonly KeyOccurrence[] {
	const found: KeyOccurrence[] = [];
	const limit = frontMatter?.range.end ?? 0;
	for (let at = text.indexOf('@'); at >= 0 && at < limit; at = text.indexOf('@', at + 1)) {
		const end = scanCitationKey(text, at);
		if (end > 0 && end <= limit) {
			found.push({ key: citationKeyText(text, at, end), range: { start: at, end }, kind: 'citation' });
		}
	}
	return found;
}

/** The block of a bibliography that holds an offset. */
export function entryAt({ blocks }: Bibliography, offset: number): FileEntry | undefined {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	const block = blocks[low - 1];
	return block && offset <= block.range.end ? block : undefined;
}

/** The key under an offset of a bibliography. */
export function keyInBibliography(bibliography: Bibliography, offset: number): KeyOccurrence | undefined {
	const block = entryAt(bibliography, offset);
	return block && keysIn(block).find(({ range }) => touches(range, offset));
}

/** Where a bibliography writes a key: as that of an entry, or where another entry refers to it. */
export function keyUsesIn(bibliography: Bibliography, key: string): readonly KeyOccurrence[] {
	return bibliography.blocks.flatMap((block) =>
		block.key === key || block.text.uses.some(({ name }) => name === key)
			? keysIn(block).filter((occurrence) => occurrence.key === key)
			: [],
	);
}

function keysIn(block: FileEntry): readonly KeyOccurrence[] {
	const { kind, uses } = block.text;
	const own: KeyOccurrence[] =
		block.key !== '' && (kind === 'entry' || kind === 'xdata')
			? [{ key: block.key, range: block.keyRange, kind: 'entry', entry: block }]
			: [];
	const others = uses.flatMap((use): readonly KeyOccurrence[] =>
		use.kind === 'string'
			? []
			: [
					{
						key: use.name,
						range: { start: block.start + use.start, end: block.start + use.end },
						kind: use.kind,
						entry: block,
					},
				],
	);
	return [...own, ...others];
}
