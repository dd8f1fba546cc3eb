import { contextNames } from './context';
import { shapeNames, WORD_BITS } from './features';

/** What a sentence claims, as reviewers sorted it. The first six need a reference, the others do not. */
export type ClaimKind =
	| 'statistic'
	| 'finding'
	| 'mechanism'
	| 'clinical'
	| 'method-or-resource'
	| 'priority'
	| 'general-knowledge'
	| 'covered'
	| 'own-work'
	| 'structure'
	| 'opinion'
	| 'definition';

export const needingKinds: readonly ClaimKind[] = [
	'statistic',
	'finding',
	'mechanism',
	'clinical',
	'method-or-resource',
	'priority',
];
export const restingKinds: readonly ClaimKind[] = [
	'general-knowledge',
	'covered',
	'own-work',
	'structure',
	'opinion',
	'definition',
];

/** Weights of hashed words: int8 times `scale`. Its length is a power of two; a hash's low bits choose the place. */
export interface WordTable {
	readonly scale: number;
	readonly weights: Int8Array;
}

/** A linear scorer of a sentence's own words; `shape` is in the order of `shapeNames`. */
export interface WordHead {
	readonly words: WordTable;
	readonly shape: readonly number[];
	readonly bias: number;
}

/** Scores from which a finding is a warning, an information and a hint. */
export interface Thresholds {
	readonly high: number;
	readonly medium: number;
	readonly low: number;
}

/**
 * Thresholds by the author's habits. Who cites much has cited most of what needs it, so that an uncited sentence is
 * less often a gap than in a draft without citations.
 */
export interface ThresholdsByHabit {
	readonly draft: Thresholds;
	readonly cited: Thresholds;
}

/**
 * What the wording of the sentences beside it adds to a sentence, where citations are missing that would tell more:
 * weights of their `need` above `typical`, for the previous one, the next one, and the mean of the others.
 */
export interface NeighbourWeights {
	readonly typical: number;
	readonly previous: number;
	readonly next: number;
	readonly others: number;
}

/** The citation-worthiness model: linear throughout, so that each part of a score can be named. */
export interface ClaimModel {
	readonly need: WordHead;
	/** In the order of `contextNames`. */
	readonly context: readonly number[];
	readonly kinds: ReadonlyMap<ClaimKind, WordHead>;
	readonly neighbours: NeighbourWeights;
	/** Probability = sigmoid(slope * sum + offset). */
	readonly calibration: { readonly slope: number; readonly offset: number };
	readonly thresholds: ThresholdsByHabit;
}

/** The sum of a head's weights over a sentence's features. */
export function sumHead(
	{ words, shape, bias }: WordHead,
	features: { words: readonly number[]; shape: readonly number[] },
): number {
	const mask = words.weights.length - 1;
	let sum = 0;
	for (const word of features.words) sum += words.weights[word & mask] ?? 0;
	// As if the word vector had length one, so that long sentences do not win by their length.
	sum *= words.scale / Math.sqrt(features.words.length || 1);
	for (const [i, value] of features.shape.entries()) sum += value * (shape[i] ?? 0);
	return sum + bias;
}

/** Reads a stored model. A broken one gives `rulesOnly` and says what is wrong; nothing throws. */
export function readModel(data: unknown): { readonly model: ClaimModel; readonly problems: readonly string[] } {
	const problems: string[] = [];
	const model = decodeModel(data, problems);
	return problems.length === 0 && model ? { model, problems } : { model: rulesOnly, problems };
}

