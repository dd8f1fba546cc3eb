import { readModel, type Thresholds } from '../../server/src/service/claims/model';
import { FOLDS, foldsOf, type Visibility, visibilities } from './claimsCorpus';
import { predict } from './claimsPredict';
import { ExampleRows, trainLogistic } from './trainLogistic';
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

/**
 * Fits the calibration and the thresholds to out-of-fold scores against reviewers' labels.
 * The calibration sees each visibility as often as training did; thresholds look at the sentences that would be flagged.
 */
export function calibrate(
	set: TrainingSet,
	validation: CrossValidation,
): Pick<ModelData, 'calibration' | 'thresholds'> {
	const judged = Object.fromEntries(visibilities.map((visible) => [visible, judge(set, validation, visible)]));
	const calibration = fitCalibration(judged['all'] ?? []);
	const calibrated = (visible: Visibility) =>
		(judged[visible] ?? [])
			.filter((sentence) => sentence.open)
			.map(({ score, label }) => ({
				label,
				score: 1 / (1 + Math.exp(-(calibration.slope * logit(score) + calibration.offset))),
			}));
	return {
		calibration,
		thresholds: {
			draft: thresholdsFor(calibrated('none'), precisions.draft),
			cited: thresholdsFor(calibrated('all'), precisions.cited),
		},
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
const precisions = { draft: { high: 0.92, medium: 0.84, low: 0.72 }, cited: { high: 0.9, medium: 0.75, low: 0.6 } };

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
const FEWEST_FLAGS = 10;
