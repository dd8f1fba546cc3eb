// The mocha suite in the node extension host, with the extension loaded from this checkout.
import fs from 'node:fs';
import path from 'node:path';
import { openPage } from './browser.mjs';
import { out, root } from './hosts.mjs';
import { remoteUri, workbenchUrl } from './lib.mjs';

const timeout = 120_000;

/** Where the suite leaves its result; the server has to be started with this in its environment. */
export const resultFile = path.join(out, 'result.node.json');

/** Runs the suite; a list of `{title, error?}`, one for each test that ran. */
export async function runInNodeHost(server, browser) {
	fs.rmSync(resultFile, { force: true });
	const page = await openPage(browser, server);
	try {
		const exit = await runSuite(page, () =>
			page.goto(
				workbenchUrl(server, [
					['extensionDevelopmentPath', remoteUri(server, root)],
					['extensionTestsPath', remoteUri(server, path.join(out, 'index.node.js'))],
				]),
			),
		);
		// The exit code is not enough: it takes a file with tests that did run.
		if (!fs.existsSync(resultFile)) {
			throw new Error(`the suite in the node extension host left no result (${exit}); log: ${server.logFile}`);
		}
		return JSON.parse(fs.readFileSync(resultFile, 'utf8'));
	} finally {
		await page.context().close();
	}
}

/** Opens the page and waits for the suite's end, which VS Code reports through functions of the page. */
export async function runSuite(page, open) {
	await page.exposeFunction('codeAutomationLog', () => {});
	let timer;
	const ended = new Promise((resolve) => {
		timer = setTimeout(() => resolve('timed out'), timeout);
		page.exposeFunction('codeAutomationExit', (code) => resolve(`exit ${code}`));
	});
	await open();
	const exit = await ended;
	clearTimeout(timer);
	return exit;
}
