import { deepStrictEqual } from 'node:assert/strict';
import { checkFiles } from '../../../data/checkData';

/** A small data folder in which nothing is wrong. */
const goodFiles: Readonly<Record<string, string>> = {
	'categories.yaml': '- {id: cascade, title: The cascade, order: 1}\n',
	'terms/cascade.yaml': `category: cascade
terms:
  - id: spread
    label: Spread
    definition: Cells leave one place. They reach another.
    abbreviations: [SP]
    synonyms: [wide spread]
    narrower: [step]
    support: literature
    sources:
      - reference: doe2001spread
        seen: true
  - id: step
    label: Step
    definition: One part of the spread.
    abbreviations: [SP]
    ambiguous:
      SP: [step, spread]
    broader: [spread]
    support: none-yet
`,
	'references.json': `[
	{
		"id": "doe2001spread",
		"type": "article-journal",
		"title": "Spread",
		"author": [{ "family": "Doe", "given": "J" }],
		"container-title": "Journal of Steps",
		"issued": { "date-parts": [[2001]] },
		"DOI": "10.1234/spread",
		"PMID": "12345",
		"custom": {
			"evidence": "review",
			"finding": "It spreads.",
			"finding_from": "abstract_or_text_seen",
			"verification": { "level": "full", "sources": 1, "seen_on": "publisher or index page" }
		}
	}
]
`,
	'claims.yaml': `- id: it-spreads
  claim: It spreads.
  status: contested
  support:
    - reference: doe2001spread
  advice: Say how far.
  terms: [spread]
`,
	'abbreviations.yaml': `- abbreviation: SP
  readings: [spread, step]
  terms: [spread, step]
  awaited: [stop]
`,
	'matching-conditions.yaml': `- surface: step
  terms: [step]
  condition: context
  context: [spread]
  not_with: [stair]
`,
	'journals.yaml': '[]\n',
	'retractions.yaml': `- id: roe1999gone
  doi: 10.1234/gone
  journal: Journal of Steps
  year: 1999
  notice: {year: 2003}
  verification: {level: full, evidence: [the notice]}
`,
};

/** A change of one good file: the first occurrence of `replace` becomes `by`. */
export interface Change {
	readonly file: string;
	readonly replace: string;
	readonly by: string;
}

/** The good files with the changes made. Throws if there is nothing to replace: a test must change something. */
export function changedFiles(...changes: readonly Change[]): Map<string, string> {
	const files = new Map(Object.entries(goodFiles));
	for (const { file, replace, by } of changes) {
		const text = files.get(file);
		if (!text?.includes(replace)) throw new Error(`${file} does not hold ${JSON.stringify(replace)}`);
		files.set(
			file,
			text.replace(replace, () => by),
		);
	}
	return files;
}

/** Compares every problem found after the changes, each written as "file:line: message advice". */
export function checkProblems(changes: readonly Change[], expected: readonly string[]): void {
	checkProblemsOf(changedFiles(...changes), expected);
}

export function checkProblemsOf(files: ReadonlyMap<string, string>, expected: readonly string[]): void {
	const found = checkFiles(files).map(({ file, line, message, advice }) => `${file}:${line}: ${message} ${advice}`);
	deepStrictEqual(found, expected);
}
