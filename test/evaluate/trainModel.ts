import { contextNames, contextOf, surroundingsOf, tally } from '../../server/src/service/claims/context';
import { readFeatures, type SentenceFeatures, shapeNames, WORD_BITS } from '../../server/src/service/claims/features';
import {
	MODEL_FORMAT,
	needingKinds,
	restingKinds,
	type ThresholdsByHabit,
} from '../../server/src/service/claims/model';
import {
	type Manuscript,
	type NeedRecord,
	type SentenceRecord,
	toManuscripts,
	type Visibility,
	visibilities,
} from './claimsCorpus';
import { ExampleRows, trainLogistic } from './trainLogistic';

/** What the model learns from: sentences with their authors' citations, and reviewers' labels for some of them. */
export interface TrainingSet {
	readonly records: readonly SentenceRecord[];
	readonly needs: ReadonlyMap<string, NeedRecord>;
}

/** How often each view of a manuscript is shown in training: drafts with few citations must not come as a surprise. */
const shown: Readonly<Record<Visibility, number>> = { all: 0.5, half: 0.15, none: 0.25, alone: 0.1 };

/** L2 penalties, chosen by cross-validation: rare words move little, a reviewer's own deviations less. */
const penalties = { words: 3, dense: 1, ownWords: 10, ownDense: 1, kindWords: 1, kindShape: 1 };

const KIND_WORD_BITS = 12;

const wordCount = 1 << WORD_BITS;
const denseCount = shapeNames.length + contextNames.length;

/** Where each group of weights begins: what both kinds of labels share, then what each has of its own. */
const groups = (() => {
	const sharedWords = 0;
	const sharedDense = sharedWords + wordCount;
	const reviewerWords = sharedDense + denseCount;
	const reviewerDense = reviewerWords + wordCount;
	const authorDense = reviewerDense + denseCount;
	return { sharedWords, sharedDense, reviewerWords, reviewerDense, authorDense, end: authorDense + denseCount };
})();

/** Trains a model, uncalibrated, as the data the engine reads. Equal sets give equal bytes. */
export function trainModel(set: TrainingSet): ModelData {
	const features = new Map(set.records.map((record) => [record.id, readFeatures(record.text_without_citations)]));
	return {
		format: MODEL_FORMAT,
		...trainNeed(set, features),
		kinds: trainKinds(set, features),
		calibration: { slope: 1, offset: 0 },
		thresholds: { draft: { high: 0.75, medium: 0.6, low: 0.5 }, cited: { high: 0.75, medium: 0.6, low: 0.5 } },
	};
}

export interface HeadData {
	readonly scale: number;
	/** Base64 of int8. */
	readonly words: string;
	readonly shape: Readonly<Record<string, number>>;
	readonly bias: number;
}

export interface ModelData {
	readonly format: number;
	readonly need: HeadData;
	readonly context: Readonly<Record<string, number>>;
	readonly kinds: Readonly<Record<string, HeadData>>;
	readonly calibration: { readonly slope: number; readonly offset: number };
	readonly thresholds: ThresholdsByHabit;
}

type FeatureMap = ReadonlyMap<string, SentenceFeatures>;

/**
 * One scorer from two kinds of labels: authors' citations and reviewers' needs share their weights, and each adds
 * weights of its own. The score is the mean of both.
 */
function trainNeed({ records, needs }: TrainingSet, features: FeatureMap): Pick<ModelData, 'need' | 'context'> {
	const rows = new ExampleRows();
	const scored = new Set(records.filter((record) => record.eval).map((record) => record.id));
	for (const visible of visibilities) {
		for (const manuscript of toManuscripts(records, visible)) {
			for (const { record, context } of contextsOf(manuscript, features)) {
				const own = features.get(record.id);
				if (!own || !scored.has(record.id)) continue;
				putNeedRow(rows, own, context, 'author');
				rows.end(record.has_citation ? 1 : 0, shown[visible]);
				const need = needs.get(record.id);
				if (!need) continue;
				putNeedRow(rows, own, context, 'reviewer');
				rows.end(need.label, shown[visible]);
			}
		}
	}
	const penalty = new Float64Array(groups.end).fill(penalties.words, 0, groups.sharedDense);
	penalty.fill(penalties.dense, groups.sharedDense, groups.reviewerWords);
	penalty.fill(penalties.ownWords, groups.reviewerWords, groups.reviewerDense);
	penalty.fill(penalties.ownDense, groups.reviewerDense);
	const weights = trainLogistic(rows.pack(), penalty);
	const at = (index: number) => weights[index] ?? 0;
	const words = Float64Array.from(
		{ length: wordCount },
		(_, i) => at(groups.sharedWords + i) + at(groups.reviewerWords + i) / 2,
	);
	const dense = Array.from(
		{ length: denseCount },
		(_, i) => at(groups.sharedDense + i) + (at(groups.reviewerDense + i) + at(groups.authorDense + i)) / 2,
	);
	return {
		need: { ...quantise(words), shape: nameWeights(shapeNames, dense), bias: 0 },
		context: nameWeights(contextNames, dense.slice(shapeNames.length)),
	};
}

