import type { Wording } from './context';
import { type Cue, cues } from './cues';
import { readFeatures, type SentenceFeatures, shapeNames } from './features';
import { type ClaimKind, type ClaimModel, needingKinds, restingKinds, sumHead } from './model';

/** What a sentence says by its own words, whatever stands around it. Depends on nothing else, so it can be kept. */
export interface SentenceReading {
	/** The words' part of the score, before calibration. */
	readonly need: number;
	/** Its likeliest kind if it needs a reference, and if it does not. */
	readonly kinds: { readonly needing: ClaimKind; readonly resting: ClaimKind };
	readonly cues: readonly Cue[];
	readonly wording: Wording;
}

/** What the context features need to know of the words. */
export function wordingOf({ shape }: SentenceFeatures): Wording {
	const shows = (cue: string) => shape[shapeNames.indexOf(cue)] === 1;
	return {
		continues: shows('continues'),
		concludes: shows('concludes'),
		statistic: shows('statistic'),
		found: shows('studies-show') || shows('reported-passive'),
	};
}

const firstCue = shapeNames.length - cues.length;

/** Reads one sentence. Linear in its length, and bounded: of a monstrous one only the beginning counts. */
export function readSentence(text: string, model: ClaimModel): SentenceReading {
	const features = readFeatures(text);
	const likeliest = (kinds: readonly ClaimKind[], otherwise: ClaimKind): ClaimKind => {
		let best: { kind: ClaimKind; sum: number } = { kind: otherwise, sum: Number.NEGATIVE_INFINITY };
		for (const kind of kinds) {
			const head = model.kinds.get(kind);
			const sum = head ? sumHead(head, features) : Number.NEGATIVE_INFINITY;
			if (sum > best.sum) best = { kind, sum };
		}
		return best.kind;
	};
	return {
		need: sumHead(model.need, features),
		kinds: { needing: likeliest(needingKinds, 'finding'), resting: likeliest(restingKinds, 'general-knowledge') },
		cues: cues.filter((_, i) => features.shape[firstCue + i] === 1),
		wording: wordingOf(features),
	};
}

/** Whether the reading found the cue of that name. */
export function hasCue(reading: SentenceReading, id: string): boolean {
	return reading.cues.some((cue) => cue.id === id);
}
