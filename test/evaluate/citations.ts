import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileKnowledge } from '../../data/knowledge';
import { createGlossary } from '../../server/src/service/glossary/glossary';
import { createBaseline } from './citationsBaseline';
import { type CitationQuery, readCandidates, readQueries } from './citationsCorpus';
import { qualityOf } from './citationsMetrics';
import { rankDocument, type Seen, seenChoices } from './citationsRanking';

const usage = `citations --queries <queries.jsonl> --candidates <folder> [--out <ranks.jsonl>] [--seen others|before|nothing]

Ranks the works each document cites for each of its citing sentences, and prints how well the rankings find what the
authors cited there, beside a BM25 baseline on the same queries. --seen says which of the manuscript's other citing
sentences the rankings in --out were made with; a query's own sentence is never among them.`;

/** Rankings by query id, best first. */
type Rankings = ReadonlyMap<string, readonly string[]>;

/** The command `evaluate -- citations`. */
export function main(args: readonly string[]): void {
	const { values } = parseArgs({
		args: [...args],
		options: {
			queries: { type: 'string' },
			candidates: { type: 'string' },
			out: { type: 'string' },
			seen: { type: 'string', default: 'others' },
			help: { type: 'boolean', default: false },
		},
	});
	const seen = seenChoices.find((choice) => choice === values.seen);
	if (values.help || !values.queries || !values.candidates || !seen) {
		console.log(usage);
		process.exitCode = values.help ? 0 : 1;
		return;
	}
	const evaluation = evaluateCitations(values.queries, values.candidates);
	console.log(evaluation.report());
	if (values.out) {
		const rankings = [...evaluation.rankings(seen)];
		writeFileSync(values.out, rankings.map(([id, ranking]) => `${JSON.stringify({ id, ranking })}\n`).join(''));
	}
}

/** The baseline's rankings and ours, on the same queries. */
export interface CitationEvaluation {
	readonly queries: readonly CitationQuery[];
	readonly baseline: Rankings;
	rankings(seen: Seen): Rankings;
	quality(rankings: Rankings, queries?: readonly CitationQuery[]): ReturnType<typeof qualityOf>;
	/** The figures as a table. */
	report(): string;
}

export function evaluateCitations(queriesFile: string, candidatesFolder: string): CitationEvaluation {
	const queries = readQueries(queriesFile);
	const glossary = createGlossary(compileKnowledge('data'));
	const documents = [...new Set(queries.map(({ doc }) => doc))].map((doc) => ({
		doc,
		own: queries.filter((query) => query.doc === doc),
		candidates: readCandidates(candidatesFolder, doc),
	}));
	const sizes = new Map(documents.map(({ doc, candidates }) => [doc, candidates.length]));
	const quality: CitationEvaluation['quality'] = (rankings, of = queries) =>
		qualityOf(of, rankings, (doc) => sizes.get(doc) ?? Number.POSITIVE_INFINITY);
	const baseline = new Map(
		documents.flatMap(({ own, candidates }) => {
			const rank = createBaseline(candidates);
			return own.map((query) => [query.id, rank(query)] as const);
		}),
	);
	const rankings = (seen: Seen): Rankings =>
		new Map(documents.flatMap(({ own, candidates }) => [...rankDocument(candidates, own, glossary, seen)]));
	return { queries, baseline, rankings, quality, report: () => report({ queries, baseline, rankings, quality }) };
}

const LABELS: Readonly<Record<Seen, string>> = {
	nothing: 'ranked by the sentence alone',
	before: 'and by earlier citing sentences',
	others: 'and by all other citing sentences',
};

function report({ queries, baseline, rankings, quality }: Omit<CitationEvaluation, 'report'>): string {
	const contestants: readonly (readonly [string, Rankings])[] = [
		['BM25 baseline', baseline],
		...seenChoices.map((seen) => [LABELS[seen], rankings(seen)] as const),
	];
	const slices: readonly (readonly [string, readonly CitationQuery[]])[] = [
		['all', queries],
		['reviewlike', queries.filter(({ reviewlike }) => reviewlike)],
		['oncology', queries.filter(({ domain }) => domain === 'oncology')],
	];
	const lines = slices.flatMap(([slice, of]) => [
		`${slice}: ${of.length} queries`,
		`${' '.repeat(36)}   R@1    R@5   R@10    MRR`,
		...contestants.map(([label, own]) => {
			const { recall1, recall5, recall10, reciprocalRank } = quality(own, of);
			const figures = [recall1, recall5, recall10, reciprocalRank].map((figure) => figure.toFixed(3)).join('  ');
			return `  ${label.padEnd(36)} ${figures}`;
		}),
		'',
	]);
	return [
		...lines,
		'The weights of the ranking were fitted to the shared corpus: on it, these figures are not held out.',
	].join('\n');
}
