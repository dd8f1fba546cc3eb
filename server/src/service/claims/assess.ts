import { contextOf, type Surroundings, surroundingsOf, tally } from './context';
import { type CoverageFacts, continuesCited, isCovered, type Strictness } from './coverage';
import type { Confidence, Cue } from './cues';
import type { ClaimParagraph, ClaimSentence } from './manuscript';
import type { ClaimKind, ClaimModel, Thresholds } from './model';
import { type NeighbourNeeds, neighbourNeeds, totalNeed } from './neighbours';
import type { SentenceReading } from './reading';
import { reasonOf } from './reason';

export type { Confidence } from './cues';

export interface ClaimOptions {
	readonly strictness: Strictness;
}

export const defaultClaimOptions: ClaimOptions = { strictness: 'neighbour' };

/** What the engine thinks of one sentence. */
export interface Assessment {
	/**
	 * Probability that a reviewer would ask for a reference if the sentence carried none.
	 * It does not change when the sentence's own citation is removed.
	 */
	readonly score: number;
	readonly kind: ClaimKind;
	/** A short plain phrase for a message: "a statistic". */
	readonly reason: string;
	/** Whether a neighbour's citation supports it, by the chosen strictness. */
	readonly covered: boolean;
	/** Set if the sentence should be flagged: it is uncited, uncovered and likely to need a reference. */
	readonly confidence: Confidence | undefined;
}

/**
 * Assesses a whole manuscript; `readings[p][s]` is the reading of sentence s of paragraph p, by the same model.
 * A linear pass over numbers: cheap enough to run after each edit. Paragraphs and readings that are the same objects as
 * before, in the same surroundings, keep their assessments.
 */
export function assessClaims(
	paragraphs: readonly ClaimParagraph[],
	readings: readonly (readonly SentenceReading[])[],
	model: ClaimModel,
	options: ClaimOptions = defaultClaimOptions,
): readonly (readonly Assessment[])[] {
	const citations = tally(paragraphs);
	return paragraphs.map((paragraph, at) => {
		const before = paragraphs[at - 1];
		const place: Place = {
			leadIn: before?.sectionId === paragraph.sectionId ? before : undefined,
			around: surroundingsOf(paragraph, citations),
		};
		const ownReadings = readings[at] ?? [];
		const earlier = known.get(paragraph);
		if (
			earlier?.readings === ownReadings &&
			earlier.model === model &&
			earlier.strictness === options.strictness &&
			earlier.leadIn === place.leadIn &&
			sameSurroundings(earlier.around, place.around)
		) {
			return earlier.assessments;
		}
		const assessments = assessParagraph(paragraph, ownReadings, place, model, options);
		known.set(paragraph, { ...place, readings: ownReadings, model, strictness: options.strictness, assessments });
		return assessments;
	});
}

function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
	return (
		a.documentRate === b.documentRate &&
		a.sectionRate === b.sectionRate &&
		a.known === b.known &&
		a.habit === b.habit &&
		a.cited === b.cited &&
		a.ownCited === b.ownCited
	);
}

interface Place {
	/** The paragraph before, if of the same section. */
	readonly leadIn: ClaimParagraph | undefined;
	readonly around: Surroundings;
}

/** A paragraph's assessments and all that they depend on. */
interface Assessed extends Place {
	readonly readings: readonly SentenceReading[];
	readonly model: ClaimModel;
	readonly strictness: Strictness;
	readonly assessments: readonly Assessment[];
}

/** Kept with the paragraph: while nothing it depends on changes, an edit elsewhere leaves it as it is. */
const known = new WeakMap<ClaimParagraph, Assessed>();

function assessParagraph(
	paragraph: ClaimParagraph,
	readings: readonly SentenceReading[],
	{ around, leadIn }: Place,
	model: ClaimModel,
	{ strictness }: ClaimOptions,
): readonly Assessment[] {
	const thresholds = thresholdsAt(around.habit, model);
	const total = totalNeed(readings);
	const { typical } = model.neighbours;
	let citedBefore = 0;
	const assessments: Assessment[] = [];
	let previousSupported = false;
	for (const [index, sentence] of paragraph.sentences.entries()) {
		const reading = readings[index];
		if (!reading) break;
		const score = probability(
			reading.need +
				weigh(contextOf(paragraph, index, citedBefore, reading.wording, around), model) +
				(1 - around.habit) * weighNeighbours(neighbourNeeds(readings, index, total, typical), model),
			model,
		);
		const facts: CoverageFacts = {
			strictness,
			reading,
			leadIn,
			previousSupported,
			citedBefore,
			citedElsewhere: around.ownCited - (sentence.cited ? 1 : 0),
		};
		const covered = isCovered(paragraph, index, facts);
		const kind = kindOf(score, reading, covered);
		const open = !covered && isOpen(paragraph, sentence, reading);
		const confidence = open ? surer(confidenceOf(score, thresholds), insistence(paragraph, reading)) : undefined;
		assessments.push({ score, kind, reason: reasonOf(reading), covered, confidence });
		previousSupported = sentence.cited || continuesCited(facts);
		if (sentence.cited) citedBefore++;
	}
	return assessments;
}

function weigh(context: readonly number[], model: ClaimModel): number {
	let sum = 0;
	for (let i = 0; i < context.length; i++) sum += (context[i] ?? 0) * (model.context[i] ?? 0);
	return sum;
}

function weighNeighbours({ previous, next, others }: NeighbourNeeds, { neighbours }: ClaimModel): number {
	return previous * neighbours.previous + next * neighbours.next + others * neighbours.others;
}

function probability(sum: number, { calibration }: ClaimModel): number {
	return 1 / (1 + Math.exp(-(calibration.slope * sum + calibration.offset)));
}

function kindOf(score: number, { kinds }: SentenceReading, covered: boolean): ClaimKind {
	if (score >= 0.5) return kinds.needing;
	return covered ? 'covered' : kinds.resting;
}

/** Whether the sentence may be flagged at all: uncited prose whose wording does not rule a reference out. */
function isOpen(paragraph: ClaimParagraph, sentence: ClaimSentence, reading: SentenceReading): boolean {
	if (sentence.cited || paragraph.section === 'abstract' || paragraph.section === 'skip') return false;
	if (paragraph.kind === 'caption' || paragraph.kind === 'quote') return false;
	return !reading.cues.some((cue) => cue.silences);
}

function thresholdsAt(habit: number, { thresholds: { draft, cited } }: ClaimModel): Thresholds {
	const between = (from: number, to: number) => from + (to - from) * habit;
	return {
		high: between(draft.high, cited.high),
		medium: between(draft.medium, cited.medium),
		low: between(draft.low, cited.low),
	};
}

function confidenceOf(score: number, { high, medium, low }: Thresholds): Confidence | undefined {
	if (score >= high) return 'high';
	if (score >= medium) return 'medium';
	return score >= low ? 'low' : undefined;
}

/** The level that a cue insists on. Numbers in results, methods and discussions are mostly the authors' own. */
function insistence({ section }: ClaimParagraph, { cues }: SentenceReading): Confidence | undefined {
	if (section === 'methods' || section === 'results') return undefined;
	const insists = (cue: Cue) => cue.insists !== undefined && (cue.id !== 'statistic' || section !== 'discussion');
	return cues.find(insists)?.insists;
}

const levels: readonly (Confidence | undefined)[] = [undefined, 'low', 'medium', 'high'];

function surer(a: Confidence | undefined, b: Confidence | undefined): Confidence | undefined {
	return levels[Math.max(levels.indexOf(a), levels.indexOf(b))];
}
