/** What a runner outside of VS Code learns of one test. */
export interface Result {
	readonly title: string;
	/** Absent if the test passed. */
	readonly error?: string;
}

/** Collects the results of a mocha run. */
export function collectResults(runner: Mocha.Runner): readonly Result[] {
	const results: Result[] = [];
	runner.on('pass', (test) => results.push({ title: test.fullTitle() }));
	runner.on('fail', (test, error: unknown) =>
		results.push({
			title: test.fullTitle(),
			error: error instanceof Error ? (error.stack ?? error.message) : String(error),
		}),
	);
	return results;
}

/** An error unless tests ran and all passed: VS Code turns it into the exit code. */
export function verdict(results: readonly Result[]): Error | undefined {
	const failed = results.filter((result) => result.error !== undefined).length;
	if (results.length === 0) {
		return new Error('no tests ran');
	}
	return failed > 0 ? new Error(`${failed} of ${results.length} tests failed`) : undefined;
}
