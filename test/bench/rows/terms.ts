import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given } from '../given';

import { interleave, median } from '../measure';
import { loadTermPeers } from '../peers';
import { runProcess } from '../processes/result';
import { duration, megabytes, type Row, times } from '../table';
import { surfaceForms, termCounter, termDataOf } from '../termSearch';

const SIZE = 100_000;
const FORMS = [500, 5_000, 20_000];
const ROUNDS = { rounds: 25, warmUp: 8 };

/** Finding terms beside an Aho-Corasick search for the same forms, which sees no plural, hyphen or Greek letter. */
export async function termRows({ engine, manuscripts }: Given): Promise<readonly Row[]> {
	const peers = await loadTermPeers();
	const texts = Array.from({ length: ROUNDS.rounds + ROUNDS.warmUp }, (_, seed) => manuscripts.make(SIZE, 100 + seed));
	const folder = mkdtempSync(join(tmpdir(), 'metascribe-bench-'));
	const rows: Row[] = [];
	for (const count of FORMS) {
		const forms = surfaceForms(engine.knowledge, count);
		const countTerms = termCounter(termDataOf(forms));
		const automaton = peers.buildAutomaton(forms);
		const taken = await interleave(ROUNDS, {
			own: (round) => countTerms(texts[round] ?? ''),
			words: (round) => automaton.countWords(texts[round] ?? ''),
			raw: (round) => automaton.countRaw(texts[round] ?? ''),
		});
		rows.push(searchRow(count, taken), memoryRow(count, folder, forms, texts[0] ?? ''));
	}
	rmSync(folder, { recursive: true });
	return rows;
}

function searchRow(
	count: number,
	{ own, words, raw }: Readonly<Record<'own' | 'words' | 'raw', readonly number[]>>,
): Row {
	const ratio = median(words) / median(own);
	return {
		what: `Terms in 100 kB, ${count} surface forms, beside @monyone/aho-corasick`,
		result: `${times(ratio)} as fast`,
		detail: `${duration(median(own))}; whole words ${duration(median(words))}, raw matches ${duration(median(raw))}`,
		bar: { text: 'not slower', met: ratio >= 1 },
		...(count === FORMS.at(-1) && { headline: true }),
	};
}

function memoryRow(count: number, folder: string, forms: readonly string[], text: string): Row {
	const formsFile = join(folder, 'forms.json');
	const textFile = join(folder, 'manuscript.md');
	writeFileSync(formsFile, JSON.stringify(forms));
	writeFileSync(textFile, text);
	const run = (which: string): Record<'heap' | 'milliseconds' | 'matches', number> =>
		runProcess('terms', [which, formsFile, textFile]);
	const own = run('metascribe');
	const theirs = run('ahoCorasick');
	return {
		what: `Memory for ${count} surface forms, beside @monyone/aho-corasick`,
		result: `${times(own.heap / theirs.heap)} the heap`,
		detail: `${megabytes(own.heap)}, ready and searched once in ${duration(own.milliseconds)}, ${own.matches} found; ${megabytes(theirs.heap)}, ${duration(theirs.milliseconds)}, ${theirs.matches} found`,
	};
}
