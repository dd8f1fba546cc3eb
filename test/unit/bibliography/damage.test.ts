import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import { checkRanges, problemsIn } from './check';

/** One kind of damage: the broken entry, the problems it is reported with, and what can still be read of it. */
interface Damage {
	readonly name: string;
	readonly entry: string;
	/** "code: text the problem is about". */
	readonly problems: readonly string[];
	/** The keys read between the two intact entries. */
	readonly keys: readonly string[];
	/** Title and year of the first of them. */
	readonly title?: string;
	readonly year?: number;
}

const damages: readonly Damage[] = [
	{
		name: 'no comma after a field',
		entry: '@article{bad,\n  title = {Niche}\n  year = {2005},\n}',
		problems: ['missing-comma: }'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no comma after a quoted field',
		entry: '@article{bad,\n  title = "Niche"\n  year = 2005\n}',
		problems: ['missing-comma: "'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no comma after the key, next line',
		entry: '@article{bad\n  title = {Niche},\n  year = {2005}\n}',
		problems: ['missing-comma: bad'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no comma after the key, same line',
		entry: '@article{bad title = {Niche}, year = {2005}}',
		problems: ['missing-comma: bad'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no closing brace of the entry',
		entry: '@article{bad,\n  title = {Niche},\n  year = {2005},\n',
		problems: ['unclosed-entry: @article{bad'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no closing brace of a value in the middle',
		entry: '@article{bad,\n  title = {Niche,\n  author = {Kaplan, R},\n  year = {2005}\n}',
		problems: ['unclosed-value: title = {'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no closing brace of the last value',
		entry: '@article{bad,\n  title = {Niche},\n  year = {2005\n}',
		problems: ['unclosed-entry: @article{bad'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no closing brace of a group inside a value',
		entry: '@article{bad,\n  title = {The {VEGFR1 niche},\n  year = {2005}\n}',
		problems: ['unclosed-value: title = {'],
		keys: ['bad'],
		title: 'The VEGFR1 niche',
		year: 2005,
	},
	{
		name: 'one closing brace too many after a value',
		entry: '@article{bad,\n  title = {Niche}},\n  year = {2005}\n}',
		problems: ['extra-brace: }'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no opening brace of a value',
		entry: '@article{bad,\n  title = Niche},\n  year = {2005}\n}',
		problems: ['extra-brace: }', 'undefined-string: Niche'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'a value of several words without braces',
		entry: '@article{bad,\n  title = The niche,\n  year = {2005}\n}',
		problems: ['unquoted-value: The niche'],
		keys: ['bad'],
		title: 'The niche',
		year: 2005,
	},
	{
		name: 'no closing quotation mark',
		entry: '@article{bad,\n  title = "Niche,\n  journal = "Nature",\n  year = "2005"\n}',
		problems: ['unclosed-value: title = "'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no closing quotation mark of the last value',
		entry: '@article{bad,\n  title = "Niche",\n  year = "2005\n}',
		problems: ['unclosed-value: year = "'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no equals sign',
		entry: '@article{bad,\n  title {Niche},\n  year = {2005}\n}',
		problems: ['missing-equals: title'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no value',
		entry: '@article{bad,\n  journal = ,\n  title = {Niche},\n  year = {2005}\n}',
		problems: ['missing-value: journal'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no value of the last field',
		entry: '@article{bad,\n  title = {Niche},\n  year =\n}',
		problems: ['missing-value: year'],
		keys: ['bad'],
		title: 'Niche',
	},
	{
		name: 'nothing after the joining sign',
		entry: '@article{bad,\n  title = {Niche} # ,\n  year = {2005}\n}',
		problems: ['missing-value: title'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no key, with its comma',
		entry: '@article{,\n  title = {Niche},\n  year = {2005}\n}',
		problems: ['missing-key: @article'],
		keys: [''],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'no key at all',
		entry: '@article{title = {Niche},\n  year = {2005}\n}',
		problems: ['missing-key: @article'],
		keys: [''],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'a key with a space',
		entry: '@article{bad key,\n  title = {Niche},\n  year = {2005}\n}',
		problems: ['key-with-space: bad key'],
		keys: ['bad key'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'an entry without fields',
		entry: '@misc{bad}',
		problems: ['no-fields: bad'],
		keys: ['bad'],
	},
	{
		name: 'no opening brace of the entry',
		entry: '@article bad,\n  title = {Niche},\n  year = {2005}\n}',
		problems: ['missing-brace: @article'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'text between fields',
		entry: '@article{bad,\n  title = {Niche},\n  see page 4,\n  year = {2005}\n}',
		problems: ['unexpected-text: see page 4'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'text behind a value',
		entry: '@article{bad,\n  title = {Niche} (sic),\n  year = {2005}\n}',
		problems: ['unexpected-text: (sic)'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'an unknown @string',
		entry: '@article{bad,\n  journal = nat,\n  title = {Niche},\n  year = 2005\n}',
		problems: ['undefined-string: nat'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'an unknown parent',
		entry: '@inproceedings{bad,\n  crossref = {nobody},\n  title = {Niche},\n  year = 2005\n}',
		problems: ['unknown-parent: nobody'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'cut off in a key',
		entry: '@article{bad',
		problems: ['missing-comma: bad', 'unclosed-entry: @article{bad'],
		keys: ['bad'],
	},
	{
		name: 'cut off after the brace',
		entry: '@article{',
		problems: ['missing-key: @article', 'unclosed-entry: @article{'],
		keys: [''],
	},
	{
		name: 'cut off in a value',
		entry: '@article{bad,\n  year = {2005},\n  title = {Niche',
		problems: ['unclosed-value: title = {', 'unclosed-entry: @article{bad'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'cut off after an equals sign',
		entry: '@article{bad,\n  title = {Niche},\n  year = ',
		problems: ['missing-value: year', 'unclosed-entry: @article{bad'],
		keys: ['bad'],
		title: 'Niche',
	},
	{
		name: 'the next entry on the same line without a closing brace',
		entry: '@article{bad, title = {Niche}, year = {2005} @article{more, title = {More}}',
		problems: ['unclosed-entry: @article{bad'],
		keys: ['bad', 'more'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'two closing braces at the end',
		entry: '@article{bad,\n  title = {Niche},\n  year = {2005}\n}}',
		problems: [],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'two commas',
		entry: '@article{bad,,\n  title = {Niche},,\n  year = {2005},\n}',
		problems: [],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'an unclosed comment',
		entry: '@comment{jabref-meta: databaseType',
		problems: [],
		keys: [],
	},
	{
		name: 'an unclosed @string',
		entry: '@string{nature = "Nature"\n',
		problems: ['unclosed-entry: @string{'],
		keys: [],
	},
	{
		name: 'LaTeX that makes no sense',
		entry: "@article{bad,\n  title = {Niche \\'{ \\undefined$^},\n  year = {2005}\n}",
		problems: ['unclosed-value: title = {'],
		keys: ['bad'],
		year: 2005,
	},
	{
		name: 'a conflict left by a merge',
		entry: '<<<<<<< HEAD\n@article{bad,\n  title = {Niche},\n=======\n  year = {2005}\n>>>>>>> main\n}',
		problems: ['unexpected-text: =======', 'unexpected-text: >>>>>>> main'],
		keys: ['bad'],
		title: 'Niche',
		year: 2005,
	},
	{
		name: 'a stray @ and an address between entries',
		entry: 'Ask jane@example.org or @ the library.',
		problems: [],
		keys: [],
	},
];

const before = '@article{before,\n  title = {Before},\n  year = {2001}\n}\n\n';
const after = '\n\n@article{after,\n  title = {After},\n  year = {2009}\n}\n';

suite('a damaged entry costs no other', () => {
	for (const damage of damages) {
		test(damage.name, () => {
			const text = before + damage.entry + after;
			const bibliography = readBibliography('file:///refs.bib', text);
			const keys = bibliography.entries.map(({ key }) => key);
			assert.deepEqual(keys, ['before', ...damage.keys, 'after']);
			assert.deepEqual(
				[0, -1].map((index) => bibliography.entries.at(index)?.reference),
				[
					{ key: 'before', type: 'article-journal', title: 'Before', authors: [], year: 2001 },
					{ key: 'after', type: 'article-journal', title: 'After', authors: [], year: 2009 },
				],
			);
			assert.deepEqual(problemsIn(text), damage.problems);
			const read = bibliography.entries[1]?.reference;
			if (damage.title !== undefined) assert.equal(read?.title, damage.title);
			if (damage.year !== undefined) assert.equal(read?.year, damage.year);
			checkRanges(bibliography, text);
		});
		test(`${damage.name}, at the end of the file`, () => {
			const { entries } = readBibliography('file:///refs.bib', before + damage.entry);
			assert.deepEqual(
				entries.map(({ key }) => key),
				['before', ...damage.keys],
			);
		});
		test(`${damage.name}, with Windows line ends`, () => {
			const text = (before + damage.entry + after).replace(/\n/g, '\r\n');
			const { entries } = readBibliography('file:///refs.bib', text);
			assert.deepEqual(
				entries.map(({ key }) => key),
				['before', ...damage.keys, 'after'],
			);
			if (damage.year !== undefined) assert.equal(entries[1]?.reference.year, damage.year);
		});
	}

	test('problems say what is wrong and what to do', () => {
		const text = '@article{bad,\n  title = {Niche}\n  year = {2005}';
		const { problems } = readBibliography('file:///refs.bib', text);
		assert.deepEqual(
			problems.map(({ message }) => message),
			['Missing comma after the field “title”.', 'The entry “bad” is not closed. Add “}” at its end.'],
		);
	});
});