function putNeedRow(
	rows: ExampleRows,
	{ words, shape }: SentenceFeatures,
	context: readonly number[],
	by: 'author' | 'reviewer',
): void {
	const value = 1 / Math.sqrt(words.length || 1);
	for (const word of words) {
		rows.put(groups.sharedWords + word, value);
		if (by === 'reviewer') rows.put(groups.reviewerWords + word, value);
	}
	const own = by === 'reviewer' ? groups.reviewerDense : groups.authorDense;
	for (const [i, dense] of [...shape, ...context].entries()) {
		rows.put(groups.sharedDense + i, dense);
		rows.put(own + i, dense);
	}
}

/** The context features of each sentence of a manuscript, as the engine computes them. */
function* contextsOf(
	{ paragraphs, records }: Manuscript,
	features: FeatureMap,
): Generator<{ readonly record: SentenceRecord; readonly context: readonly number[] }> {
	const citations = tally(paragraphs);
	for (const [p, paragraph] of paragraphs.entries()) {
		const around = surroundingsOf(paragraph, citations);
		let citedBefore = 0;
		for (const [s, sentence] of paragraph.sentences.entries()) {
			const record = records[p]?.[s];
			const shape = record ? features.get(record.id)?.shape : undefined;
			if (record && shape) {
				const ties = { continues: shape[continues] === 1, concludes: shape[concludes] === 1 };
				yield { record, context: contextOf(paragraph, s, citedBefore, ties, around) };
			}
			if (sentence.cited) citedBefore++;
		}
	}
}

const continues = shapeNames.indexOf('continues');
const concludes = shapeNames.indexOf('concludes');

/** One head for each kind, against the rest, from the reviewers' kinds. */
function trainKinds({ records, needs }: TrainingSet, features: FeatureMap): Record<string, HeadData> {
	const size = 1 << KIND_WORD_BITS;
	const penalty = new Float64Array(size + shapeNames.length + 1)
		.fill(penalties.kindWords, 0, size)
		.fill(penalties.kindShape, size);
	const heads: Record<string, HeadData> = {};
	for (const kind of [...needingKinds, ...restingKinds]) {
		const rows = new ExampleRows();
		for (const record of records) {
			const [need, own] = [needs.get(record.id), features.get(record.id)];
			if (!need || !own) continue;
			const value = 1 / Math.sqrt(own.words.length || 1);
			for (const word of own.words) rows.put(word & (size - 1), value);
			for (const [i, shape] of own.shape.entries()) rows.put(size + i, shape);
			rows.put(size + shapeNames.length, 1);
			rows.end(need.kind === kind ? 1 : 0, 1);
		}
		const weights = trainLogistic(rows.pack(), penalty, 40);
		heads[kind] = {
			...quantise(weights.subarray(0, size)),
			shape: nameWeights(shapeNames, [...weights.subarray(size)]),
			bias: round(weights.at(-1) ?? 0),
		};
	}
	return heads;
}

/** Weights as int8 and their scale; the few beyond four times the usual size are cut off. */
function quantise(weights: Float64Array): { readonly scale: number; readonly words: string } {
	const sizes = weights.map((weight) => Math.abs(weight)).sort();
	const scale = (sizes[Math.floor(sizes.length * 0.999)] ?? 0) / 127 || 1;
	const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
	return { scale: round(scale), words: Buffer.from(bytes.buffer).toString('base64') };
}

function nameWeights(names: readonly string[], weights: readonly number[]): Record<string, number> {
	return Object.fromEntries(names.map((name, i) => [name, round(weights[i] ?? 0)]));
}

/** Five significant digits: enough, and the file stays small. */
export function round(value: number): number {
	return Number(value.toPrecision(5));
}
