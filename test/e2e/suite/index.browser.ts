// What VS Code loads in the web-worker extension host.
import 'mocha/mocha.js';
import { collectResults, verdict } from './results';

const timeout = 30_000;

export async function run(): Promise<void> {
	// Mocha's reporter for browsers writes to a page, and a worker has none: the results go out by the console.
	mocha.setup({ ui: 'tdd', timeout, reporter: Mocha.reporters.Base });
	await import('./extension.test.js');
	const results = await new Promise<ReturnType<typeof collectResults>>((resolve) => {
		const runner = mocha.run(() => resolve(collected));
		const collected = collectResults(runner);
	});
	console.log(`[metascribe-tests] ${JSON.stringify(results)}`);
	const error = verdict(results);
	if (error !== undefined) {
		throw error;
	}
}
