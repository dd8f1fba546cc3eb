import type { Assessment } from '../../server/src/service/claims/assess';
import { needingKinds, restingKinds } from '../../server/src/service/claims/model';
import type { NeedRecord, SentenceRecord } from './claimsCorpus';
import { bootstrap, measureRanking, measureThreshold, type Scored } from './claimsMetrics';

type Scores = ReadonlyMap<string, { readonly score: number }>;
type Needs = ReadonlyMap<string, NeedRecord>;

const slices: Readonly<Record<string, (record: SentenceRecord) => boolean>> = {
	all: () => true,
	reviewlike: (record) => record.reviewlike,
	oncology: (record) => record.domain === 'oncology',
};

/** How well the scores find the sentences that their authors cited; F1 at the threshold, or the best one if none is given. */
export function authorTable(records: readonly SentenceRecord[], scores: Scores, threshold: number | undefined): string {
	const lines = Object.entries(slices).flatMap(([name, includes]) => {
		const rows = rowsOf(
			records.filter((record) => record.eval && includes(record)),
			scores,
			(record) => record.has_citation,
		);
		return rows.length > 0 ? [rankingLine(name, rows, threshold)] : [];
	});
	return ["authors' citations", rankingHead, ...lines, ''].join('\n');
}

/** How well the scores find the sentences for which reviewers asked for a reference: arguably or clearly. */
export function needTable(records: readonly SentenceRecord[], needs: Needs, scores: Scores): string {
	const judged = records.filter((record) => needs.has(record.id));
	const labelOf = (record: SentenceRecord) => needs.get(record.id)?.label ?? 0;
	const arguable = rowsOf(judged, scores, (record) => labelOf(record) >= 0.5);
	const clear = rowsOf(judged, scores, (record) => labelOf(record) >= 0.75);
	return [
		"reviewers' labels",
		rankingHead,
		rankingLine('0.5 or more', arguable, undefined),
		rankingLine('clearly', clear, undefined),
		'',
	].join('\n');
}

function rowsOf(
	records: readonly SentenceRecord[],
	scores: Scores,
	isWorthy: (record: SentenceRecord) => boolean,
): Scored[] {
	return records.map((record) => ({
		doc: record.doc,
		worthy: isWorthy(record),
		score: scores.get(record.id)?.score ?? Number.NEGATIVE_INFINITY,
	}));
}

const rankingHead = row('slice', 'n', 'base', 'AP', '95 % interval', 'P@R0.3', 'P@R0.5', 'F1', 'best F1');

function rankingLine(name: string, rows: readonly Scored[], threshold: number | undefined): string {
	const measures = measureRanking(rows);
	const [low, high] = bootstrap(rows, (drawn) => measureRanking(drawn).averagePrecision);
	return row(
		name,
		String(measures.count),
		three(measures.base),
		three(measures.averagePrecision),
		`${three(low)}-${three(high)}`,
		three(measures.precisionAt30),
		three(measures.precisionAt50),
		threshold === undefined ? '' : three(measureThreshold(rows, threshold).f1),
		three(measures.bestF1),
	);
}

const levels = ['high', 'medium', 'low'] as const;

/** Flags per 100 uncited sentences at each level, and the share of those that reviewers agree with, where they rated. */
export function flagTable(
	records: readonly SentenceRecord[],
	needs: Needs,
	assessments: ReadonlyMap<string, Assessment>,
): string {
	const lines = Object.entries(slices).flatMap(([name, includes]) => {
		const uncited = records.filter(
			(record) =>
				record.eval &&
				includes(record) &&
				(assessments.get(record.id)?.confidence !== undefined || !record.has_citation),
		);
		if (uncited.length === 0) return [];
		const cells = levels.flatMap((level) => {
			const flagged = uncited.filter((record) => assessments.get(record.id)?.confidence === level);
			const rated = flagged.flatMap((record) => needs.get(record.id)?.label ?? []);
			const right = rated.filter((label) => label >= 0.5).length;
			return [
				((100 * flagged.length) / uncited.length).toFixed(1),
				rated.length > 0 ? `${three(right / rated.length)} (${rated.length})` : '',
			];
		});
		return [row(name, String(uncited.length), ...cells)];
	});
	return [
		'flags per 100 uncited sentences, and precision against reviewers (0.5 or more; number rated)',
		row('slice', 'uncited', 'high', '', 'medium', '', 'low', ''),
		...lines,
		'',
	].join('\n');
}

/** The kinds against the reviewers' own. */
export function kindTable(needs: Needs, assessments: ReadonlyMap<string, Assessment>): string {
	const pairs = [...needs.values()].flatMap((need) => {
		const assessment = assessments.get(need.id);
		return assessment ? [{ need, kind: assessment.kind as string }] : [];
	});
	const kinds: readonly string[] = [...needingKinds, ...restingKinds];
	const scored = kinds.map((kind) => {
		const both = pairs.filter((pair) => pair.kind === kind && pair.need.kind === kind).length;
		const said = pairs.filter((pair) => pair.kind === kind).length;
		const meant = pairs.filter((pair) => pair.need.kind === kind).length;
		return { kind, said, meant, f1: said + meant > 0 ? (2 * both) / (said + meant) : 0 };
	});
	const needing: readonly string[] = needingKinds;
	const agrees = pairs.filter(({ need, kind }) => needing.includes(kind) === need.label >= 0.5).length;
	const settled = pairs.filter(({ need }) => need.label >= 0.75 || need.label < 0.5);
	const settledAgrees = settled.filter(({ need, kind }) => needing.includes(kind) === need.label >= 0.75).length;
	const macro = scored.reduce((sum, { f1 }) => sum + f1, 0) / scored.length;
	return [
		`kinds: macro-F1 ${three(macro)}; need or not from the kind agrees with the label in ${three(agrees / pairs.length)}, without the arguable in ${three(settledAgrees / settled.length)}`,
		...scored.map(({ kind, said, meant, f1 }) => row(kind, `${said} said`, `${meant} meant`, three(f1))),
		'',
	].join('\n');
}

function row(...cells: readonly string[]): string {
	return cells
		.map((cell, i) => cell.padEnd(i === 0 ? 20 : 15))
		.join('')
		.trimEnd();
}

function three(value: number): string {
	return value.toFixed(3);
}
