import type { ClaimParagraph, SectionKind } from './manuscript';

const sections: readonly SectionKind[] = [
	'abstract',
	'intro',
	'methods',
	'results',
	'discussion',
	'conclusion',
	'body',
	'skip',
];
const kinds: readonly ClaimParagraph['kind'][] = ['list', 'quote', 'caption'];

/** Names of the context features, in the order of `contextOf`: a stored model fits this code only if it lists the same. */
export const contextNames: readonly string[] = [
	'bias',
	...['first', 'last', 'position', 'paragraph-length', 'only-sentence'],
	...sections.map((section) => `section-${section}`),
	...kinds,
	...['previous-cited', 'previous-uncited', 'next-cited', 'next-uncited'],
	...['second-previous-cited', 'second-next-cited', 'others-cited', 'cited-before', 'cited-after'],
	...['document-rate', 'section-rate', 'document-known', 'no-citations', 'none-in-paragraph'],
	...['none-in-paragraph*rate', 'previous-uncited*rate', 'next-uncited*rate'],
	...['continues*previous-cited', 'continues*cited-before', 'opens*cited-after', 'concludes*cited-before'],
	...['intro*statistic', 'discussion*statistic', 'intro*found', 'discussion*found', 'document-rate*found'],
];

/** How the opening of a sentence ties it to what stands before it. */
interface Ties {
	readonly continues: boolean;
	readonly concludes: boolean;
}

/** What a sentence's own words contribute to its context features. */
export interface Wording extends Ties {
	/** Whether it gives a number, and whether it reports a finding: whose it is depends on the section. */
	readonly statistic: boolean;
	readonly found: boolean;
}

/** Sentences, and how many of them are cited. */
interface Count {
	sentences: number;
	cited: number;
}

/** Citations of a manuscript, counted once; lists and captions are left out, as they are cited by other habits. */
export interface Tally {
	readonly document: Count;
	readonly sections: ReadonlyMap<string | number, Count>;
}

export function tally(paragraphs: readonly ClaimParagraph[]): Tally {
	const document = { sentences: 0, cited: 0 };
	const bySection = new Map<string | number, Count>();
	for (const paragraph of paragraphs) {
		if (!counts(paragraph)) continue;
		const section = bySection.get(paragraph.sectionId) ?? { sentences: 0, cited: 0 };
		bySection.set(paragraph.sectionId, section);
		const cited = countCited(paragraph);
		for (const count of [document, section]) {
			count.sentences += paragraph.sentences.length;
			count.cited += cited;
		}
	}
	return { document, sections: bySection };
}

function counts(paragraph: ClaimParagraph): boolean {
	return paragraph.kind === 'paragraph' || paragraph.kind === 'quote';
}

function countCited(paragraph: ClaimParagraph): number {
	let cited = 0;
	for (const sentence of paragraph.sentences) if (sentence.cited) cited++;
	return cited;
}

/** Share of cited sentences that is assumed where nothing is seen, and how many sentences that assumption weighs. */
const EXPECTED_RATE = 0.25;
const EXPECTATION_WEIGHT = 4;

/** What a paragraph's sentences have in common: the habits of citing around it, its own citations left out. */
export interface Surroundings {
	readonly documentRate: number;
	readonly sectionRate: number;
	/** 0 where no other paragraph is seen, towards 1 in a long document. */
	readonly known: number;
	/** 0 in a draft without citations, towards 1 in a manuscript whose author cites as reviews do. */
	readonly habit: number;
	/** Citations in other paragraphs. */
	readonly cited: number;
	readonly ownCited: number;
}

export function surroundingsOf(paragraph: ClaimParagraph, { document, sections }: Tally): Surroundings {
	const cited = countCited(paragraph);
	const own = counts(paragraph) ? { sentences: paragraph.sentences.length, cited } : { sentences: 0, cited: 0 };
	const rest = without(document, own);
	const section = without(sections.get(paragraph.sectionId) ?? own, own);
	const documentRate = rate(rest, EXPECTED_RATE);
	const known = rest.sentences / (rest.sentences + 20);
	return {
		documentRate,
		sectionRate: rate(section, documentRate),
		known,
		habit: Math.min(1, documentRate / EXPECTED_RATE) * known,
		cited: rest.cited,
		ownCited: cited,
	};
}

function without(all: Count, part: Count): Count {
	return { sentences: all.sentences - part.sentences, cited: all.cited - part.cited };
}

function rate({ sentences, cited }: Count, expected: number): number {
	return (cited + expected * EXPECTATION_WEIGHT) / (sentences + EXPECTATION_WEIGHT);
}

/**
 * The context features of one sentence, in the order of `contextNames`.
 * A sentence's own citation is never among them: removing it changes nothing.
 * `citedBefore` counts the cited sentences before it in its paragraph.
 */
export function contextOf(
	paragraph: ClaimParagraph,
	index: number,
	citedBefore: number,
	wording: Wording,
	around: Surroundings,
): number[] {
	const { sentences } = paragraph;
	const size = sentences.length;
	const cited = (at: number) => (sentences[at]?.cited ? 1 : 0);
	const uncited = (at: number) => (sentences[at]?.cited === false ? 1 : 0);
	const others = around.ownCited - cited(index);
	const before = citedBefore > 0 ? 1 : 0;
	const after = others - citedBefore > 0 ? 1 : 0;
	const none = others === 0 && size > 1 ? 1 : 0;
	const continues = wording.continues ? 1 : 0;
	const features = [
		1,
		index === 0 ? 1 : 0,
		index === size - 1 ? 1 : 0,
		index / Math.max(1, size - 1),
		Math.min(size, 12) / 6,
		size === 1 ? 1 : 0,
	];
	for (const section of sections) features.push(paragraph.section === section ? 1 : 0);
	for (const kind of kinds) features.push(paragraph.kind === kind ? 1 : 0);
	features.push(
		cited(index - 1),
		uncited(index - 1),
		cited(index + 1),
		uncited(index + 1),
		cited(index - 2),
		cited(index + 2),
		others / Math.max(1, size - 1),
		before,
		after,
		2 * around.documentRate,
		2 * around.sectionRate,
		around.known,
		around.cited + others === 0 ? 1 : 0,
		none,
		none * around.habit,
		uncited(index - 1) * around.habit,
		uncited(index + 1) * around.habit,
		continues * cited(index - 1),
		continues * before,
		index === 0 ? after : 0,
		wording.concludes ? before : 0,
	);
	const intro = paragraph.section === 'intro';
	const discussion = paragraph.section === 'discussion';
	features.push(
		intro && wording.statistic ? 1 : 0,
		discussion && wording.statistic ? 1 : 0,
		intro && wording.found ? 1 : 0,
		discussion && wording.found ? 1 : 0,
		wording.found ? 2 * around.documentRate : 0,
	);
	return features;
}
