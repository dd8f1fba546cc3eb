import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseNames } from '../../../server/src/service/bibliography/bibtex/names';
import type { Name } from '../../../server/src/service/bibliography/reference';

const cases: readonly (readonly [written: string, names: readonly Name[]])[] = [
	['Kaplan, Rosandra N.', [{ family: 'Kaplan', given: 'Rosandra N.' }]],
	['Rosandra N. Kaplan', [{ family: 'Kaplan', given: 'Rosandra N.' }]],
	[
		'Kaplan, R. N. and Lyden, D.',
		[
			{ family: 'Kaplan', given: 'R. N.' },
			{ family: 'Lyden', given: 'D.' },
		],
	],
	[
		'Kaplan, R.\n   AND   David Lyden',
		[
			{ family: 'Kaplan', given: 'R.' },
			{ family: 'Lyden', given: 'David' },
		],
	],
	['van der Berg, Jan', [{ family: 'Berg', given: 'Jan', particle: 'van der' }]],
	['Jan van der Berg', [{ family: 'Berg', given: 'Jan', particle: 'van der' }]],
	['Berg, Jan van der', [{ family: 'Berg', given: 'Jan', particle: 'van der' }]],
	['Van Horn, John Darrell', [{ family: 'Van Horn', given: 'John Darrell' }]],
	['de la Cruz, Jr, Maria', [{ family: 'Cruz', given: 'Maria', particle: 'de la', suffix: 'Jr' }]],
	['Ludwig von Beethoven', [{ family: 'Beethoven', given: 'Ludwig', particle: 'von' }]],
	["{\\'E}mile {van der Berg}", [{ family: 'van der Berg', given: 'Émile' }]],
	['{\\"o}zt{\\"u}rk, Ay{\\c s}e', [{ family: 'öztürk', given: 'Ayşe' }]],
	['{World Health Organization}', [{ literal: 'World Health Organization' }]],
	['{Barnes and Noble} and Smith, J', [{ literal: 'Barnes and Noble' }, { family: 'Smith', given: 'J' }]],
	['IDC', [{ family: 'IDC' }]],
	['family=Berg, given=Jan, prefix=van den', [{ family: 'Berg', given: 'Jan', particle: 'van den' }]],
	[
		'Smith, John; Doe, Jane',
		[
			{ family: 'Smith', given: 'John' },
			{ family: 'Doe', given: 'Jane' },
		],
	],
	['Donald~E. Knuth', [{ family: 'Knuth', given: 'Donald E.' }]],
	['Jean-Paul Sartre', [{ family: 'Sartre', given: 'Jean-Paul' }]],
	['王, 小明', [{ family: '王', given: '小明' }]],
	['Smith, J.,', [{ family: 'Smith', given: 'J.' }]],
	[', J.', [{ family: 'J.' }]],
	['', []],
	['and', []],
	['{}', []],
];

suite('names', () => {
	for (const [written, names] of cases) {
		test(written || 'nothing', () => assert.deepEqual(parseNames(written), { names, more: false }));
	}
	for (const written of ['Kaplan, R. and others', 'Kaplan, R. and et al.', 'Kaplan, R. and et al']) {
		test(`${written}: the list is cut`, () =>
			assert.deepEqual(parseNames(written), { names: [{ family: 'Kaplan', given: 'R.' }], more: true }));
	}
});
