// Runs the grammar tests against the Markdown grammar of a real VS Code: `node test/grammar/run.mjs`.
// The grammars come from the hosts that the tests in VS Code use (test/e2e/install.sh, a moment when they are there);
// what Metascribe injects where is read from its manifest.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hosts, installHost, root } from '../e2e/hosts.mjs';
import { hostExtensions, readContributions } from './contributions.mjs';
import { paleThemes } from './themes.mjs';

const here = import.meta.dirname;
const cases = fs
	.readdirSync(here)
	.filter((name) => /\.test\.\w+$/.test(name))
	.map((name) => path.join(here, name));
const assertions = cases
	.flatMap((file) => fs.readFileSync(file, 'utf8').split('\n'))
	.filter((line) => /^%\s*(\^|<[~]*-)/.test(line)).length;

let failed = false;
for (const host of hosts()) {
	const { folder, version } = installHost(host);
	const grammars = [...readContributions(hostExtensions(folder), 'grammars'), ...readContributions([root], 'grammars')];
	if (!grammars.some((grammar) => grammar.scopeName === 'markdown.pandoc.citation')) {
		throw new Error('package.json does not contribute the grammar markdown.pandoc.citation');
	}
	for (const name of fs.readdirSync(path.join(here, 'hosts'))) {
		const file = path.join(here, 'hosts', name);
		grammars.push({ scopeName: JSON.parse(fs.readFileSync(file, 'utf8')).scopeName, path: file });
	}
	// The test tool reads a manifest, with paths relative to it.
	const out = path.join(root, 'out/grammar');
	fs.mkdirSync(out, { recursive: true });
	const config = path.join(out, `${host}.json`);
	const relative = grammars.map((grammar) => ({ ...grammar, path: path.relative(out, grammar.path) }));
	fs.writeFileSync(config, JSON.stringify({ contributes: { grammars: relative } }));

	const tool = path.join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js');
	const run = spawnSync(process.execPath, [tool, '--config', config, ...cases], {
		encoding: 'utf8',
		cwd: root,
		env: { ...process.env, FORCE_COLOR: '0' },
	});
	// Only what failed is worth reading; grammars that a test never enters are looked for in vain.
	const lines = `${run.stdout}${run.stderr}`.split('\n');
	const passed = lines.filter((line) => line.startsWith('✓')).length;
	const good = run.status === 0 && passed === cases.length;
	if (!good) {
		console.error(lines.filter((line) => !line.includes('grammar not found')).join('\n'));
	}
	const pale = await paleThemes(grammars, readContributions(hostExtensions(folder), 'themes'));
	if (pale.unexpected.length > 0) {
		console.error(`a citation key has the colour of plain text in: ${pale.unexpected.join(', ')}`);
	}
	failed ||= !good || pale.unexpected.length > 0;
	console.log(
		`grammar in VS Code ${version}: ${passed} of ${cases.length} files passed (${assertions} assertions), ` +
			`citation keys stand out in ${pale.tried - pale.known.length - pale.unexpected.length} of ${pale.tried} themes`,
	);
}
process.exit(failed ? 1 : 0);
