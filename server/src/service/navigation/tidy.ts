import type { Bibliography, FileEntry } from '../bibliography/bibliography';
import { parentKeysOf } from '../bibliography/removeEntry';
import { mentionsOf } from '../mentions';
import type { BibliographySnapshot } from '../snapshot';

/** A bibliography put in order. */
export interface TidyBibliography {
	readonly text: string;
	/** The keys of the entries that were left out, in the order of the file. */
	readonly removed: readonly string[];
	/** Whether entries have changed places. */
	readonly sorted: boolean;
}

/** A block with the comments that stand above it. */
interface Piece {
	readonly place: number;
	readonly block: FileEntry;
	readonly text: string;
}

/**
 * Sorts the entries of a BibTeX file by key and leaves out those that are not used. Comments stay above the entry they
 * stand above; definitions (`@string`, `@preamble`) come first; entries that others take fields from come last, where
 * BibTeX wants them, and are never left out. Without a manuscript that uses the file all entries count as used.
 *
 * @returns `undefined` for other formats
 */
export function tidied(snapshot: BibliographySnapshot): TidyBibliography | undefined {
	const { bibliography, manuscripts } = snapshot;
	if (bibliography.format !== 'bibtex') {
		return undefined;
	}
	const isMentioned = mentionsOf(snapshot);
	const isUsed = (entry: FileEntry): boolean => manuscripts.length === 0 || isMentioned(entry);
	const { top, pieces, foot } = piecesOf(bibliography);
	const parents = parentKeysOf(bibliography);
	const isEntry = ({ block }: Piece): boolean => block.text.kind === 'entry' || block.text.kind === 'xdata';
	const isParent = ({ block }: Piece): boolean => block.text.kind === 'xdata' || parents.has(block.key);
	const firstEntry = pieces.findIndex(isEntry);
	const isFront = ({ place, block }: Piece): boolean => block.text.kind === 'string' || place < firstEntry;
	const others = pieces.filter((piece) => !isEntry(piece));
	const entries = pieces.filter(isEntry);
	const kept = entries.filter((piece) => isParent(piece) || isUsed(piece.block));
	const order = [
		...others.filter(isFront),
		...kept.filter((piece) => !isParent(piece)).sort(byKey),
		...kept.filter(isParent).sort(byKey),
		...others.filter((piece) => !isFront(piece)),
	];
	const keptPlaces = new Set(kept.map(({ place }) => place));
	const texts = [top, ...order.map(({ text }) => text), foot].filter((text) => text !== '');
	return {
		text: texts.length === 0 ? '' : `${texts.join('\n\n')}\n`,
		removed: entries.filter(({ place }) => !keptPlaces.has(place)).map(({ block }) => block.key),
		sorted: order.some(({ place }, index) => place < (order[index - 1]?.place ?? 0)),
	};
}

/** A comment belongs to the block under it; at the top of the file only without a blank line between. */
function piecesOf({ head, blocks }: Bibliography): {
	readonly top: string;
	readonly pieces: readonly Piece[];
	readonly foot: string;
} {
	const gap = Math.max(head.lastIndexOf('\n\n'), head.lastIndexOf('\n\r\n'));
	const top = gap < 0 ? '' : head.slice(0, gap).trim();
	const pieces: Piece[] = [];
	let above = (gap < 0 ? head : head.slice(gap)).trim();
	for (const [place, block] of blocks.entries()) {
		pieces.push({ place, block, text: above === '' ? block.source : `${above}\n${block.source}` });
		above = block.text.source.slice(block.text.end).trim();
	}
	return { top, pieces, foot: above };
}

/** By key as people read: "Aa" beside "aa", "a2" before "a10". */
const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function byKey(a: Piece, b: Piece): number {
	return compare(a.block.key, b.block.key);
}
