// Reads a .bib with latex-utensils in a process of its own, and prints the milliseconds and the number of entries.
import { readFileSync } from 'node:fs';
import { loadBibtexPeers } from '../peers';
import { printResult } from './result';

async function main(): Promise<void> {
	const { countEntries } = await loadBibtexPeers();
	const start = performance.now();
	const entries = countEntries(readFileSync(process.argv[2] ?? '', 'utf8'));
	printResult({ milliseconds: performance.now() - start, entries });
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
