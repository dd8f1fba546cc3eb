import { type Data, type DataFiles, loadData, readDataFolder } from './data';
import type { Problem } from './problem';
import { abbreviations } from './rules/abbreviations';
import { categories } from './rules/categories';
import { claimTerms } from './rules/claims';
import { conditions } from './rules/conditions';
import { definitions } from './rules/definitions';
import { duplicates } from './rules/identity';
import { journals } from './rules/journals';
import { works } from './rules/records';
import { termRelations } from './rules/relations';
import { sources } from './rules/sources';
import { surfaceForms } from './rules/surfaceForms';

/** Each rule says what it finds; a new rule is one file and one word here. */
const rules: readonly ((data: Data) => Iterable<Problem>)[] = [
	duplicates,
	categories,
	definitions,
	termRelations,
	sources,
	surfaceForms,
	abbreviations,
	conditions,
	claimTerms,
	works,
	journals,
];

/** Everything wrong in a data folder, by file and line. */
export function checkData(folder: string): readonly Problem[] {
	return checkFiles(readDataFolder(folder));
}

/**
 * Everything wrong in the files, by file and line. How records fit together is looked at only when each file is well
 * formed and accepted by its schema: a missing file would make every mention of its records wrong.
 */
export function checkFiles(files: DataFiles): readonly Problem[] {
	const { data, problems } = loadData(files);
	const all = data ? rules.flatMap((rule) => [...rule(data)]) : [...problems];
	return all.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
