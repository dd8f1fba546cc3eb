// What VS Code loads in the node extension host, of a desktop or of a server.
import * as fs from 'node:fs';
import Mocha from 'mocha';
import { collectResults, verdict } from './results';

const timeout = 30_000;

export async function run(): Promise<void> {
	const mocha = new Mocha({ ui: 'tdd', timeout, reporter: Mocha.reporters.Base, ...grep() });
	mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
	await import('./extension.test.js');
	const results = await new Promise<ReturnType<typeof collectResults>>((resolve) => {
		const runner = mocha.run(() => resolve(collected));
		const collected = collectResults(runner);
	});
	const file = process.env['TEST_RESULT_FILE'];
	if (file !== undefined) {
		fs.writeFileSync(file, JSON.stringify(results));
	}
	const error = verdict(results);
	if (error !== undefined) {
		throw error;
	}
}

/** TEST_GREP=hover runs the tests with that word in their titles. */
function grep(): { grep?: string } {
	const words = process.env['TEST_GREP'];
	return words === undefined ? {} : { grep: words };
}
