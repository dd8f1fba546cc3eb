// The VS Codes that the tests run in: npm packages, installed in a cache by install.sh.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Where test bundles, screenshots and logs go. */
export const out = path.join(root, 'out/e2e');

/**
 * Names of the hosts to test in. `current` is a recent VS Code; `floor` the oldest that `engines.vscode` promises.
 * E2E_HOSTS=current,floor chooses.
 */
export function hosts() {
	return (process.env.E2E_HOSTS ?? 'current,floor').split(',');
}

/** Installs the host if it is not there; its VS Code's folder and version, and where its npm packages are. */
export function installHost(name) {
	const install = spawnSync('bash', [path.join(import.meta.dirname, 'install.sh'), name], { stdio: 'inherit' });
	if (install.status !== 0) {
		throw new Error(`VS Code for the tests (${name}) could not be installed: ${install.error ?? 'see above'}`);
	}
	const home = path.resolve(process.env.E2E_CACHE ?? path.join(import.meta.dirname, '.cache'), name);
	const folder = path.join(home, 'node_modules/code-server/lib/vscode');
	const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
	// VS Code's server may need a newer Node than this one: the host then brings it along.
	const bundledNode = path.join(home, `node_modules/node-linux-${process.arch}/bin/node`);
	return { name, home, folder, version, node: fs.existsSync(bundledNode) ? bundledNode : process.execPath };
}
