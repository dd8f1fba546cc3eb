import { deepStrictEqual, ok } from 'node:assert/strict';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import { checkData } from '../../../data/checkData';
import { compileKnowledge } from '../../../data/knowledge';

/** The folder as it is shipped: tests run from the project's root. */
const folder = resolve('data');

suite('data: as shipped', () => {
	test('nothing is wrong', () => {
		deepStrictEqual(checkData(folder), []);
	});

	test('it compiles, and every source that names a reference finds it', () => {
		const { terms, references } = compileKnowledge(folder);
		const keys = new Set(references.map(({ key }) => key));
		ok(terms.length >= 418 && references.length >= 372);
		const lost = terms
			.flatMap(({ sources }) => sources)
			.filter(({ reference }) => reference !== undefined && !keys.has(reference));
		deepStrictEqual(lost, []);
	});
});
