// The same suite in the web-worker extension host, where Metascribe's server is a worker, too.
import fs from 'node:fs';
import path from 'node:path';
import { openPage } from './browser.mjs';
import { root } from './hosts.mjs';
import { runSuite } from './inhost.mjs';
import { workbenchUrl } from './lib.mjs';

/** Runs the suite; a list of `{title, error?}`, one for each test that ran. */
export async function runInWebHost(server, browser) {
	let results;
	const page = await openPage(browser, server, {
		onLine: (line) => {
			const found = /\[metascribe-tests\] (\[.*\])/.exec(line);
			results = found?.[1] ? JSON.parse(found[1]) : results;
		},
	});
	try {
		// A worker may not be started from vscode-remote:, nor (content security policy) from another port. So the page's
		// own origin serves the checkout.
		await page.route(`http://${server.authority}/ext/**`, (route) => {
			const file = path.join(root, path.normalize(new URL(route.request().url()).pathname.slice('/ext/'.length)));
			const there = fs.existsSync(file) && fs.statSync(file).isFile();
			return there ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' });
		});
		const uri = (file) => ({ scheme: 'http', authority: server.authority, path: file });
		// The file name is given in full: VS Code appends `.js` only to names without a dot.
		await page.addInitScript(addDevelopmentOptions, {
			extensions: [uri('/ext')],
			extensionTestsPath: uri('/ext/out/e2e/index.browser.js'),
		});
		const exit = await runSuite(page, () => page.goto(workbenchUrl(server)));
		if (results === undefined) {
			throw new Error(`the suite in the web-worker extension host left no result (${exit}); log: ${server.logFile}`);
		}
		return results;
	} finally {
		await page.context().close();
	}
}

/** Runs in the page. The workbench takes extensions under development that are not remote from its configuration. */
function addDevelopmentOptions(options) {
	const getAttribute = Element.prototype.getAttribute;
	Element.prototype.getAttribute = function (name) {
		const value = getAttribute.call(this, name);
		if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') {
			return value;
		}
		const configuration = JSON.parse(value);
		configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
		return JSON.stringify(configuration);
	};
}
