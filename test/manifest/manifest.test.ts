import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { rules } from '../../server/src/service/diagnostics/rules';
import { parseSettings } from '../../server/src/service/settings';

interface Setting {
	readonly default: unknown;
	readonly enum?: readonly string[];
	readonly markdownDescription: string;
	readonly scope: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const words: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const readme = readFileSync('README.md', 'utf8');
const groups: { properties: Record<string, Setting> }[] = manifest.contributes.configuration;
const settings = Object.assign({}, ...groups.map(({ properties }) => properties)) as Record<string, Setting>;

/** `metascribe.a.b` of each setting, as the nested object that the server is sent. */
function nested(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
	const root: Record<string, Record<string, unknown>> = {};
	for (const [name, value] of entries) {
		const [, group = '', key = ''] = /^metascribe\.([^.]+)\.(.+)$/.exec(name) ?? [];
		root[group] = { ...root[group], [key]: value };
	}
	return root;
}

suite('The manifest', () => {
	const served = Object.entries(settings).filter(([name]) => !name.startsWith('metascribe.trace.'));

	test('has the defaults of the service', () => {
		const fromManifest = parseSettings(nested(served.map(([name, { default: value }]) => [name, value])));
		const { rules: levels } = fromManifest.diagnostics;
		assert.deepEqual({ ...fromManifest, diagnostics: { ...fromManifest.diagnostics, rules: {} } }, parseSettings({}));
		assert.deepEqual(Object.keys(levels).sort(), rules.map(({ code }) => code).sort());
	});

	test('offers only values that the service takes', () => {
		for (const [name, { enum: values = [] }] of served) {
			for (const value of values) {
				assert.ok(JSON.stringify(parseSettings(nested([[name, value]]))).includes(`"${value}"`), `${name}: ${value}`);
			}
		}
	});

	test('every setting and command is in the README', () => {
		for (const name of Object.keys(settings)) {
			assert.ok(readme.includes(`\`${name}\``), name);
		}
		for (const { title } of manifest.contributes.commands) {
			assert.ok(readme.includes(`Metascribe: ${words[title.slice(1, -1)]}`), title);
		}
	});

	test('every word is there, and none without use', () => {
		const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
		assert.deepEqual([...used].sort(), Object.keys(words).sort());
	});

	test('every file it names is there', () => {
		const { contributes, icon, main, browser, bin } = manifest;
		const steps = contributes.walkthroughs.flatMap((item: { steps: { media: { markdown: string } }[] }) => item.steps);
		for (const file of [
			icon,
			main,
			browser,
			bin.metascribe,
			...contributes.grammars.map(({ path }: { path: string }) => path),
			...steps.map(({ media }: { media: { markdown: string } }) => media.markdown),
		]) {
			assert.ok(existsSync(file), file);
		}
	});

	test('every picture in the walkthrough and the README is there', () => {
		for (const [file, folder] of [
			['README.md', '.'],
			...['open', 'hover', 'cite', 'claims'].map((step) => [`client/walkthrough/${step}.md`, 'client/walkthrough']),
		]) {
			for (const [, path] of readFileSync(String(file), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
				assert.ok(existsSync(`${folder}/${path}`), `${file}: ${path}`);
			}
		}
	});
});
