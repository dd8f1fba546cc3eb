import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOLDS, groupBy, type SentenceRecord } from './claimsCorpus';

/** Scores of the corpus' own reference model (`score/ref_lr.mjs`, setting b) by id, each from a model that saw other folds. */
export function crossValidateReference(
	corpus: string,
	records: readonly SentenceRecord[],
	folds: ReadonlyMap<string, number>,
): Map<string, number> {
	const scores = new Map<string, number>();
	const folder = mkdtempSync(join(tmpdir(), 'claims-reference-'));
	try {
		for (let fold = 0; fold < FOLDS; fold++) {
			const [seen, unseen, out] = ['seen', 'unseen', 'out.jsonl'].map((name) => join(folder, `${fold}-${name}`));
			if (!seen || !unseen || !out) continue;
			for (const path of [seen, unseen]) mkdirSync(path);
			for (const [doc, own] of groupBy(records, (record) => record.doc)) {
				const lines = own.map((record) => `${JSON.stringify(record)}\n`).join('');
				writeFileSync(join(folds.get(doc) === fold ? unseen : seen, `${doc}.jsonl`), lines);
			}
			const script = join(corpus, 'score', 'ref_lr.mjs');
			execFileSync(process.execPath, [script, '--dev', seen, '--test', unseen, '--setting', 'b', '--out', out]);
			for (const line of readFileSync(out, 'utf8').split('\n').filter(Boolean)) {
				const { id, score } = JSON.parse(line) as { id: string; score: number };
				scores.set(id, score);
			}
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
	return scores;
}
