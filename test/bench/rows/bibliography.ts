import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createBibliographies, type GeneratedBibliography } from '../bibliographies';
import { type CitingDocument, openCitingDocument } from '../citingDocument';
import { type Client, startServer } from '../client';
import type { Given } from '../given';
import { median, p95, time } from '../measure';
import { runProcess } from '../processes/result';
import { createRandom } from '../random';
import { digits, duration, megabytes, type Row, times } from '../table';

const COLD_ROUNDS = 3;
const EDITS = 9;
/** Between two keystrokes: a fast typist's. */
const KEYSTROKE = 40;
const HOVER_PAUSE = 5;

/** Large bibliographies in the server as it is shipped, over its standard input and output. */
export async function bibliographyRows(given: Given): Promise<readonly Row[]> {
	const folder = mkdtempSync(join(tmpdir(), 'metascribe-bench-'));
	try {
		const make = createBibliographies(given.bibliographyFolder);
		const body = given.manuscripts.make(100_000, 7).replace(/^---\n[\s\S]*?\n---\n/, '');
		const medium = make(join(folder, 'references50k.bib'), 50_000);
		const large = make(join(folder, 'references100k.bib'), 100_000);
		return [...(await coldRows(folder, medium, body)), ...(await largeRows(folder, large, body))];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function coldRows(folder: string, bibliography: GeneratedBibliography, body: string): Promise<readonly Row[]> {
	const cold: number[] = [];
	const parsed: number[] = [];
	const edited: number[] = [];
	for (let round = 0; round < COLD_ROUNDS; round++) {
		const server = await startServer();
		let document: CitingDocument | undefined;
		cold.push(
			await time(async () => {
				document = await open(server, folder, bibliography, body);
				expectItems(await document.complete());
			}),
		);
		if (document && round === COLD_ROUNDS - 1) {
			edited.push(...(await editEntries(server, document, bibliography)));
		}
		await server.stop();
		const peer = runProcess<'milliseconds' | 'entries'>('latexUtensils', [bibliography.file]);
		if (peer.entries !== bibliography.entries) {
			throw new Error(`latex-utensils read ${peer.entries} of ${bibliography.entries} entries`);
		}
		parsed.push(peer.milliseconds);
	}
	const size = `${bibliography.entries} entries, ${megabytes(bibliography.bytes)}`;
	const faster = median(parsed) / median(cold);
	const share = median(edited) / median(cold);
	return [
		{
			what: 'Bibliography of 50,000 entries, cold to first completion, beside latex-utensils parsing it',
			result: `${times(faster)} as fast`,
			detail: `${duration(median(cold))}; ${duration(median(parsed))} (${size}; medians of ${COLD_ROUNDS})`,
			bar: { text: 'at least 12 times', met: faster >= 12 },
			headline: true,
		},
		{
			what: 'One entry of 50,000 edited on disk, to the next completion',
			result: `1/${digits(1 / share)} of the cold load`,
			detail: `${duration(median(edited))}; slowest of ${EDITS}: ${duration(Math.max(...edited))}`,
			bar: { text: 'at most 1/5', met: share <= 0.2 },
			headline: true,
		},
	];
}

/** Changes a title in the file, says so, and asks for completion; again and again, at different places. */
async function editEntries(
	server: Client,
	document: CitingDocument,
	{ file }: GeneratedBibliography,
): Promise<readonly number[]> {
	const random = createRandom(6);
	const original = readFileSync(file, 'utf8');
	const taken: number[] = [];
	for (let edit = 0; edit < EDITS; edit++) {
		const at = original.indexOf(' title = {', random.below(original.length - 100_000)) + ' title = {'.length;
		writeFileSync(file, `${original.slice(0, at)}Revised ${edit} ${original.slice(at)}`);
		taken.push(
			await time(async () => {
				await server.notify('workspace/didChangeWatchedFiles', {
					changes: [{ uri: pathToFileURL(file).toString(), type: 2 }],
				});
				expectItems(await document.complete());
			}),
		);
	}
	writeFileSync(file, original);
	return taken;
}

async function largeRows(folder: string, bibliography: GeneratedBibliography, body: string): Promise<readonly Row[]> {
	const server = await startServer();
	const document = await open(server, folder, bibliography, body);
	const { hovers, load } = await hoverWhileLoading(document, body);
	const { completions, echoes } = await typeSearches(server, document, bibliography.searches);
	const { now, peak } = server.memory();
	await server.stop();
	const bar = 5 * p95(echoes) + 10;
	const size = `${bibliography.entries} entries, ${megabytes(bibliography.bytes)}`;
	return [
		{
			what: 'Hover answered while 100,000 entries load',
			result: `${duration(p95(hovers))} (p95)`,
			detail: `median ${duration(median(hovers))}, slowest of ${hovers.length} ${duration(Math.max(...hovers))}; loaded in ${duration(load)} (${size})`,
			bar: { text: 'p95 within 50 ms', met: p95(hovers) <= 50 },
			headline: true,
		},
		{
			what: 'Completion among 100,000 entries while typing, beside a bare echo on the same pipe',
			result: `${digits((p95(completions) - 10) / p95(echoes))} times the echo and 10 ms (p95)`,
			detail: `p95 ${duration(p95(completions))}, median ${duration(median(completions))} of ${completions.length} keystrokes; echo p95 ${duration(p95(echoes))}, median ${duration(median(echoes))}`,
			bar: { text: 'at most 5 times and 10 ms', met: p95(completions) <= bar },
			headline: true,
		},
		{
			what: 'Memory of the server with 100,000 entries, resident',
			result: megabytes(now),
			detail: `at its highest ${peak === undefined ? 'not known' : megabytes(peak)}`,
			bar: { text: 'at most 300 MB', met: now <= 300e6 },
			headline: true,
		},
	];
}

/** Hovers over terms all over the manuscript, one after the other, until the first completion is answered. */
async function hoverWhileLoading(
	document: CitingDocument,
	body: string,
): Promise<{ readonly hovers: readonly number[]; readonly load: number }> {
	const random = createRandom(8);
	const hovers: number[] = [];
	let loading = true;
	const start = performance.now();
	const loaded = document.complete().then((list) => {
		expectItems(list);
		loading = false;
		return performance.now() - start;
	});
	while (loading) {
		const offset = body.indexOf('metasta', random.below(body.length >> 1));
		// The front matter stands before the body; the answer may be that there is nothing to show.
		hovers.push(await time(() => document.hover(offset + 60)));
		await pause(HOVER_PAUSE);
	}
	return { hovers, load: await loaded };
}

/** Types each search letter by letter, with a completion and an echo after each. */
async function typeSearches(
	server: Client,
	document: CitingDocument,
	searches: readonly string[],
): Promise<{ readonly completions: readonly number[]; readonly echoes: readonly number[] }> {
	const completions: number[] = [];
	const echoes: number[] = [];
	for (const search of searches) {
		for (const letter of search) {
			// A request that the server knows nothing of: it is read, refused and answered.
			echoes.push(await time(() => server.request('metascribe/echo', { letter }).catch(() => undefined)));
			let found = 0;
			completions.push(
				await time(async () => {
					found = (await document.type(letter)).items.length;
				}),
			);
			if (found === 0) {
				throw new Error(`nothing is found for “${search}”`);
			}
			await pause(KEYSTROKE);
		}
		await document.clear();
	}
	return { completions, echoes };
}

function open(server: Client, folder: string, { file }: GeneratedBibliography, body: string): Promise<CitingDocument> {
	return openCitingDocument(server, join(folder, 'manuscript.md'), basename(file), body);
}

function expectItems({ items }: { readonly items: readonly unknown[] }): void {
	if (items.length === 0) {
		throw new Error('the first completion is empty');
	}
}
