/**
 * Indexes that outlive a version of the list they were built for. One index covers most of the list and is kept; a small
 * second one covers what is new since. What was removed is skipped, until enough has changed to build afresh.
 */
import type { Collection, Entry, Numbering } from './collection';

export interface Layer<Index> {
	/** Speaks of entries by their position in the list it was built from. */
	readonly index: Index;
	/** The entries at those positions as they are now; `undefined` where an entry is gone. */
	readonly entries: readonly (Entry | undefined)[];
	/** The places of those entries in the list as it is now. */
	readonly places: Int32Array;
}

/** Builds an index in steps, so that a large list does not keep the host from answering. */
export type BuildInSteps<Index> = (entries: readonly Entry[]) => Generator<undefined, Index, undefined>;

export interface LayeredIndex<Index> {
	/** Builds what is left to build. */
	layersOf(collection: Collection): readonly Layer<Index>[];
	/** Whether `layersOf` has nothing left to build. */
	isReady(collection: Collection): boolean;
	/** Does the work of the first `layersOf` in steps. Several that do it at a time share the work. */
	prepare(collection: Collection): Generator<undefined, void, undefined>;
}

type Building<Index> = Generator<undefined, readonly Layer<Index>[], undefined>;

/** Fewer new entries than this never make an index worth building afresh. */
const FEW = 200;

interface Base<Index> {
	readonly index: Index;
	readonly size: number;
	/** Position by entry number, -1 where the entry is not in the index. */
	readonly positions: Int32Array;
}

export function createLayeredIndex<Index>(build: BuildInSteps<Index>): LayeredIndex<Index> {
	const bases = new WeakMap<Numbering, Base<Index>>();
	const cache = new WeakMap<Collection, readonly Layer<Index>[]>();
	const running = new WeakMap<Collection, Building<Index>>();

	function* layers(collection: Collection): Building<Index> {
		const { entries, numbering } = collection;
		let base = bases.get(numbering);
		let split = base && splitByBase(base, entries);
		if (!base || !split || split.fresh.length > Math.max(FEW, entries.length / 10) || split.kept < base.size / 2) {
			base = baseOf(entries, yield* build(entries));
			bases.set(numbering, base);
			split = splitByBase(base, entries);
		}
		const result = [{ index: base.index, entries: split.current, places: split.places }];
		if (split.fresh.length > 0) {
			const fresh = split.fresh.map(([entry]) => entry);
			const places = Int32Array.from(split.fresh, ([, place]) => place);
			result.push({ index: yield* build(fresh), entries: fresh, places });
		}
		cache.set(collection, result);
		running.delete(collection);
		return result;
	}

	/** The build that runs, whoever began it. */
	function buildingOf(collection: Collection): Building<Index> {
		const building = running.get(collection) ?? layers(collection);
		running.set(collection, building);
		return building;
	}

	return {
		layersOf: (collection) => cache.get(collection) ?? finish(buildingOf(collection)),
		isReady: (collection) => cache.has(collection),
		*prepare(collection) {
			while (!cache.has(collection) && !buildingOf(collection).next().done) yield;
		},
	};
}

function baseOf<Index>(entries: readonly Entry[], index: Index): Base<Index> {
	const highest = entries.reduce((most, entry) => Math.max(most, entry.number), -1);
	const positions = new Int32Array(highest + 1).fill(-1);
	entries.forEach((entry, position) => {
		positions[entry.number] = position;
	});
	return { index, size: entries.length, positions };
}

interface Split {
	readonly current: readonly (Entry | undefined)[];
	readonly places: Int32Array;
	readonly kept: number;
	/** New entries with their places. */
	readonly fresh: readonly (readonly [Entry, number])[];
}

function splitByBase(base: Base<unknown>, entries: readonly Entry[]): Split {
	const current: (Entry | undefined)[] = new Array(base.size).fill(undefined);
	const places = new Int32Array(base.size);
	const fresh: (readonly [Entry, number])[] = [];
	entries.forEach((entry, place) => {
		const position = base.positions[entry.number] ?? -1;
		if (position < 0) {
			fresh.push([entry, place]);
		} else {
			current[position] = entry;
			places[position] = place;
		}
	});
	return { current, places, kept: entries.length - fresh.length, fresh };
}

function finish<Result>(steps: Generator<undefined, Result, undefined>): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
