// Builds one of the two searchers for terms in a process of its own, and prints how much of the heap it keeps, how long
// building it and searching once took.   terms.js metascribe|ahoCorasick <forms.json> <text>
import { readFileSync } from 'node:fs';
import { heapUsed } from '../measure';
import { loadTermPeers } from '../peers';
import { termCounter, termDataOf } from '../termSearch';
import { printResult } from './result';

async function main(): Promise<void> {
	const [, , which, formsFile = '', textFile = ''] = process.argv;
	const forms: readonly string[] = JSON.parse(readFileSync(formsFile, 'utf8'));
	const text = readFileSync(textFile, 'utf8');
	const data = termDataOf(forms);
	const peers = await loadTermPeers();
	const before = heapUsed();
	const start = performance.now();
	const count = which === 'metascribe' ? termCounter(data) : peers.buildAutomaton(forms).countWords;
	const matches = count(text);
	const milliseconds = performance.now() - start;
	const heap = heapUsed() - before;
	// Used once more, so that it is not garbage before the heap is measured.
	printResult({ heap, milliseconds, matches, again: count(text), terms: data.terms.length });
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
