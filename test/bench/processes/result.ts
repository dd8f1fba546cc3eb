import { spawnSync } from 'node:child_process';

/** What a process measured and hands back on its standard output. */
export function printResult(result: Readonly<Record<string, number>>): void {
	process.stdout.write(JSON.stringify(result));
}

/** Runs one of the processes beside this file, as bundled, and gives what it printed. */
export function runProcess<Name extends string>(name: string, args: readonly string[]): Record<Name, number> {
	const run = spawnSync(
		process.execPath,
		['--expose-gc', '--max-old-space-size=8192', `out/bench/processes/${name}.js`, ...args],
		{
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'inherit'],
			maxBuffer: 1 << 24,
		},
	);
	if (run.status !== 0) {
		throw new Error(`measuring ${name} failed`);
	}
	return JSON.parse(run.stdout);
}
