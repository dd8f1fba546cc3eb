import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateCitations } from '../../evaluate/citations';
import type { Given } from '../given';

import { type Row, times } from '../table';

/** How well references are ranked for a sentence, on what authors cited. Nothing without the corpus. */
export async function rankingRows({ corpusFolder }: Given): Promise<readonly Row[]> {
	const queries = join(corpusFolder, 'citations/queries.jsonl');
	const candidates = join(corpusFolder, 'citations/candidates');
	if (!existsSync(queries) || !existsSync(candidates)) {
		console.error(`no citations in ${corpusFolder}: the ranking is not measured`);
		return [];
	}
	const evaluation = evaluateCitations(queries, candidates);
	const own = evaluation.quality(evaluation.rankings('others'));
	const baseline = evaluation.quality(evaluation.baseline);
	const row = (name: string, figure: 'recall5' | 'reciprocalRank'): Row => ({
		what: `Ranking references for a sentence, ${name}, beside BM25`,
		result: `${own[figure].toFixed(3)}, ${times(own[figure] / baseline[figure])} the baseline`,
		detail: `baseline ${baseline[figure].toFixed(3)}; ${own.queries} citing sentences of the corpus that the weights were fitted to`,
		bar: { text: 'above the baseline', met: own[figure] > baseline[figure] },
		headline: true,
	});
	return [row('R@5', 'recall5'), row('MRR', 'reciprocalRank')];
}
