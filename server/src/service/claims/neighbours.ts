import type { SentenceReading } from './reading';

/** How much the words of the sentences beside a sentence call for references, each as its distance from `typical`. */
export interface NeighbourNeeds {
	readonly previous: number;
	readonly next: number;
	/** The mean of all others of the paragraph. */
	readonly others: number;
}

/** A missing neighbour counts as typical. `total` is the sum of `need` over the whole paragraph. */
export function neighbourNeeds(
	readings: readonly SentenceReading[],
	index: number,
	total: number,
	typical: number,
): NeighbourNeeds {
	const beyond = (at: number) => (readings[at]?.need ?? typical) - typical;
	const others = readings.length - 1;
	return {
		previous: beyond(index - 1),
		next: beyond(index + 1),
		others: others > 0 ? (total - (readings[index]?.need ?? 0)) / others - typical : 0,
	};
}

export function totalNeed(readings: readonly SentenceReading[]): number {
	let total = 0;
	for (const { need } of readings) total += need;
	return total;
}
