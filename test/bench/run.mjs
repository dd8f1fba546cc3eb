// The bench: what Metascribe does beside what other tools do, in one run, as ratios.
//   npm run bench                                  all rows
//   npm run bench -- --only analysis,edit          some of them
//   npm run bench -- --write                       headline rows into the README too
// The other options stand in bench.ts. It measures the code as it is shipped: bundled, by the same bundler.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const here = path.relative('.', import.meta.dirname);

installPeers(path.join(here, 'peers'));
await build({
	entryPoints: ['bench.ts', 'processes/echo.ts', 'processes/terms.ts', 'processes/latexUtensils.ts'].map((file) =>
		path.join(here, file),
	),
	outbase: here,
	outdir: 'out/bench',
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	mainFields: ['module', 'main'],
	logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--expose-gc', 'out/bench/bench.js', ...process.argv.slice(2)], {
	stdio: 'inherit',
});
process.exitCode = run.status ?? 1;

/** Installs what Metascribe is compared with, unless this very list is installed. None of it runs a script. */
function installPeers(folder) {
	const wanted = createHash('sha256')
		.update(fs.readFileSync(path.join(folder, 'package-lock.json')))
		.digest('hex');
	const stamp = path.join(folder, 'node_modules/.installed');
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
		return;
	}
	console.error(`installing what Metascribe is compared with in ${folder}`);
	const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: folder,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32',
	});
	if (install.status !== 0) {
		console.error(`npm ci in ${folder} failed: the bench cannot compare. Is the package registry in reach?`);
		process.exit(1);
	}
	fs.writeFileSync(stamp, wanted);
}
