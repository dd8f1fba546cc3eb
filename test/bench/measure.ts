/** Elapsed time in milliseconds of one piece of work. */
export async function time(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/**
 * Runs the contestants in turns, round after round, so that what else the machine does falls on all of them alike. The
 * first rounds warm up and are not counted.
 *
 * @returns the milliseconds of each contestant's counted rounds
 */
export async function interleave<Name extends string>(
	{ rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
	contestants: Readonly<Record<Name, (round: number) => unknown>>,
): Promise<Record<Name, number[]>> {
	const names = namesOf(contestants);
	const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
	for (let round = 0; round < warmUp + rounds; round++) {
		for (const name of names) {
			const elapsed = await time(() => contestants[name](round));
			if (round >= warmUp) {
				times[name].push(elapsed);
			}
		}
	}
	return times;
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
	return Object.keys(record) as Name[];
}

/** The value below which the given share of the values lie, by the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** Bytes of the heap in use after all garbage is collected. The process must run with `--expose-gc`. */
export function heapUsed(): number {
	if (!globalThis.gc) {
		throw new Error('the heap can only be measured with --expose-gc');
	}
	// Twice: the first collection may only queue what weak references held.
	globalThis.gc();
	globalThis.gc();
	return process.memoryUsage().heapUsed;
}
