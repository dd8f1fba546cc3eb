import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem';
import type {
	AbbreviationRecord,
	CategoryRecord,
	ClaimRecord,
	ConditionRecord,
	JournalRecord,
	ReferenceRecord,
	RetractionRecord,
	TermFileRecord,
	TermRecord,
} from './records';
import { type SchemaName, schemaProblems } from './schemas';
import { type DataPath, parseSource, type Source } from './source';

/** The texts of the data files, by path inside the data folder, with forward slashes. */
export type DataFiles = ReadonlyMap<string, string>;

/** A record and where it stands. */
export interface Entry<T> {
	readonly record: T;
	readonly source: Source;
	readonly path: DataPath;
}

/** A file of terms. */
export interface TermFile extends Entry<TermFileRecord> {
	/** The file's name without folder and ending, which is its category's id. */
	readonly name: string;
}

/** All records, each accepted by its schema; nothing is said yet about how they fit together. */
export interface Data {
	readonly termFiles: readonly TermFile[];
	readonly terms: readonly Entry<TermRecord>[];
	readonly categories: readonly Entry<CategoryRecord>[];
	readonly references: readonly Entry<ReferenceRecord>[];
	readonly claims: readonly Entry<ClaimRecord>[];
	readonly abbreviations: readonly Entry<AbbreviationRecord>[];
	readonly conditions: readonly Entry<ConditionRecord>[];
	readonly retractions: readonly Entry<RetractionRecord>[];
	readonly journals: readonly Entry<JournalRecord>[];
	/** The citation-worthiness model, unparsed; absent if there is none. */
	readonly claimModel?: string;
}

const listFiles = {
	categories: 'categories.yaml',
	references: 'references.json',
	claims: 'claims.yaml',
	abbreviations: 'abbreviations.yaml',
	conditions: 'matching-conditions.yaml',
	retractions: 'retractions.yaml',
	journals: 'journals.yaml',
} as const;

const modelFile = 'claim-model.json';

/** Reads the data files of a folder; one that is not there is not in the map. */
export function readDataFolder(folder: string): DataFiles {
	const here = new Set(readdirSync(folder));
	const names: string[] = [...Object.values(listFiles), modelFile].filter((name) => here.has(name));
	if (here.has('terms')) {
		const inTerms = readdirSync(join(folder, 'terms')).sort();
		names.push(...inTerms.filter((name) => name.endsWith('.yaml')).map((name) => `terms/${name}`));
	}
	return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Parses the files and holds them against their schemas. With `problems`, `data` is absent. */
export function loadData(files: DataFiles): { readonly data?: Data; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];

	/** The schema has been checked when this returns a value, so the value has the record's type. */
	const read = <T>(file: string, schema: SchemaName): (Entry<T> & { source: Source }) | undefined => {
		const text = files.get(file);
		if (text === undefined) {
			problems.push({ file, line: 1, message: 'This file is missing.', advice: 'Restore it; an empty list is "[]".' });
			return undefined;
		}
		const parsed = parseSource(file, text);
		problems.push(...parsed.problems);
		if (!parsed.source) return undefined;
		const found = schemaProblems(parsed.source, schema);
		problems.push(...found);
		return found.length > 0 ? undefined : { record: parsed.source.value as T, source: parsed.source, path: [] };
	};
	const readList = <T>(schema: keyof typeof listFiles): Entry<T>[] => {
		const list = read<readonly T[]>(listFiles[schema], schema);
		return list ? list.record.map((record, index) => ({ record, source: list.source, path: [index] })) : [];
	};

	const termFiles: TermFile[] = [];
	for (const file of files.keys()) {
		if (!file.startsWith('terms/')) continue;
		const entry = read<TermFileRecord>(file, 'terms');
		if (entry) termFiles.push({ ...entry, name: file.slice('terms/'.length, -'.yaml'.length) });
	}
	const model = files.get(modelFile);
	const data: Data = {
		termFiles,
		terms: termFiles.flatMap(({ record, source }) =>
			record.terms.map((term, index) => ({ record: term, source, path: ['terms', index] })),
		),
		categories: readList('categories'),
		references: readList('references'),
		claims: readList('claims'),
		abbreviations: readList('abbreviations'),
		conditions: readList('conditions'),
		retractions: readList('retractions'),
		journals: readList('journals'),
		...(model === undefined ? {} : { claimModel: model }),
	};
	return problems.length > 0 ? { problems } : { data, problems };
}

/** A problem at a place inside a record. */
export function problemAt(entry: Entry<unknown>, path: DataPath, message: string, advice: string): Problem {
	const { source } = entry;
	return { file: source.file, line: source.lineOf([...entry.path, ...path]), message, advice };
}
