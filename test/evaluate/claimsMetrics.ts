import { groupBy } from './claimsCorpus';

/** A scored sentence: `worthy` is the label it is measured against. */
export interface Scored {
	readonly doc: string;
	readonly worthy: boolean;
	readonly score: number;
}

export interface RankingMeasures {
	readonly count: number;
	readonly base: number;
	/** Average precision; ties share their place. */
	readonly averagePrecision: number;
	/** Best precision at a recall of at least 0.3 and 0.5. */
	readonly precisionAt30: number;
	readonly precisionAt50: number;
	readonly bestF1: number;
	readonly bestThreshold: number;
}

export function measureRanking(rows: readonly Scored[]): RankingMeasures {
	const sorted = [...rows].sort((a, b) => b.score - a.score);
	const worthy = rows.filter((row) => row.worthy).length;
	let [found, averagePrecision, precisionAt30, precisionAt50, bestF1, bestThreshold, lastRecall] = [
		0, 0, 0, 0, 0, 0, 0,
	];
	for (const [i, row] of sorted.entries()) {
		if (row.worthy) found++;
		if (sorted[i + 1]?.score === row.score) continue;
		const [precision, recall] = [found / (i + 1), worthy ? found / worthy : 0];
		averagePrecision += (recall - lastRecall) * precision;
		lastRecall = recall;
		if (recall >= 0.3) precisionAt30 = Math.max(precisionAt30, precision);
		if (recall >= 0.5) precisionAt50 = Math.max(precisionAt50, precision);
		const f1 = found ? (2 * found) / (i + 1 + worthy) : 0;
		if (f1 > bestF1) [bestF1, bestThreshold] = [f1, row.score];
	}
	const base = rows.length ? worthy / rows.length : 0;
	return { count: rows.length, base, averagePrecision, precisionAt30, precisionAt50, bestF1, bestThreshold };
}

export interface ThresholdMeasures {
	readonly precision: number;
	readonly recall: number;
	readonly f1: number;
}

export function measureThreshold(rows: readonly Scored[], threshold: number): ThresholdMeasures {
	const flagged = rows.filter((row) => row.score >= threshold);
	const right = flagged.filter((row) => row.worthy).length;
	const worthy = rows.filter((row) => row.worthy).length;
	return {
		precision: flagged.length ? right / flagged.length : 0,
		recall: worthy ? right / worthy : 0,
		f1: right ? (2 * right) / (flagged.length + worthy) : 0,
	};
}

/** The 95 % interval of a measure when whole documents are drawn with replacement, by a fixed sequence of draws. */
export function bootstrap<T extends { readonly doc: string }>(
	rows: readonly T[],
	measure: (drawn: readonly T[]) => number,
	draws = 200,
): readonly [number, number] {
	const byDocument = [...groupBy(rows, (row) => row.doc).values()];
	const random = sequence(12345);
	const values = Array.from({ length: draws }, () =>
		measure(byDocument.flatMap(() => byDocument[Math.floor(random() * byDocument.length)] ?? [])),
	).sort((a, b) => a - b);
	const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;
	return [at(0.025), at(0.975)];
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function sequence(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
