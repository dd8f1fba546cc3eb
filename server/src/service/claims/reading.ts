import { type Cue, cues } from './cues';
import { readFeatures, shapeNames } from './features';
import { type ClaimKind, type ClaimModel, needingKinds, restingKinds, sumHead } from './model';

/** What a sentence says by its own words, whatever stands around it. Depends on nothing else, so it can be kept. */
export interface SentenceReading {
	/** The words' part of the score, before calibration. */
	readonly need: number;
	/** Its likeliest kind if it needs a reference, and if it does not. */
	readonly kinds: { readonly needing: ClaimKind; readonly resting: ClaimKind };
	readonly cues: readonly Cue[];
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
	};
}

/** Whether the reading found the cue of that name. */
export function hasCue(reading: SentenceReading, id: string): boolean {
	return reading.cues.some((cue) => cue.id === id);
}
