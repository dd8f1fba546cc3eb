// VS Code's own server, started on fresh folders, and the addresses that open it.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from './hosts.mjs';

const startTimeout = 60_000;
const stopTimeout = 5_000;

/** Lines with the time since the start, for what takes long. */
export function log(...words) {
	console.log(`[${(performance.now() / 1000).toFixed(1)} s]`, ...words);
}

/** Packs the extension as it is published (`npm run package`); the path of the .vsix. */
export function packExtension() {
	const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' };
	const run = spawnSync('npm', ['run', 'package'], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	if (run.status !== 0) {
		throw new Error(`packing the extension failed:\n${run.stdout}${run.stderr}`);
	}
	return path.join(root, 'dist/metascribe.vsix');
}

/**
 * Starts the server of VS Code.
 *
 * `testing` makes the workbench load an extension under development, which it otherwise refuses in silence.
 * `folders` says where things are; `stop` ends the server with all its processes, `discard` removes its folders, too.
 */
export async function startServer(host, { workspace, settings, vsix, testing = false, environment = {} }) {
	const temporary = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'metascribe-'));
	const folders = { temporary, workspace: path.join(temporary, path.basename(workspace)) };
	fs.cpSync(workspace, folders.workspace, { recursive: true });
	const data = path.join(temporary, 'data');
	for (const profile of ['User', 'Machine']) {
		fs.mkdirSync(path.join(data, profile), { recursive: true });
		fs.writeFileSync(path.join(data, profile, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
	}
	const main = path.join(host.folder, 'out/server-main.js');
	const common = [main, '--accept-server-license-terms', '--server-data-dir', path.join(temporary, 'server')];
	common.push('--user-data-dir', data, '--extensions-dir', path.join(temporary, 'extensions'));
	if (vsix !== undefined) {
		await installExtension(host.node, common, vsix);
	}
	const port = await freePort();
	const argv = [...common, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
	const flags = ['disable-workspace-trust', 'disable-telemetry', 'disable-experiments'];
	flags.push('disable-getting-started-override', ...(testing ? ['enable-smoke-test-driver'] : []));
	argv.push(...flags.map((flag) => `--${flag}`));
	const child = spawn(host.node, argv, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...environment },
		// A process group of its own: the extension host and the file watcher end with the server.
		detached: true,
	});
	const logFile = path.join(temporary, 'server.log');
	const sink = fs.createWriteStream(logFile);
	child.stdout.pipe(sink, { end: false });
	child.stderr.pipe(sink, { end: false });
	await ready(child, logFile);
	const stopServer = () => stop(child);
	const discard = async () => {
		await stopServer();
		fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
	};
	return { host, authority: `127.0.0.1:${port}`, folders, logFile, stop: stopServer, discard };
}

/** The address of the workbench on the server's workspace; `payload` is a list of pairs that VS Code defines. */
export function workbenchUrl(server, payload = []) {
	const url = new URL(`http://${server.authority}/`);
	url.searchParams.set('folder', server.folders.workspace);
	const quiet = [
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
	];
	url.searchParams.set('payload', JSON.stringify([...quiet, ...payload]));
	return url.toString();
}

/** A path of this machine as the workbench names it. */
export function remoteUri(server, file) {
	return `vscode-remote://${server.authority}${file}`;
}

async function installExtension(node, common, vsix) {
	const child = spawn(node, [...common, '--install-extension', vsix, '--force']);
	let text = '';
	const append = (data) => {
		text += data;
	};
	child.stdout.on('data', append);
	child.stderr.on('data', append);
	const code = await new Promise((resolve) => child.once('close', resolve));
	if (code !== 0 || !text.includes('was successfully installed')) {
		throw new Error(`VS Code did not install ${vsix} (exit ${code}):\n${text}`);
	}
}

function freePort() {
	return new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

function ready(child, logFile) {
	return new Promise((resolve, reject) => {
		const fail = (why) => reject(new Error(`VS Code's server ${why}; its log is ${logFile}`));
		const timer = setTimeout(() => fail('did not start in time'), startTimeout);
		child.once('error', (error) => fail(error.message));
		child.once('exit', (code) => fail(`ended with exit code ${code}`));
		child.stdout.on('data', (data) => {
			if (String(data).includes('Web UI available')) {
				clearTimeout(timer);
				resolve();
			}
		});
	});
}

async function stop(child) {
	if (child.exitCode !== null || child.signalCode !== null) {
		return;
	}
	const gone = new Promise((resolve) => child.once('exit', resolve));
	signalGroup(child, 'SIGTERM');
	const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopTimeout);
	await gone;
	clearTimeout(timer);
}

function signalGroup(child, signal) {
	try {
		process.kill(-child.pid, signal);
	} catch {
		// Ended by itself in the meantime.
	}
}
