import { contextNames, contextOf, surroundingsOf, tally } from '../../server/src/service/claims/context';
import { readFeatures, type SentenceFeatures, shapeNames, WORD_BITS } from '../../server/src/service/claims/features';
import {
	MODEL_FORMAT,
	type NeighbourWeights,
	needingKinds,
	restingKinds,
	type ThresholdsByHabit,
} from '../../server/src/service/claims/model';
import { wordingOf } from '../../server/src/service/claims/reading';
import {
	hashOf,
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

/**
 * Each sentence is learnt from twice: with all other citations visible, and in one of these poorer views, so that drafts
 * with few citations come as no surprise. The coin is the sentence's own hash.
 */
const poorerViews: readonly Visibility[] = [
	'half',
	'half',
	'half',
	'none',
	'none',
	'none',
	'none',
	'none',
	'alone',
	'alone',
];

/** What the full view weighs in training, beside the poorer one. */
const FULL_VIEW_WEIGHT = 0.6;

const isShown = (id: string, visible: Visibility): boolean =>
	visible === 'all' || poorerViews[(hashOf(id) >>> 5) % poorerViews.length] === visible;

/**
 * How far the score leans from the authors' habits towards the reviewers' labels. The reviewers alone would be best at
 * 0.6; at 0.3 their average precision is hardly lower and that for citations is clearly higher.
 */
const REVIEWERS_SHARE = 0.3;

/** What an arguable sentence (label 0.5) counts as in training: whoever argues for a reference is mostly right. */
const ARGUABLE = 0.7;

/** L2 penalties, chosen by cross-validation: rare words move little, a reviewer's own deviations less. */
const penalties = { words: 1.5, dense: 1, ownWords: 4, ownDense: 1, kindWords: 1, kindShape: 1 };

const KIND_WORD_BITS = 12;

const wordCount = 1 << WORD_BITS;
const denseCount = shapeNames.length + contextNames.length;

/** Where each group of weights begins: what both kinds of labels share, then what reviewers add. */
const groups = (() => {
	const sharedWords = 0;
	const sharedDense = sharedWords + wordCount;
	const reviewerWords = sharedDense + denseCount;
	const reviewerDense = reviewerWords + wordCount;
	return { sharedWords, sharedDense, reviewerWords, reviewerDense, end: reviewerDense + denseCount };
})();

/** Trains a model, uncalibrated, as the data the engine reads. Equal sets give equal bytes. */
export function trainModel(set: TrainingSet): ModelData {
	const features = new Map(set.records.map((record) => [record.id, readFeatures(record.text_without_citations)]));
	return {
		format: MODEL_FORMAT,
		...trainNeed(set, features),
		kinds: trainKinds(set, features),
		neighbours: { typical: 0, previous: 0, next: 0, others: 0 },
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
	readonly neighbours: NeighbourWeights;
	readonly calibration: { readonly slope: number; readonly offset: number };
	readonly thresholds: ThresholdsByHabit;
}

type FeatureMap = ReadonlyMap<string, SentenceFeatures>;

/**
 * One scorer from two kinds of labels: authors' citations and reviewers' needs share their weights, and reviewers add
 * weights of their own, of which the scorer takes a share.
 */
function trainNeed({ records, needs }: TrainingSet, features: FeatureMap): Pick<ModelData, 'need' | 'context'> {
	const rows = new ExampleRows();
	const scored = new Set(records.filter((record) => record.eval).map((record) => record.id));
	for (const visible of visibilities) {
		const weight = visible === 'all' ? FULL_VIEW_WEIGHT : 1 - FULL_VIEW_WEIGHT;
		for (const manuscript of toManuscripts(records, visible)) {
			for (const { record, context } of contextsOf(manuscript, features)) {
				const own = features.get(record.id);
				if (!own || !scored.has(record.id) || !isShown(record.id, visible)) continue;
				putNeedRow(rows, own, context, 'author');
				rows.end(record.has_citation ? 1 : 0, weight);
				const need = needs.get(record.id);
				if (!need) continue;
				putNeedRow(rows, own, context, 'reviewer');
				rows.end(targetOf(need), weight);
			}
		}
	}
	const penalty = new Float64Array(groups.end).fill(penalties.words, 0, groups.sharedDense);
	penalty.fill(penalties.dense, groups.sharedDense, groups.reviewerWords);
	penalty.fill(penalties.ownWords, groups.reviewerWords, groups.reviewerDense);
	penalty.fill(penalties.ownDense, groups.reviewerDense);
	const weights = trainLogistic(rows.pack(), penalty);
	const at = (index: number) => weights[index] ?? 0;
	const blend = (shared: number, own: number) => at(shared) + REVIEWERS_SHARE * at(own);
	const words = Float64Array.from({ length: wordCount }, (_, i) =>
		blend(groups.sharedWords + i, groups.reviewerWords + i),
	);
	const dense = Array.from({ length: denseCount }, (_, i) => blend(groups.sharedDense + i, groups.reviewerDense + i));
	return {
		need: { ...quantise(words), shape: nameWeights(shapeNames, dense), bias: 0 },
		context: nameWeights(contextNames, dense.slice(shapeNames.length)),
	};
}

function targetOf({ label }: NeedRecord): number {
	return label === 0.5 ? ARGUABLE : label;
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
	for (const [i, dense] of [...shape, ...context].entries()) {
		rows.put(groups.sharedDense + i, dense);
		if (by === 'reviewer') rows.put(groups.reviewerDense + i, dense);
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
			const own = record ? features.get(record.id) : undefined;
			if (record && own) {
				yield { record, context: contextOf(paragraph, s, citedBefore, wordingOf(own), around) };
			}
			if (sentence.cited) citedBefore++;
		}
	}
}

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
