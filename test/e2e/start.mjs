// `npm start`: opens VS Code with Metascribe on the sample review. Three ways, the first that can be had:
//   1. a desktop VS Code that is there: VSCODE_EXECUTABLE, `code` or `codium`
//   2. one that @vscode/test-electron downloads, if there is a screen to show it on
//   3. VS Code in the browser, served on 127.0.0.1 from npm packages, until Ctrl+C
// `npm start -- browser` takes the third at once. The sample is copied, so that trying things out changes nothing here.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { installHost, root } from './hosts.mjs';
import { packExtension, remoteUri, startServer, workbenchUrl } from './lib.mjs';
import { settings } from './settings.mjs';

const sample = path.join(root, 'client/sample');
const review = 'review.md';
const downloads = path.join(root, '.vscode-test');
const downloadTimeout = 60_000;

const wanted = process.argv[2];
if (wanted !== undefined && wanted !== 'browser') {
	console.error(`unknown argument ${wanted}: npm start -- browser, or none`);
	process.exit(2);
}
const desktop = wanted === 'browser' ? undefined : await findDesktop();
if (desktop === undefined) {
	await openInBrowser();
} else {
	openOnDesktop(desktop);
}

async function findDesktop() {
	const given = process.env.VSCODE_EXECUTABLE;
	if (given !== undefined) {
		return { executable: given, options: rootOptions() };
	}
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
		console.log('No screen for a desktop VS Code: opening it in the browser.');
		return undefined;
	}
	return findInstalled() ?? (await download());
}

function findInstalled() {
	// In the terminal of a remote window `code` is another program, which loads no extension under development.
	if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) {
		return undefined;
	}
	// On Windows these are scripts, which only a shell can start.
	const options = { stdio: 'ignore', shell: process.platform === 'win32' };
	const args = ['--version', ...rootOptions()];
	const executable = ['code', 'codium'].find((name) => spawnSync(name, args, options).status === 0);
	return executable === undefined ? undefined : { executable, options: rootOptions() };
}

/** VS Code starts for root only if it is told where to keep its data. */
function rootOptions() {
	return process.getuid?.() === 0 ? ['--no-sandbox', `--user-data-dir=${path.join(downloads, 'root')}`] : [];
}

async function download() {
	const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
	try {
		const options = { version: 'stable', timeout: downloadTimeout, cachePath: downloads };
		const executable = await downloadAndUnzipVSCode(options);
		// The user has no VS Code, hence no settings to respect: ours stay with the download.
		const data = [`--user-data-dir=${downloads}/user-data`, `--extensions-dir=${downloads}/extensions`];
		return { executable, options: [...rootOptions(), ...data, '--skip-welcome', '--skip-release-notes'] };
	} catch (error) {
		console.log(`No desktop VS Code found, and none can be downloaded (${error.message}): opening it in the browser.`);
		return undefined;
	}
}

function openOnDesktop({ executable, options }) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'metascribe-sample-'));
	fs.cpSync(sample, folder, { recursive: true });
	const args = ['--new-window', `--extensionDevelopmentPath=${root}`, ...options, folder, path.join(folder, review)];
	const child = spawn(executable, args, { stdio: 'ignore', detached: true, shell: process.platform === 'win32' });
	child.once('error', (error) => {
		console.error(`${executable} does not start: ${error.message}`);
		process.exitCode = 1;
	});
	child.once('spawn', () => {
		console.log(`Metascribe is ready: ${executable} opens ${path.join(folder, review)}`);
		child.unref();
	});
}

async function openInBrowser() {
	const host = installHost('current');
	const server = await startServer(host, { workspace: sample, settings, vsix: packExtension() });
	const address = workbenchUrl(server, [['openFile', remoteUri(server, path.join(server.folders.workspace, review))]]);
	// The workbench's own address is long; this one leads to it.
	const door = http.createServer((_request, response) => response.writeHead(302, { location: address }).end());
	door.listen(0, '127.0.0.1', () => {
		const { port } = door.address();
		console.log(`Metascribe is ready: open http://127.0.0.1:${port}/ in a browser (Ctrl+C ends it)`);
	});
	const end = async () => {
		door.close();
		await server.discard();
		process.exit(0);
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
}
