/** Which references are the same work: by DOI, PMID, PMCID, or title and year. */
import { fold } from './fold';
import { type IdentifierKind, normalIdentifier } from './identifiers';
import type { Reference } from './reference';

/** What tells a work from others. Two references that share one mark are the same work. */
export function marksOf(reference: Reference): readonly string[] {
	const marks: string[] = [];
	for (const kind of ['doi', 'pmid', 'pmcid'] as const) {
		const written = reference[kind];
		const mark = written === undefined ? undefined : identifierMark(kind, written);
		if (mark !== undefined) marks.push(mark);
	}
	const title = titleMark(reference);
	if (title !== undefined) marks.push(title);
	return marks;
}

export function identifierMark(kind: IdentifierKind, written: string): string | undefined {
	const normal = normalIdentifier(kind, written);
	return normal === undefined ? undefined : `${kind}:${normal}`;
}

/** Short titles ("Introduction", "Editorial") are shared by many works. */
const SHORTEST_TITLE = 20;

function titleMark({ title, year }: Reference): string | undefined {
	if (title === undefined || title.length < SHORTEST_TITLE) return undefined;
	const ascii = fold(title).replace(/[^a-z0-9\u0080-\uffff]+/g, '');
	// Most titles are done by now, and asking Unicode about each character is slow.
	const letters = /[^a-z0-9]/.test(ascii) ? ascii.replace(/[^\p{L}\p{N}]+/gu, '') : ascii;
	return letters.length < SHORTEST_TITLE ? undefined : `${letters}${year ?? ''}`;
}

/** Hashes of all marks in order, with the positions of their references: a hit must be checked with `marksOf`. */
export class IdentityIndex {
	constructor(
		private readonly hashes: Uint32Array,
		private readonly positions: Uint32Array,
	) {}

	/** Positions of references that may bear the mark, in the order they were added. */
	candidates(mark: string): readonly number[] {
		return this.withHash(hashOf(mark));
	}

	withHash(hash: number): readonly number[] {
		const positions: number[] = [];
		let from = 0;
		let to = this.hashes.length;
		while (from < to) {
			const middle = (from + to) >> 1;
			if ((this.hashes[middle] ?? 0) < hash) from = middle + 1;
			else to = middle;
		}
		for (; this.hashes[from] === hash; from++) positions.push(this.positions[from] ?? 0);
		return positions;
	}

	/** Each hash with the positions of the references that bear it. */
	*all(): Iterable<{ readonly hash: number; readonly positions: readonly number[] }> {
		for (let from = 0; from < this.hashes.length; ) {
			const hash = this.hashes[from] ?? 0;
			let to = from + 1;
			while (to < this.hashes.length && this.hashes[to] === hash) to++;
			yield { hash, positions: [...this.positions.subarray(from, to)] };
			from = to;
		}
	}

	/** Positions of references that may be the same work, in groups of two or more. */
	collisions(): readonly (readonly number[])[] {
		const { hashes, positions } = this;
		const groups: (readonly number[])[] = [];
		for (let from = 0; from < hashes.length; ) {
			let to = from + 1;
			while (to < hashes.length && hashes[to] === hashes[from]) to++;
			if (to > from + 1) groups.push([...positions.subarray(from, to)]);
			from = to;
		}
		return groups;
	}
}

/** More positions than an index has; with 32 bits of hash they fit the 53 bits of an exact number. */
const POSITIONS = 2 ** 21;

export class IdentityIndexBuilder {
	/** Hash and position in one number, which sorts by both. */
	private readonly marks: number[] = [];
	private count = 0;

	add(reference: Reference): void {
		for (const mark of marksOf(reference)) this.marks.push(hashOf(mark) * POSITIONS + this.count);
		this.count++;
	}

	build(): IdentityIndex {
		const sorted = Float64Array.from(this.marks).sort();
		return new IdentityIndex(
			Uint32Array.from(sorted, (mark) => Math.floor(mark / POSITIONS)),
			Uint32Array.from(sorted, (mark) => mark % POSITIONS),
		);
	}
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}
