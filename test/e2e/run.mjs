// Metascribe in real VS Codes:  node test/e2e/run.mjs [desktop] [node] [web] [ui]      (all of them by default)
//   desktop  the suite in a desktop VS Code, where one can be had (@vscode/test-electron)
//   node     the suite in the node extension host of VS Code's server, shown by Chromium
//   web      the suite in the web-worker extension host
//   ui       the packed extension, installed and used with mouse and keyboard
// Needs `npm run build` first. E2E_HOSTS=current,floor chooses VS Codes, E2E_CACHE keeps them in a folder of your choice,
// TEST_GREP picks tests of the suite by their titles.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findBrowser, launchBrowser } from './browser.mjs';
import { hosts, installHost, out } from './hosts.mjs';
import { resultFile, runInNodeHost } from './inhost.mjs';
import { log, packExtension, startServer } from './lib.mjs';
import { testSettings } from './settings.mjs';
import { runInterface } from './ui.mjs';
import { runInWebHost } from './webhost.mjs';

/** desktop.mjs ends with this code if there is no VS Code to be had: no failure, and said aloud. */
const outOfReach = 75;
const workspace = path.join(import.meta.dirname, 'workspace');
const parts = process.argv.length > 2 ? process.argv.slice(2) : ['desktop', 'node', 'web', 'ui'];
const totals = { passed: 0, failed: 0 };

if (!fs.existsSync(path.join(out, 'index.node.js'))) {
	throw new Error('out/e2e/index.node.js is missing: run `npm run build` first');
}
const desktop = parts.includes('desktop') ? runDesktop() : outOfReach;
if (process.platform === 'linux') {
	await runInBrowser(parts.filter((part) => part !== 'desktop'));
} else if (desktop === outOfReach) {
	throw new Error('No desktop VS Code could be had, and VS Code in the browser is tested on Linux only.');
}
console.log(`tests in VS Code: ${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

function runDesktop() {
	const script = path.join(import.meta.dirname, 'desktop.mjs');
	const hidden = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
	const screen = hidden && spawnSync('xvfb-run', ['--help']).status === 0 ? ['xvfb-run', '-a'] : [];
	const [command, ...args] = [...screen, process.execPath, script];
	const { status } = spawnSync(command, args, { stdio: 'inherit' });
	if (status !== outOfReach) {
		const file = path.join(out, 'result.desktop.json');
		const results = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : [];
		report(
			'desktop',
			status === 0 ? results : [...results, { title: 'VS Code', error: `ended with exit code ${status}` }],
		);
	}
	return status;
}

async function runInBrowser(kinds) {
	if (kinds.length === 0) {
		return;
	}
	const executable = findBrowser();
	const vsix = kinds.includes('ui') ? packExtension() : undefined;
	for (const name of hosts()) {
		const host = installHost(name);
		const browser = await launchBrowser(host, executable);
		try {
			await runHost(host, browser, kinds, vsix);
		} finally {
			await browser.close();
		}
	}
}

async function runHost(host, browser, kinds, vsix) {
	const where = (kind) => `VS Code ${host.version}, ${kind}`;
	const common = { workspace, settings: testSettings, testing: true };
	if (kinds.includes('node') || kinds.includes('web')) {
		const server = await startServer(host, { ...common, environment: { TEST_RESULT_FILE: resultFile } });
		await using(server, async () => {
			if (kinds.includes('node')) {
				report(where('node extension host'), await runInNodeHost(server, browser));
			}
			if (kinds.includes('web')) {
				report(where('web-worker extension host'), await runInWebHost(server, browser));
			}
		});
	}
	if (kinds.includes('ui')) {
		const server = await startServer(host, { ...common, vsix });
		await using(server, async () => {
			report(where('user interface'), await runInterface(server, browser, path.join(out, 'screenshots', host.name)));
		});
	}
}

/** Ends the server in any case; its folders stay if something failed, since its logs are there. */
async function using(server, work) {
	const failedBefore = totals.failed;
	try {
		await work();
	} catch (error) {
		await server.stop();
		throw error;
	}
	if (totals.failed === failedBefore) {
		await server.discard();
	} else {
		await server.stop();
		console.log(`    logs  ${server.folders.temporary}`);
	}
}

function report(where, results) {
	const failed = results.filter((result) => result.error !== undefined);
	for (const { title, error } of results) {
		console.log(
			error === undefined ? `    ok    ${title}` : `    FAIL  ${title}\n${error.replace(/^/gm, '          ')}`,
		);
	}
	totals.passed += results.length - failed.length;
	totals.failed += failed.length + (results.length === 0 ? 1 : 0);
	log(`${where}: ${results.length - failed.length} passed, ${failed.length} failed`);
}
