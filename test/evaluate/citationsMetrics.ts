import type { CitationQuery } from './citationsCorpus';

/** How well rankings find what the authors cited: means over the queries. */
export interface RankingQuality {
	readonly queries: number;
	/** Share of the cited works among the first 1, 5 and 10. */
	readonly recall1: number;
	readonly recall5: number;
	readonly recall10: number;
	/** One over the rank of the first cited work. */
	readonly reciprocalRank: number;
}

/** @param rankings ids by query, best first; what a ranking does not list counts as ranked last */
export function qualityOf(
	queries: readonly CitationQuery[],
	rankings: ReadonlyMap<string, readonly string[]>,
	candidates: (doc: string) => number,
): RankingQuality {
	const ranks = queries.map(({ id, doc, gold }) => {
		const places = new Map((rankings.get(id) ?? []).map((key, index) => [key, index + 1]));
		return gold.map((key) => places.get(key) ?? candidates(doc));
	});
	const mean = (of: (ranks: readonly number[]) => number): number =>
		ranks.reduce((sum, each) => sum + of(each), 0) / Math.max(1, ranks.length);
	const recall = (limit: number): number =>
		mean((each) => each.filter((rank) => rank <= limit).length / Math.max(1, each.length));
	return {
		queries: queries.length,
		recall1: recall(1),
		recall5: recall(5),
		recall10: recall(10),
		reciprocalRank: mean((each) => 1 / Math.min(...each)),
	};
}
