import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence that its authors cited for, and what they cited. */
export interface CitationQuery {
	readonly id: string;
	/** The document it stands in: `<candidates>/<doc>.json` holds what that document cites. */
	readonly doc: string;
	readonly domain: string;
	/** Whether it is prose such as reviews are made of. */
	readonly reviewlike: boolean;
	/** Without its citations. */
	readonly sentence: string;
	readonly previous: string;
	readonly gold: readonly string[];
}

export interface Candidate {
	readonly id: string;
	readonly title: string;
	/** "Wang, Dashun". */
	readonly authors: readonly string[];
	readonly year: string;
	readonly journal: string;
	readonly abstract: string;
}

/** Queries in the order of the file. Those of one document stand in the order of its text. */
export function readQueries(file: string): readonly CitationQuery[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const record = recordOf(JSON.parse(line));
			return {
				id: text(record['id']),
				doc: text(record['doc']),
				domain: text(record['domain']),
				reviewlike: record['reviewlike'] === true,
				sentence: text(record['sentence']),
				previous: text(record['previous_sentence']),
				gold: texts(record['gold']),
			};
		});
}

export function readCandidates(folder: string, doc: string): readonly Candidate[] {
	const records: unknown = JSON.parse(readFileSync(join(folder, `${doc}.json`), 'utf8'));
	return (Array.isArray(records) ? records : []).map((item) => {
		const record = recordOf(item);
		return {
			id: text(record['id']),
			title: text(record['title']),
			authors: texts(record['authors']),
			year: text(record['year']),
			journal: text(record['journal']),
			abstract: text(record['abstract']),
		};
	});
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function texts(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.map(text) : [];
}
