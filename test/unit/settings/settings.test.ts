import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultSettings, parseSettings } from '../../../server/src/service';

suite('Settings', () => {
	test('nothing gives the defaults', () => {
		for (const raw of [undefined, null, {}, 'text', 3, [], { hover: 7, completion: null, diagnostics: 'x' }]) {
			assert.deepEqual(parseSettings(raw), defaultSettings);
		}
	});
	test('what is valid is taken, the rest has its default', () => {
		const settings = parseSettings({
			hover: { enabled: false },
			completion: { brackets: true, builtInReferences: 'maybe' },
			claims: { coverage: 'everything' },
			diagnostics: { enabled: true, 'unsupported-claim': 'hint', 'unknown-citation': 'loud' },
		});
		assert.equal(settings.hover.enabled, false);
		assert.deepEqual(settings.completion, { brackets: true, builtInReferences: true, quarto: 'complement' });
		assert.equal(settings.claims.coverage, 'neighbour');
		assert.deepEqual(settings.diagnostics, {
			enabled: true,
			rules: { 'unsupported-claim': 'hint', 'unknown-citation': 'default' },
		});
	});
});
