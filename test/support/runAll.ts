import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Runs every `*.test.js` below the folders it is given, in one process: starting one for each file takes longer than
 * most of the tests in it.
 *
 *     node out/test/support/runAll.js out/test/unit
 */
for (const folder of process.argv.slice(2)) {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.js'));
	if (names.length === 0) {
		throw new Error(`There is no test below ${folder}: run “tsc -b” first.`);
	}
	for (const name of names.sort()) {
		require(resolve(join(folder, name)));
	}
}
