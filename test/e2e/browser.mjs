// The browser that shows VS Code to the tests.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** Fonts come along: without any, Chromium draws no letter and every word has no width. */
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];

/** The browser's executable. Installs one where that can be done unasked: as root on Debian or Ubuntu. */
export function findBrowser() {
	const given = process.env.CHROMIUM_PATH;
	if (given !== undefined) {
		if (!fs.existsSync(given)) {
			throw new Error(`CHROMIUM_PATH names a file that does not exist: ${given}`);
		}
		return given;
	}
	const found = searchBrowser();
	if (found !== undefined) {
		return found;
	}
	if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) {
		installBrowser();
		const installed = searchBrowser();
		if (installed !== undefined) {
			return installed;
		}
	}
	throw new Error(
		'The tests in VS Code need Chromium or Chrome and found none. ' +
			`Install it (Debian, Ubuntu: sudo apt-get install ${packages.join(' ')}), or name one in CHROMIUM_PATH.`,
	);
}

/** Starts the browser with the Playwright that the host brings along. */
export async function launchBrowser(host, executablePath) {
	const require = createRequire(path.join(host.home, 'package.json'));
	const { chromium } = require('playwright-core');
	const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
	args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
	return chromium.launch({ executablePath, args });
}

/** A page of its own context, whose console goes to a file beside the server's log. */
export async function openPage(browser, server, { onLine = () => {}, ...options } = {}) {
	const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
	const page = await context.newPage();
	const file = path.join(server.folders.temporary, 'console.log');
	page.on('console', (message) => {
		fs.appendFileSync(file, `${message.type()} ${message.text()}\n`);
		onLine(message.text());
	});
	page.on('pageerror', (error) => fs.appendFileSync(file, `error ${error.stack ?? error}\n`));
	return page;
}

function searchBrowser() {
	return names.map(onPath).find((file) => file !== undefined);
}

function onPath(name) {
	return (process.env.PATH ?? '')
		.split(path.delimiter)
		.map((folder) => path.join(folder, name))
		.find((file) => fs.existsSync(file));
}

function installBrowser() {
	console.log(`no browser found: installing ${packages.join(', ')}`);
	const options = {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	};
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
		spawnSync('apt-get', args, options);
	}
}
