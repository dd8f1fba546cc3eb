import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileKnowledge } from '../../data/knowledge';
import { createEngine } from './engine';
import type { Given } from './given';
import { generatedManuscripts, givenManuscript } from './manuscript';
import { analysisRows } from './rows/analysis';
import { bibliographyRows } from './rows/bibliography';
import { editRows } from './rows/edit';
import { hoverRows } from './rows/hover';
import { rankingRows } from './rows/ranking';
import { termRows } from './rows/terms';
import { fullTable, headlineTable, machineLine, type Row, writeBetweenMarkers } from './table';

const usage = `npm run bench -- [--only <rows>] [--manuscript <file>] [--bib <folder>] [--corpus <folder>] [--write]

--only        rows to measure, with commas between them: ROWS
--manuscript  a Markdown file to analyse, instead of a generated one
--bib         a folder of .bib files to make bibliographies from, instead of ../shared/corpus/bib or the sample's
--corpus      a folder that holds citations/, for the ranking, instead of ../shared/corpus
--write       put the headline rows into README.md; of all rows only`;

const groups = {
	analysis: analysisRows,
	edit: editRows,
	hover: hoverRows,
	terms: termRows,
	bibliography: bibliographyRows,
	ranking: rankingRows,
} satisfies Record<string, (given: Given) => Promise<readonly Row[]>>;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			only: { type: 'string' },
			manuscript: { type: 'string' },
			bib: { type: 'string' },
			corpus: { type: 'string', default: '../shared/corpus' },
			write: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const names = values.only?.split(',') ?? Object.keys(groups);
	const chosen = Object.entries(groups).filter(([name]) => names.includes(name));
	const isPartial = values.write && values.only !== undefined;
	if (values.help || chosen.length < names.length || isPartial) {
		console.log(usage.replace('ROWS', Object.keys(groups).join(', ')));
		process.exitCode = values.help ? 0 : 1;
		return;
	}
	const sample = readFileSync('client/sample/review.md', 'utf8');
	const engine = createEngine(compileKnowledge('data'), readFileSync('client/sample/references.bib', 'utf8'));
	const manuscripts =
		values.manuscript === undefined
			? generatedManuscripts(engine.service, engine.knowledge, sample)
			: givenManuscript(values.manuscript);
	const bibliographyFolder =
		values.bib ?? ['../shared/corpus/bib', 'client/sample'].find((folder) => existsSync(folder)) ?? '.';
	const given: Given = { engine, manuscripts, bibliographyFolder, corpusFolder: values.corpus };
	const rows: Row[] = [];
	for (const [name, measure] of chosen) {
		console.error(`measuring ${name}`);
		rows.push(...(await measure(given)));
	}
	console.log(`\n${fullTable(rows)}\n\n${machineLine()}\nManuscripts: ${manuscripts.description}.`);
	if (values.write) {
		writeBetweenMarkers('README.md', `${headlineTable(rows)}\n\nMeasured on ${machineLine()}.`);
	}
}

main().catch((error) => {
	console.error(error);
	// Servers may still run; they end with their pipes.
	process.exit(1);
});
