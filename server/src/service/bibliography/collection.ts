import type { ReferenceParts } from './format';
import type { Reference } from './reference';

/**
 * Hands out the numbers of one list of references through all its versions. What is unchanged keeps its number, so an
 * index built for one version serves the next.
 */
export class Numbering {
	private count = 0;

	next(): number {
		return this.count++;
	}
}

/** One reference in a list, the writer's own or built-in. Reading it costs time, so it is read when asked for. */
export interface Entry {
	readonly origin: 'own' | 'built-in';
	/** Unique in its list, and the same in every version of the list as long as the reference stays the same. */
	readonly number: number;
	/** Empty for an entry without a key: it is listed and cannot be cited. */
	readonly key: string;
	/** Further keys it answers to (`ids` in BibLaTeX). */
	readonly aliases: readonly string[];
	/** Read on first use and kept. */
	readonly reference: Reference;
	/** Whether its text may hold all these folded words: a look at the source, which is much faster than reading it. */
	mayContain(words: readonly string[]): boolean;
	/** Reads without keeping, for passes over a whole library. */
	read(parts: ReferenceParts): Reference;
}

/** References in the order of their source. */
export interface Collection<Item extends Entry = Entry> {
	readonly numbering: Numbering;
	readonly entries: readonly Item[];
}
