import { readFileSync } from 'node:fs';
import { type Client, startEcho, startServer } from '../client';
import { median, time } from '../measure';
import { duration, type Row, times } from '../table';

const TERM = 'pre-metastatic niche';
const ROUNDS = 11;

/** From nothing to the first hover: the server's process, its knowledge, the manuscript, the answer. */
export async function hoverRows(): Promise<readonly Row[]> {
	const text = readFileSync('client/sample/review.md', 'utf8');
	const own: number[] = [];
	const echo: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		own.push(await timeUntilAnswer(startServer, (server) => hoverOverTerm(server, text)));
		echo.push(await timeUntilAnswer(startEcho, (server) => server.request('echo', { text })));
	}
	return [
		{
			what: 'Server start to first hover, beside a server that only echoes',
			result: times(median(own) / median(echo)),
			detail: `${duration(median(own))}; echo ${duration(median(echo))}`,
			headline: true,
		},
	];
}

async function timeUntilAnswer(
	start: () => Client | Promise<Client>,
	ask: (server: Client) => Promise<unknown>,
): Promise<number> {
	let server: Client | undefined;
	const elapsed = await time(async () => {
		server = await start();
		await ask(server);
	});
	await server?.stop();
	return elapsed;
}

async function hoverOverTerm(server: Client, text: string): Promise<void> {
	const before = text.slice(0, text.lastIndexOf(TERM)).split('\n');
	const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	const textDocument = { uri: 'untitled:review.md', languageId: 'markdown', version: 1, text };
	await server.notify('textDocument/didOpen', { textDocument });
	const hover = await server.request('textDocument/hover', { textDocument: { uri: textDocument.uri }, position });
	if (!JSON.stringify(hover).includes('niche')) {
		throw new Error('the first hover says nothing about the term under it');
	}
}
