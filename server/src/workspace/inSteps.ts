/** Time between two pauses, in milliseconds: a hover that arrives meanwhile waits no longer. */
const LONGEST_STEP = 10;

/** Does work in steps, and lets other requests be answered between them. */
export async function inSteps<Result>(work: Iterator<unknown, Result, undefined>): Promise<Result> {
	let pauseAt = Date.now() + LONGEST_STEP;
	for (let step = work.next(); ; step = work.next()) {
		if (step.done) {
			return step.value;
		}
		if (Date.now() >= pauseAt) {
			await new Promise((resolve) => setTimeout(resolve, 0));
			pauseAt = Date.now() + LONGEST_STEP;
		}
	}
}

/** What a function gives for each of many items, all together, worked out in steps. */
export function collectInSteps<Item, Result>(
	items: readonly Item[],
	collect: (item: Item) => readonly Result[],
): Promise<Result[]> {
	return inSteps(collecting(items, collect));
}

function* collecting<Item, Result>(
	items: readonly Item[],
	collect: (item: Item) => readonly Result[],
): Generator<undefined, Result[], undefined> {
	const results: Result[] = [];
	for (const item of items) {
		results.push(...collect(item));
		yield;
	}
	return results;
}
