// Bundles what is shipped into dist/, and the suite for VS Code into out/e2e/.
//   node esbuild.mjs                development: source maps, and the test bundles
//   node esbuild.mjs --production   what is published: minified, nothing but dist/
//   node esbuild.mjs --watch        development, again after every change
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const require = createRequire(import.meta.url);

/**
 * `import knowledge from '#knowledge'`: the content of data/, checked and compiled by out/data/knowledge.js (tsc -b makes
 * it). Text that is parsed once starts faster than the same content as an object literal.
 */
const knowledge = {
	name: 'knowledge',
	setup(build) {
		build.onResolve({ filter: /^#knowledge$/ }, ({ path: name }) => ({ path: name, namespace: 'knowledge' }));
		build.onLoad({ filter: /.*/, namespace: 'knowledge' }, () => ({
			contents: `export default JSON.parse(${JSON.stringify(knowledgeText())});`,
			watchDirs: ['data', ...subfolders('data')],
		}));
	},
};

let compiled;

function knowledgeText() {
	if (compiled === undefined || watch) {
		const { compileKnowledge } = require('./out/data/knowledge.js');
		compiled = JSON.stringify(compileKnowledge('data'));
	}
	return compiled;
}

function subfolders(folder) {
	return fs
		.readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => path.join(entry.parentPath, entry.name));
}

const common = {
	bundle: true,
	sourcemap: !production,
	minify: production,
	legalComments: 'none',
	logLevel: 'warning',
	plugins: [knowledge],
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', format: 'cjs', target: 'es2022' };
/** A worker is a plain script. */
const worker = { ...browser, format: 'iife' };

const shipped = [
	{ ...node, entryPoints: ['client/src/extension.node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
	{
		...browser,
		entryPoints: ['client/src/extension.browser.ts'],
		outfile: 'dist/client.browser.js',
		external: ['vscode'],
	},
	{ ...worker, entryPoints: ['client/src/glossary/page.ts'], outfile: 'dist/glossary.js' },
	{ ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.node.js' },
	{ ...worker, entryPoints: ['server/src/main.browser.ts'], outfile: 'dist/server.browser.js' },
	{ ...node, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

const suites = [
	{
		...node,
		entryPoints: ['test/e2e/suite/index.node.ts'],
		outfile: 'out/e2e/index.node.js',
		external: ['vscode', 'mocha'],
	},
	{
		...browser,
		entryPoints: ['test/e2e/suite/index.browser.ts'],
		outfile: 'out/e2e/index.browser.js',
		external: ['vscode'],
		// Mocha's build for browsers expects what pages have.
		define: { global: 'globalThis' },
	},
];

try {
	knowledgeText();
} catch (error) {
	// Said once and not for each bundle: what is wrong in data/ is in the message.
	console.error(error.message);
	process.exit(1);
}
// Old bundles would be published with the new ones; a package that was made of them is left where it is.
fs.mkdirSync('dist', { recursive: true });
for (const name of fs.readdirSync('dist').filter((file) => !file.endsWith('.vsix'))) {
	fs.rmSync(path.join('dist', name), { recursive: true });
}
const contexts = await Promise.all([...shipped, ...(production ? [] : suites)].map((options) => context(options)));
if (watch) {
	await Promise.all(contexts.map((one) => one.watch()));
	console.log('watching for changes');
} else {
	// One line per error is printed by esbuild itself; a failed build leaves no half of one behind.
	const results = await Promise.allSettled(contexts.map((one) => one.rebuild()));
	await Promise.all(contexts.map((one) => one.dispose()));
	if (results.some((result) => result.status === 'rejected')) {
		process.exit(1);
	}
	fs.chmodSync('dist/cli.js', 0o755);
	for (const { outfile } of shipped) {
		console.log(`${outfile.padEnd(24)} ${Math.round(fs.statSync(outfile).size / 1024)} kB`);
	}
}
