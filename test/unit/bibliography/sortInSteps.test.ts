import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { sortInSteps } from '../../../server/src/service/bibliography/sortInSteps';

/** What the sort gives, and in how many steps. */
function sorted(words: readonly string[]): { readonly result: readonly string[]; readonly steps: number } {
	const sorting = sortInSteps(words);
	for (let steps = 0; ; steps++) {
		const step = sorting.next();
		if (step.done) {
			return { result: step.value, steps };
		}
	}
}

suite('Sorting in steps', () => {
	test('orders as Array.sort does, by UTF-16 units', () =>
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 4 })), (words) => {
				assert.deepEqual(sorted(words).result, [...words].sort());
			}),
		));

	test('many words take many steps, and come out in order', () => {
		const words = Array.from({ length: 50_000 }, (_, index) => `w${(index * 7919) % 50_021}`);
		const { result, steps } = sorted(words);
		assert.deepEqual(result, [...words].sort());
		assert.ok(steps > 20, `${steps} steps`);
	});
});
