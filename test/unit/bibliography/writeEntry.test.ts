import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import type { FormatName } from '../../../server/src/service/bibliography/format';
import { plainMarkup } from '../../../server/src/service/bibliography/markup';
import type { Name, Reference } from '../../../server/src/service/bibliography/reference';
import { formatEntry } from '../../../server/src/service/bibliography/writeEntry';

const extensions: Readonly<Record<FormatName, string>> = { bibtex: 'bib', 'csl-json': 'json', 'csl-yaml': 'yaml' };
const formats: readonly FormatName[] = ['bibtex', 'csl-json', 'csl-yaml'];

const kaplan: Reference = {
	key: 'ignored',
	type: 'article-journal',
	title: 'VEGFR1-positive haematopoietic progenitors in 5% of α-SMA+ cells',
	authors: [
		{ family: 'Kaplan', given: 'Rosandra N.' },
		{ family: 'Berg', given: 'J', particle: 'van den' },
		{ literal: 'A & B Group' },
	],
	moreAuthors: true,
	year: 2005,
	containerTitle: 'Nature',
	volume: '438',
	issue: '7069',
	page: '820-827',
	doi: '10.1038/nature04186',
	pmid: '16341007',
};

suite('writing an entry', () => {
	test('in BibTeX', () => {
		assert.equal(
			formatEntry(kaplan, 'kaplan2005', 'bibtex', { indent: '\t' }),
			`@article{kaplan2005,
	title = {{VEGFR1-positive} haematopoietic progenitors in 5\\% of {α-SMA+} cells},
	author = {Kaplan, Rosandra N. and van den Berg, J and {A \\& B Group} and others},
	journal = {Nature},
	year = {2005},
	volume = {438},
	number = {7069},
	pages = {820--827},
	doi = {10.1038/nature04186},
	pmid = {16341007},
}`,
		);
	});

	test('in CSL JSON, where a list stands', () => {
		assert.equal(
			formatEntry({ ...kaplan, authors: [], moreAuthors: false, title: 'T "x"' }, 'k', 'csl-json', { base: '  ' }),
			`  {
    "id": "k",
    "type": "article-journal",
    "title": "T \\"x\\"",
    "container-title": "Nature",
    "issued": {
      "date-parts": [
        [
          2005
        ]
      ]
    },
    "volume": "438",
    "issue": "7069",
    "page": "820-827",
    "DOI": "10.1038/nature04186",
    "PMID": "16341007"
  }`,
		);
	});

	test('in CSL YAML', () => {
		assert.equal(
			formatEntry(
				{ key: 'x', type: 'book', authors: [{ family: 'Kaplan' }], title: 'Yes: no', year: 2005 },
				'k',
				'csl-yaml',
			),
			`- id: k
  type: book
  title: "Yes: no"
  author:
    - family: Kaplan
  issued:
    date-parts:
      - - 2005`,
		);
	});
});

/** Text as reading yields it: no outer or double space, composed. */
const text = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'VEGFR1',
				'and',
				'others',
				'niche',
				'T',
				'5%',
				'$x$',
				'a_b',
				'{x}',
				'\\alpha',
				'<',
				'R&D',
				"''",
				'--',
				'`',
				'~',
				'#',
				'^2',
				'é',
				'β-catenin',
				'😀',
				'"q"',
				"O'Brien",
				'x=y',
				'@a',
				'%',
				',',
				';',
				'al.',
				'日本',
			),
			fc.string({ maxLength: 8 }),
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((words) => words.join(' ').replace(/\s+/g, ' ').trim().normalize('NFC'))
	.filter((words) => words !== '' && plainMarkup(words) === words && !/\p{C}/u.test(words));
const plain = fc.constantFrom(
	'Kaplan',
	'van den Berg',
	'de',
	'Müller-Öztürk',
	'Jr',
	'Rosandra N.',
	"O'Brien",
	'Smith, and Sons',
	'and',
	'jean',
	'X Y',
	'李',
);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const name: fc.Arbitrary<Name> = fc.oneof(
	text.filter((words) => !/^(?:others|et\.? al\.?)$/i.test(words)).map((literal) => ({ literal })),
	fc
		.record<Name>({
			family: fc.oneof(plain, text),
			given: optional(plain),
			particle: optional(fc.constantFrom('van', 'van der', 'de la')),
			suffix: optional(fc.constantFrom('Jr', 'III')),
		})
		.map(defined),
);

const reference: fc.Arbitrary<Reference> = fc
	.record({
		type: fc.constantFrom('article-journal', 'book', 'chapter', 'thesis', 'document'),
		title: optional(text),
		authors: fc.array(name, { maxLength: 3 }),
		editors: optional(fc.array(name, { minLength: 1, maxLength: 2 })),
		year: optional(fc.integer({ min: 1000, max: 2100 })),
		containerTitle: optional(text),
		publisher: optional(text),
		volume: optional(fc.constantFrom('438', '12A', 'Suppl 1')),
		issue: optional(fc.constantFrom('7069', '1-2', '5 Pt 1')),
		page: optional(fc.constantFrom('820-827', 'e12', 'S1-S9', '1')),
		doi: optional(fc.constantFrom('10.1038/nature04186', '10.1002/(SICI)1097-0215(1998)76:1#3.0.CO;2-_')),
		pmid: optional(fc.constantFrom('16341007')),
		pmcid: optional(fc.constantFrom('PMC2945882')),
		url: optional(fc.constantFrom('https://example.org/a_b?c=d&e=%20#f')),
		abstract: optional(text),
		keywords: optional(
			fc.uniqueArray(fc.constantFrom('niche', 'bone marrow', 'α', '5% & more'), { minLength: 2, maxLength: 3 }),
		),
	})
	.map((fields) => ({ ...defined(fields), key: 'key1' }) as Reference);

function defined<Fields extends object>(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

suite('what was written is read back the same', () => {
	for (const format of formats) {
		test(format, () => {
			fc.assert(
				fc.property(reference, (written) => {
					const entry = formatEntry(written, 'key1', format);
					const file = format === 'csl-json' ? `[\n${entry}\n]` : entry;
					const { entries, problems } = readBibliography(`file:///refs.${extensions[format]}`, file);
					assert.deepEqual(
						entries.map((each) => each.reference),
						[written],
					);
					assert.deepEqual(problems, []);
				}),
				{ seed: 4, numRuns: 300 },
			);
		});
	}
});
