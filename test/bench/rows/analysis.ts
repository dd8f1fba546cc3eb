import type { Given } from '../given';
import { interleave, median } from '../measure';
import { loadProsePeers } from '../peers';
import { digits, duration, type Row, times } from '../table';

const SIZE = 100_000;
const ROUNDS = { rounds: 11, warmUp: 4 };

/** Everything Metascribe has to say about a manuscript, beside what other prose tools take for theirs. */
export async function analysisRows({ engine, manuscripts }: Given): Promise<readonly Row[]> {
	const peers = await loadProsePeers();
	const texts = Array.from({ length: ROUNDS.rounds + ROUNDS.warmUp }, (_, seed) => manuscripts.make(SIZE, seed));
	const text = (round: number): string => texts[round] ?? '';
	const taken = await interleave(ROUNDS, {
		metascribe: (round) => engine.analyse(text(round)),
		retext: (round) => peers.analyseWithRetext(text(round)),
		'write-good': (round) => peers.analyseWithWriteGood(text(round)),
		'textlint without rules': (round) => peers.parseWithTextlint(text(round)),
		'textlint with the write-good rule': (round) => peers.analyseWithTextlint(text(round)),
	});
	const { metascribe, ...others } = taken;
	const { terms, findings } = engine.analyse(text(0));
	const own = `${duration(median(metascribe))} (${terms} terms, ${findings} findings)`;
	const counts: Readonly<Record<keyof typeof others, number>> = {
		retext: await peers.analyseWithRetext(text(0)),
		'write-good': peers.analyseWithWriteGood(text(0)),
		'textlint without rules': await peers.parseWithTextlint(text(0)),
		'textlint with the write-good rule': await peers.analyseWithTextlint(text(0)),
	};
	return Object.entries(others).map(([name, theirs]): Row => {
		const ratio = median(theirs.map((time, round) => time / (metascribe[round] ?? Number.NaN)));
		return {
			what: `Full analysis of a 100 kB manuscript, beside ${name}`,
			result: `${times(ratio)} as fast`,
			detail: `${own}; ${name}: ${duration(median(theirs))} (${digits(counts[name as keyof typeof others])} findings)`,
			bar: { text: 'faster', met: ratio > 1 },
			headline: true,
		};
	});
}