function decodeModel(data: unknown, problems: string[]): ClaimModel | undefined {
	if (!isRecord(data)) {
		problems.push('The claim model is missing.');
		return undefined;
	}
	if (data['format'] !== MODEL_FORMAT)
		problems.push(`The claim model has format ${data['format']}, not ${MODEL_FORMAT}.`);
	const number = (of: unknown, name: string): number => {
		const value = isRecord(of) ? of[name] : undefined;
		if (typeof value === 'number' && Number.isFinite(value)) return value;
		problems.push(`The claim model has no number "${name}".`);
		return 0;
	};
	const named = (of: unknown, names: readonly string[]) => names.map((name) => number(of, name));
	const head = (of: unknown): WordHead => {
		const stored = isRecord(of) ? of : {};
		const weights = typeof stored['words'] === 'string' ? decodeBase64(stored['words']) : undefined;
		if (!weights || !isTableSize(weights.length)) problems.push('A word table of the claim model cannot be read.');
		return {
			words: { scale: number(stored, 'scale'), weights: weights ?? new Int8Array(1) },
			shape: named(stored['shape'], shapeNames),
			bias: number(stored, 'bias'),
		};
	};
	const thresholds = (habit: string): Thresholds => {
		const of = isRecord(data['thresholds']) ? data['thresholds'][habit] : undefined;
		return { high: number(of, 'high'), medium: number(of, 'medium'), low: number(of, 'low') };
	};
	const kinds = isRecord(data['kinds']) ? data['kinds'] : {};
	return {
		need: head(data['need']),
		context: named(data['context'], contextNames),
		kinds: new Map([...needingKinds, ...restingKinds].map((kind) => [kind, head(kinds[kind])])),
		neighbours: {
			typical: number(data['neighbours'], 'typical'),
			previous: number(data['neighbours'], 'previous'),
			next: number(data['neighbours'], 'next'),
			others: number(data['neighbours'], 'others'),
		},
		calibration: {
			slope: number(data['calibration'], 'slope'),
			offset: number(data['calibration'], 'offset'),
		},
		thresholds: { draft: thresholds('draft'), cited: thresholds('cited') },
	};
}

export const MODEL_FORMAT = 2;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTableSize(length: number): boolean {
	return length > 0 && length <= 1 << WORD_BITS && (length & (length - 1)) === 0;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of standard base64 as signed integers; `undefined` if a character is none of its alphabet. */
export function decodeBase64(text: string): Int8Array | undefined {
	const data = text.replace(/={1,2}$/, '');
	const bytes = new Int8Array(Math.floor((data.length * 3) / 4));
	const digits = new Map([...BASE64].map((digit, value) => [digit, value]));
	let [bits, held, at] = [0, 0, 0];
	for (const digit of data) {
		const value = digits.get(digit);
		if (value === undefined) return undefined;
		bits = ((bits << 6) | value) & 0xffffff;
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes[at++] = bits >> held;
		}
	}
	return bytes;
}

/** What stands in for a missing model: cues alone. It warns only where a cue insists, as nothing vouches for its scores. */
export const rulesOnly: ClaimModel = {
	need: ruleHead({
		'studies-have': 1,
		'has-been-shown': 1,
		'studies-show': 1.5,
		'reported-passive': 1.5,
		priority: 1.5,
		statistic: 1.5,
		proportion: 0.5,
		outcome: 0.5,
		causal: 0.8,
		association: 0.8,
		comparison: 0.4,
		consensus: 1,
		attribution: 1.5,
		question: -4,
		'this-work': -3,
		'own-doing': -3,
		'own-possessive': -2,
		'cross-reference': -3,
		structure: -3,
		thanks: -4,
		'open-issue': -1,
		opinion: -1,
		definition: -0.5,
		'result-own': -1.5,
		continues: -0.7,
		concludes: -1,
	}),
	context: contextNames.map((name) => (name === 'bias' ? -1.5 : 0)),
	kinds: new Map([
		['statistic', ruleHead({ statistic: 2, proportion: 1 })],
		['finding', ruleHead({ 'studies-show': 1.5, 'reported-passive': 1.2, association: 1, comparison: 0.5 })],
		['mechanism', ruleHead({ causal: 1.1 })],
		['clinical', ruleHead({ outcome: 1.3 })],
		['method-or-resource', ruleHead({ resource: 0.8 })],
		['priority', ruleHead({ priority: 3 })],
		['own-work', ruleHead({ 'this-work': 2, 'own-doing': 2, 'own-possessive': 1 })],
		['structure', ruleHead({ structure: 3, 'cross-reference': 3, question: 3 })],
		['opinion', ruleHead({ opinion: 1, 'open-issue': 1 })],
		['definition', ruleHead({ definition: 1 })],
	]),
	neighbours: { typical: 0, previous: 0, next: 0, others: 0 },
	calibration: { slope: 1, offset: 0 },
	thresholds: { draft: { high: 2, medium: 0.8, low: 0.6 }, cited: { high: 2, medium: 0.8, low: 0.6 } },
};

function ruleHead(weights: Readonly<Record<string, number>>): WordHead {
	return {
		words: { scale: 0, weights: new Int8Array(1) },
		shape: shapeNames.map((name) => weights[name] ?? 0),
		bias: 0,
	};
}
