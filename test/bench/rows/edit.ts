import type { Engine } from '../engine';
import type { Given } from '../given';
import { median, p95, time } from '../measure';
import { createRandom, type Random } from '../random';
import { digits, duration, type Row } from '../table';

/** What people type, one character at a time, and what changes the structure around it. */
const TYPED = [...'eeaotnrs   ..,', '\n', '[', ']', '@', '*', '`', '#', '$', '(', ''];
const PLACES = 200;
/** Every so many places the whole text is analysed afresh, so that both are measured under the same conditions. */
const PLACES_PER_FULL = 10;

/** New terms and findings after an edit of one character, anywhere in the manuscript. */
export async function editRows({ engine, manuscripts }: Given): Promise<readonly Row[]> {
	const small = await editsIn(engine, manuscripts.make(100_000, 1), createRandom(2));
	const large = await editsIn(engine, manuscripts.make(1_000_000, 3), createRandom(4));
	return [
		{ ...row('100 kB', small), bar: { text: 'at most 1/20 of the full analysis', met: small.edit * 20 <= small.full } },
		{
			what: 'Slowest one-character edits of a 100 kB manuscript',
			result: `${duration(p95(small.edits))} (p95)`,
			detail: `1/${digits(small.full / p95(small.edits))} of the full analysis; slowest of ${2 * PLACES}: ${duration(Math.max(...small.edits))}`,
			bar: { text: 'at most 5 ms', met: p95(small.edits) <= 5 },
		},
		row('1 MB', large),
		{
			what: 'Slowest one-character edits of a 1 MB manuscript',
			result: `${duration(p95(large.edits))} (p95)`,
			detail: `1/${digits(large.full / p95(large.edits))} of the full analysis; slowest of ${2 * PLACES}: ${duration(Math.max(...large.edits))}`,
		},
	];
}

interface Edits {
	readonly edits: readonly number[];
	/** Medians. */
	readonly edit: number;
	readonly full: number;
}

function row(size: string, { edit, full }: Edits): Row {
	return {
		what: `One-character edit of a ${size} manuscript to new findings`,
		result: `1/${digits(full / edit)} of the full analysis`,
		detail: `${duration(edit)}; full analysis ${duration(full)} (medians; ${2 * PLACES} edits at random places)`,
		headline: true,
	};
}

async function editsIn(engine: Engine, manuscript: string, random: Random): Promise<Edits> {
	const edits: number[] = [];
	const fulls: number[] = [];
	let { article } = engine.analyse(manuscript);
	const editTo = async (text: string): Promise<void> => {
		edits.push(
			await time(() => {
				article = engine.analyse(text, article).article;
			}),
		);
	};
	for (let place = 0; place < PLACES; place++) {
		if (place % PLACES_PER_FULL === 0) {
			fulls.push(await time(() => engine.analyse(manuscript)));
		}
		await editTo(edited(manuscript, random));
		// Taken back, which is an edit too: or a backtick typed once would decide about all edits after it.
		await editTo(manuscript);
	}
	return { edits, edit: median(edits), full: median(fulls) };
}

/** The text with one character typed or, now and then, deleted, after the front matter. */
function edited(text: string, random: Random): string {
	const start = text.indexOf('\n---\n') + 5;
	const at = start + random.below(text.length - start);
	const typed = random.of(TYPED);
	return text.slice(0, at) + typed + text.slice(typed === '' ? at + 1 : at);
}
