import { suite, test } from 'node:test';
import { changedFiles, checkProblemsOf } from './support';

interface Work {
	readonly year: number;
	readonly volume: string;
	readonly journal?: string;
	readonly notSeen?: string;
}

/** The good files with these works as the last references, and one journal fact. */
function journalFiles(works: readonly Work[], fact: string): Map<string, string> {
	const records = works.map(({ year, volume, journal = 'Steps', notSeen }, index) => ({
		id: `roe${year}work${index}`,
		type: 'article-journal',
		title: `Work ${index}`,
		author: [{ family: 'Roe' }],
		'container-title': journal,
		issued: { 'date-parts': [[year]] },
		volume,
		custom: {
			evidence: 'animal',
			species: ['mouse'],
			finding: 'It steps.',
			finding_from: 'abstract_or_text_seen',
			verification: {
				level: notSeen === undefined ? 'full' : 'partial',
				sources: 1,
				seen_on: 'reference lists only',
				...(notSeen === undefined ? {} : { not_seen: [notSeen] }),
			},
		},
	}));
	const text = records.map((record) => JSON.stringify(record)).join(',\n');
	const files = changedFiles({ file: 'references.json', replace: '\n]', by: `,\n${text}\n]` });
	return files.set('journals.yaml', fact);
}

const fact = '- name: Steps\n  year_minus_volume: 2000\n  records: 3\n';
const regular: readonly Work[] = [
	{ year: 2001, volume: '1' },
	{ year: 2003, volume: '3' },
	{ year: 2007, volume: '7' },
];

suite('data: journals', () => {
	test('three works of three years that agree are silent', () => {
		checkProblemsOf(journalFiles(regular, fact), []);
	});

	test('a work whose volume was not seen, or is no number, says nothing', () => {
		const more = [
			{ year: 2009, volume: '1', notSeen: 'volume' },
			{ year: 2009, volume: 'S1' },
		];
		checkProblemsOf(journalFiles([...regular, ...more], fact), []);
	});

	test('a work that contradicts', () => {
		checkProblemsOf(journalFiles([...regular, { year: 2008, volume: '9' }], fact), [
			'journals.yaml:2: Volume 9 of 2008 ("roe2008work3") does not fit "Steps". Correct the record there, or take the journal out.',
		]);
	});

	test('too few years', () => {
		checkProblemsOf(journalFiles([...regular.slice(1), { year: 2007, volume: '7' }], fact), [
			'journals.yaml:1: Checked references of "Steps" are of fewer than 3 years. Correct the name, or take the journal out.',
		]);
	});

	test('a wrong count', () => {
		checkProblemsOf(journalFiles(regular, fact.replace('records: 3', 'records: 4')), [
			'journals.yaml:3: 3 checked references bear out "Steps", not 4. Write "records: 3".',
		]);
	});

	test('one journal under two names', () => {
		checkProblemsOf(journalFiles([...regular, { year: 2008, volume: '8', journal: 'The Steps' }], fact), [
			'references.json:21: "The Steps" is called "Steps" in another record. Use one name in all records.',
		]);
	});
});
