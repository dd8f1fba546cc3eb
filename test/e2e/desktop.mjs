// The suite in a desktop VS Code.
//   VSCODE_EXECUTABLE=/path/to/code   that one (the program itself, not the `code` script)
//   VSCODE_VERSION=1.100.3            downloads that version; the newest stable one by default
// Exit 75: no VS Code could be had. Without a screen on Linux: xvfb-run -a node test/e2e/desktop.mjs
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { out, root } from './hosts.mjs';
import { testSettings } from './settings.mjs';

const outOfReach = 75;
const downloadTimeout = 60_000;
const resultFile = path.join(out, 'result.desktop.json');

fs.rmSync(resultFile, { force: true });
const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await download());
// A short path: VS Code puts a socket in its data folder, and the name of a socket has 103 characters at most.
const temporary = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'msd-'));
const workspace = path.join(temporary, 'workspace');
fs.cpSync(path.join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
fs.mkdirSync(path.join(temporary, 'data/User'), { recursive: true });
fs.writeFileSync(path.join(temporary, 'data/User/settings.json'), JSON.stringify(testSettings));
const launchArgs = [workspace, '--disable-extensions', '--disable-telemetry', '--disable-crash-reporter'];
launchArgs.push(
	`--user-data-dir=${path.join(temporary, 'data')}`,
	`--extensions-dir=${path.join(temporary, 'extensions')}`,
);
try {
	await runTests({
		vscodeExecutablePath,
		extensionDevelopmentPath: root,
		extensionTestsPath: path.join(out, 'index.node.js'),
		extensionTestsEnv: { TEST_RESULT_FILE: resultFile },
		launchArgs,
	});
} catch (error) {
	console.error(String(error));
	process.exitCode = 1;
} finally {
	fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}

async function download() {
	try {
		return await downloadAndUnzipVSCode({
			version: process.env.VSCODE_VERSION ?? 'stable',
			timeout: downloadTimeout,
			cachePath: path.join(root, '.vscode-test'),
		});
	} catch (error) {
		console.log(`desktop VS Code cannot be had (${error.message}): testing in VS Code's server alone`);
		process.exit(outOfReach);
	}
}
