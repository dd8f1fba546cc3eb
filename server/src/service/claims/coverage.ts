import type { ClaimParagraph } from './manuscript';
import { hasCue, type SentenceReading } from './reading';

/** How far a citation reaches: its own sentence, the sentences tied to it, or its whole paragraph. */
export type Strictness = 'sentence' | 'neighbour' | 'paragraph';

/** What coverage is judged from, beside the paragraph itself. */
export interface CoverageFacts {
	readonly strictness: Strictness;
	readonly reading: SentenceReading;
	/** The paragraph before, if of the same section. */
	readonly leadIn: ClaimParagraph | undefined;
	/** Whether the sentence before is cited, or continues one that is. */
	readonly previousSupported: boolean;
	/** Cited sentences before this one in its paragraph, and beside it. */
	readonly citedBefore: number;
	readonly citedElsewhere: number;
}

/** Whether a citation beside the sentence supports it. Its own citation plays no part. */
export function isCovered(paragraph: ClaimParagraph, index: number, facts: CoverageFacts): boolean {
	switch (facts.strictness) {
		case 'sentence':
			return false;
		case 'neighbour':
			return continuesCited(facts) || opensSupported(paragraph, index, facts) || listsCited(paragraph, facts);
		case 'paragraph':
			return facts.citedElsewhere > 0 || listsCited(paragraph, facts);
	}
}

/** "They also found …" after a cited sentence, or after one that continues it in turn. */
export function continuesCited({ reading, previousSupported, citedBefore }: CoverageFacts): boolean {
	if (hasCue(reading, 'continues')) return previousSupported;
	return hasCue(reading, 'concludes') && citedBefore > 0;
}

/** A topic sentence without figures or sources of its own, if most of what follows it is cited. */
function opensSupported(
	{ sentences }: ClaimParagraph,
	index: number,
	{ reading, citedElsewhere }: CoverageFacts,
): boolean {
	if (index > 0 || sentences[1]?.cited !== true || citedElsewhere * 2 < sentences.length - 1) return false;
	return !reading.cues.some((cue) => ownSource.has(cue.id));
}

const ownSource: ReadonlySet<string> = new Set(['statistic', 'studies-show', 'priority', 'attribution']);

/** An item of a list whose lead-in carries the citation. */
function listsCited({ kind }: ClaimParagraph, { leadIn }: CoverageFacts): boolean {
	const last = leadIn?.kind === 'paragraph' ? leadIn.sentences.at(-1) : undefined;
	return kind === 'list' && last?.cited === true;
}
