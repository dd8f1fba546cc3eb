/** Random choices that are the same in every run. */
export interface Random {
	/** An integer from 0 up to, but not including, `limit`. */
	below(limit: number): number;
	of<Item>(items: readonly Item[]): Item;
}

/** The generator "mulberry32": small, even enough for choosing among texts, and the same on every machine. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const below = (limit: number): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let value = Math.imul(state ^ (state >>> 15), state | 1);
		value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
		return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * limit);
	};
	return {
		below,
		of(items) {
			const item = items[below(items.length)];
			if (item === undefined) {
				throw new Error('there is nothing to choose from');
			}
			return item;
		},
	};
}
