import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { contextNames } from '../../../server/src/service/claims/context';
import { shapeNames } from '../../../server/src/service/claims/features';
import {
	decodeBase64,
	needingKinds,
	readModel,
	restingKinds,
	rulesOnly,
} from '../../../server/src/service/claims/model';
import { shipped } from './shipped';

const zeros = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
const head = { scale: 1, words: 'AQL+fw==', shape: zeros(shapeNames), bias: 0 };
const levels = { high: 0.9, medium: 0.8, low: 0.7 };
const sound = {
	format: 2,
	need: head,
	context: zeros(contextNames),
	kinds: Object.fromEntries([...needingKinds, ...restingKinds].map((kind) => [kind, head])),
	neighbours: { typical: 0, previous: 0, next: 0, others: 0 },
	calibration: { slope: 1, offset: 0 },
	thresholds: { draft: levels, cited: levels },
};

suite('reading a stored claim model', () => {
	test('a sound one', () => {
		const { model, problems } = readModel(sound);
		assert.deepEqual(problems, []);
		assert.deepEqual(model.need.words, { scale: 1, weights: Int8Array.of(1, 2, -2, 127) });
		assert.deepEqual(model.thresholds.cited, levels);
	});

	test('the one that is shipped', () => {
		assert.deepEqual(shipped.problems, []);
		const { high, medium, low } = shipped.model.thresholds.draft;
		assert.ok(high > medium && medium > low && low > 0 && high < 1);
	});

	const broken: Readonly<Record<string, unknown>> = {
		'nothing at all': undefined,
		'not an object': 'model',
		'a list': [],
		'an empty object': {},
		'another format': { ...sound, format: 99 },
		'no words': { ...sound, need: { ...head, words: undefined } },
		'words that are no base64': { ...sound, need: { ...head, words: 'A*==' } },
		'a table whose size is no power of two': { ...sound, need: { ...head, words: 'AQL+' } },
		'an empty table': { ...sound, need: { ...head, words: '' } },
		'a weight missing': { ...sound, context: zeros(contextNames.slice(1)) },
		'a weight that is no number': { ...sound, need: { ...head, shape: { ...head.shape, question: '1' } } },
		'a weight that is not finite': { ...sound, calibration: { slope: Number.NaN, offset: 0 } },
		'a kind missing': { ...sound, kinds: { ...sound.kinds, statistic: undefined } },
		'neighbours missing': { ...sound, neighbours: undefined },
		'thresholds missing': { ...sound, thresholds: { draft: levels } },
	};
	for (const [name, data] of Object.entries(broken)) {
		test(`${name} gives the rules alone and says so`, () => {
			const { model, problems } = readModel(data);
			assert.equal(model, rulesOnly);
			assert.notDeepEqual(problems, []);
		});
	}

	test('base64 as Node writes it', () => {
		for (let length = 0; length < 20; length++) {
			const bytes = Int8Array.from({ length }, (_, i) => i * 37 - 100);
			assert.deepEqual(decodeBase64(Buffer.from(bytes.buffer).toString('base64')), bytes);
		}
	});
});
