import type { ReviewService, Snapshot } from '../service';
import { inSteps } from '../workspace/inSteps';

/** Ranking references by how they fit a sentence needs an index over all of them, which is made while nobody waits. */
export interface RankingPreparation {
	/** Whether it is there. If not, it is begun. */
	isReady(snapshot: Snapshot): boolean;
	/** When it is there, however large the library is. */
	whenReady(snapshot: Snapshot): Promise<void>;
}

/** Above this, typing goes without: it would take seconds and half a gigabyte. */
const MOST_PREPARED = 20_000;

export function createRankingPreparation(service: ReviewService): RankingPreparation {
	const ready = new WeakSet<object>();
	const running = new WeakMap<object, Promise<void>>();

	async function prepare(snapshot: Snapshot): Promise<void> {
		await inSteps(service.citing.prepareRanking(snapshot));
		for (const collection of collectionsOf(snapshot)) {
			ready.add(collection);
		}
	}

	const missing = (snapshot: Snapshot): object | undefined =>
		collectionsOf(snapshot).find((collection) => !ready.has(collection));

	return {
		isReady(snapshot) {
			const first = missing(snapshot);
			const size = snapshot.library.bibliographies.reduce((sum, { entries }) => sum + entries.length, 0);
			if (first && size <= MOST_PREPARED && !running.has(first)) {
				running.set(
					first,
					prepare(snapshot).finally(() => running.delete(first)),
				);
			}
			return first === undefined;
		},
		async whenReady(snapshot) {
			if (missing(snapshot)) {
				await prepare(snapshot);
			}
		},
	};
}

function collectionsOf({ library }: Snapshot): readonly object[] {
	return [...library.bibliographies, library.builtIns];
}
