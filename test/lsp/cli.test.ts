import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, suite, test } from 'node:test';

const cli = resolve('dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'metascribe-'));

function metascribe(...args: readonly string[]): { status: number | null; out: string; err: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
	return { status, out: stdout, err: stderr };
}

suite('metascribe check', () => {
	after(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'clean.md'), '# Outlook\n\nWe close here.\n');
	writeFileSync(join(folder, 'keys.md'), '---\nbibliography: refs.bib\n---\n\n😀 We cite [@nobody].\n');
	writeFileSync(join(folder, 'refs.bib'), '@book{b, title={B}, author={B, B.}, year=1999}');

	test('no findings: 0', () => {
		const { status, out } = metascribe('check', 'clean.md');
		assert.equal(out, '0 findings in 1 file\n');
		assert.equal(status, 0);
	});
	test('findings: 1, as text', () => {
		const { status, out } = metascribe('check', 'keys.md');
		assert.match(
			out,
			/^keys\.md:5:13: warning: No reference has the key “nobody”.* \[unknown-citation\]\n1 finding in 1 file\n$/,
		);
		assert.equal(status, 1);
	});
	test('as JSON, of all files that match', () => {
		const { status, out } = metascribe('check', '*.md', '--format', 'json');
		const { files } = JSON.parse(out);
		assert.deepEqual(
			files.map(({ path, diagnostics }: { path: string; diagnostics: object[] }) => [path, diagnostics.length]),
			[
				['clean.md', 0],
				['keys.md', 1],
			],
		);
		const [finding] = files[1].diagnostics;
		assert.deepEqual(finding.range, { start: { line: 4, character: 12 }, end: { line: 4, character: 19 } });
		assert.deepEqual([finding.severity, finding.code], ['warning', 'unknown-citation']);
		assert.equal(status, 1);
	});
	test('could not run: 2, with the reason', () => {
		for (const [args, reason] of [
			[['check', 'nowhere.md'], /There is no file “.*nowhere\.md”/],
			[['check', '*.rst'], /No file matches “\*\.rst”/],
			[['check', '.'], /is a folder/],
			[['check'], /Name the files/],
			[['chek', 'a.md'], /There is no command “chek”/],
			[['check', 'clean.md', '--format', 'xml'], /There is no format “xml”/],
			[['check', 'clean.md', '--colour'], /--colour/],
		] as const) {
			const { status, err } = metascribe(...args);
			assert.match(err, reason);
			assert.equal(status, 2);
		}
	});
	test('help', () => {
		const { status, out } = metascribe('--help');
		assert.match(out, /Usage: metascribe check/);
		assert.equal(status, 0);
	});
});
