/** So many words are sorted in a few milliseconds. */
const RUN = 8192;

/** Sorts words by UTF-16 units, as `Array.sort` does, in steps of a few milliseconds: short runs first, then merged. */
export function* sortInSteps(words: readonly string[]): Generator<undefined, readonly string[], undefined> {
	let runs: (readonly string[])[] = [];
	for (let start = 0; start < words.length; start += RUN) {
		runs.push(words.slice(start, start + RUN).sort());
		yield;
	}
	while (runs.length > 1) {
		const merged: (readonly string[])[] = [];
		for (let pair = 0; pair < runs.length; pair += 2) {
			merged.push(yield* merge(runs[pair] ?? [], runs[pair + 1] ?? []));
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merge(a: readonly string[], b: readonly string[]): Generator<undefined, readonly string[], undefined> {
	if (b.length === 0) return a;
	const merged: string[] = [];
	let [fromA, fromB] = [0, 0];
	let nextA = a[0];
	let nextB = b[0];
	while (nextA !== undefined || nextB !== undefined) {
		if (nextB === undefined || (nextA !== undefined && nextA <= nextB)) {
			merged.push(nextA ?? '');
			nextA = a[++fromA];
		} else {
			merged.push(nextB);
			nextB = b[++fromB];
		}
		if (merged.length % RUN === 0) yield;
	}
	return merged;
}
