import { readModel, type Thresholds } from '../../server/src/service/claims/model';
import { type NeighbourNeeds, neighbourNeeds, totalNeed } from '../../server/src/service/claims/neighbours';
import { readSentence } from '../../server/src/service/claims/reading';
import { FOLDS, foldsOf, toManuscripts, type Visibility } from './claimsCorpus';
import { predict } from './claimsPredict';
import { ExampleRows, sigmoid, trainLogistic } from './trainLogistic';
import { type ModelData, round, type TrainingSet, trainModel } from './trainModel';

/** The models of a cross-validation by document: `models[k]` has seen no document of fold k. */
export interface CrossValidation {
	readonly folds: ReadonlyMap<string, number>;
	readonly models: readonly ModelData[];
}

export function crossValidate({ records, needs }: TrainingSet): CrossValidation {
	const folds = foldsOf(records.filter((record) => record.eval).map((record) => record.doc));
	const models = Array.from({ length: FOLDS }, (_, fold) =>
		trainModel({ records: records.filter((record) => folds.get(record.doc) !== fold), needs }),
	);
	return { folds, models };
}

/** A reviewer-labelled sentence with the score of a model that never saw its document. */
interface Judged {
	readonly score: number;
	readonly label: number;
	/** Whether an editor could flag it: it shows no citation, is not covered and its wording rules nothing out. */
	readonly open: boolean;
}

/** What is fitted to out-of-fold scores, once the models are trained. */
export type Fitted = Pick<ModelData, 'neighbours' | 'calibration' | 'thresholds'>;

/**
 * Fits the weights of neighbours, the calibration and the thresholds to out-of-fold scores.
 * The calibration looks at manuscripts with all citations and with none alike; thresholds at what would be flagged.
 */
export function calibrate(set: TrainingSet, validation: CrossValidation): Fitted {
	const neighbours = fitNeighbours(set, validation);
	const models = validation.models.map((model) => ({ ...model, neighbours }));
	const [cited, draft] = [judge(set, { ...validation, models }, 'all'), judge(set, { ...validation, models }, 'none')];
	const calibration = fitCalibration([...cited, ...draft]);
	const open = (judged: readonly Judged[]) =>
		judged
			.filter((sentence) => sentence.open)
			.map(({ score, label }) => ({ label, score: sigmoid(calibration.slope * logit(score) + calibration.offset) }));
	return {
		neighbours,
		calibration,
		thresholds: {
			draft: thresholdsFor(open(draft), precisions.draft),
			cited: thresholdsFor(open(cited), precisions.cited),
		},
	};
}

/** What neighbours' words add to the score of a sentence in a draft without citations, from what its author later cited. */
function fitNeighbours({ records }: TrainingSet, { folds, models }: CrossValidation): ModelData['neighbours'] {
	const examples: { readonly cited: boolean; readonly sum: number; readonly needs: NeighbourNeeds }[] = [];
	const typical: number[] = [];
	for (const [fold, data] of models.entries()) {
		const { model } = readModel(data);
		const unseen = records.filter((record) => folds.get(record.doc) === fold);
		const assessments = predict(unseen, model, 'none');
		const readings = new Map(unseen.map((record) => [record, readSentence(record.text_without_citations, model)]));
		const paragraphs = toManuscripts(unseen, 'none').flatMap((manuscript) => manuscript.records);
		const mean = [...readings.values()].reduce((sum, { need }) => sum + need, 0) / unseen.length;
		typical.push(mean);
		for (const paragraph of paragraphs) {
			const own = paragraph.flatMap((record) => readings.get(record) ?? []);
			const total = totalNeed(own);
			for (const [index, record] of paragraph.entries()) {
				const score = assessments.get(record.id)?.score;
				if (score === undefined || !record.eval || !record.reviewlike) continue;
				const needs = neighbourNeeds(own, index, total, mean);
				examples.push({ cited: record.has_citation, sum: logit(score), needs });
			}
		}
	}
	const rows = new ExampleRows();
	for (const { cited, sum, needs } of examples) {
		for (const [i, value] of [1, sum, needs.previous, needs.next, needs.others].entries()) rows.put(i, value);
		rows.end(cited ? 1 : 0, 1);
	}
	const [, slope = 1, previous = 0, next = 0, others = 0] = trainLogistic(rows.pack(), new Float64Array(5).fill(1e-3));
	return {
		typical: round(typical.reduce((sum, mean) => sum + mean, 0) / typical.length),
		previous: round(previous / slope),
		next: round(next / slope),
		others: round(others / slope),
	};
}

function judge({ records, needs }: TrainingSet, { folds, models }: CrossValidation, visible: Visibility): Judged[] {
	return models.flatMap((data, fold) => {
		const { model, problems } = readModel({ ...data, thresholds: everything });
		if (problems.length > 0) throw new Error(problems.join(' '));
		const unseen = records.filter((record) => folds.get(record.doc) === fold);
		const assessments = predict(unseen, model, visible);
		return unseen.flatMap(({ id }) => {
			const [need, assessment] = [needs.get(id), assessments.get(id)];
			if (!need || !assessment) return [];
			return [{ score: assessment.score, label: need.label, open: assessment.confidence !== undefined }];
		});
	});
}

/** Thresholds that let everything pass which may be flagged at all. */
const everything = { draft: { high: 0, medium: 0, low: 0 }, cited: { high: 0, medium: 0, low: 0 } };

const logit = (score: number): number => Math.log(score / (1 - score));

/** Platt's scaling. */
function fitCalibration(judged: readonly Judged[]): ModelData['calibration'] {
	const rows = new ExampleRows();
	for (const { score, label } of judged) {
		rows.put(0, logit(score));
		rows.put(1, 1);
		rows.end(label >= 0.5 ? 1 : 0, 1);
	}
	const [slope = 1, offset = 0] = trainLogistic(rows.pack(), new Float64Array(2).fill(1e-3));
	return { slope: round(slope), offset: round(offset) };
}

/**
 * Shares of flags that a reviewer must agree with (label of at least 0.5) for each level. Higher in drafts, where half of
 * all sentences need a reference and a lower share would flag nearly everything.
 */
const precisions = { draft: { high: 0.92, medium: 0.86, low: 0.78 }, cited: { high: 0.88, medium: 0.76, low: 0.64 } };

function thresholdsFor(judged: readonly Pick<Judged, 'score' | 'label'>[], wanted: Thresholds): Thresholds {
	const sorted = [...judged].sort((a, b) => b.score - a.score);
	const lowest = (precision: number): number => {
		let [worthy, threshold] = [0, 1];
		for (const [i, { score, label }] of sorted.entries()) {
			if (label >= 0.5) worthy++;
			if (i + 1 >= FEWEST_FLAGS && worthy / (i + 1) >= precision) threshold = score;
		}
		return round(threshold);
	};
	return { high: lowest(wanted.high), medium: lowest(wanted.medium), low: lowest(wanted.low) };
}

/** A precision over fewer flags is chance. */
const FEWEST_FLAGS = 15;
