import { type Article, isCited } from '../article/article';
import type { BlockContent, Sentence } from '../article/blocks';
import type { Block, BlockRole } from '../article/outline';
import { assessClaims, type ClaimOptions, type Confidence } from './assess';
import type { ClaimParagraph } from './manuscript';
import type { ClaimModel } from './model';
import { readSentence, type SentenceReading } from './reading';

/** A sentence of the manuscript's prose that a reviewer would ask a reference for. */
export interface UnsupportedClaim {
	readonly block: Block;
	readonly sentence: Sentence;
	readonly confidence: Confidence;
	/** Why, as a short plain phrase: "a statistic". */
	readonly reason: string;
}

/** What the engine reads each kind of block as. Other blocks hold no sentences of the author's. */
const PARAGRAPH_KINDS: Partial<Record<BlockRole, ClaimParagraph['kind']>> = {
	prose: 'paragraph',
	item: 'list',
	quote: 'quote',
};

/** A block as the engine reads it. */
interface ReadBlock {
	readonly paragraph: ClaimParagraph;
	readonly readings: readonly SentenceReading[];
	/** Whether each sentence is at its end. */
	readonly finished: readonly boolean[];
}

/** Kept with what stands in a block, so that an edit reads only the block it changed. */
const blocksRead = new WeakMap<ClaimModel, WeakMap<BlockContent, ReadBlock>>();

/** The sentences of an article's prose that need a reference and have none, in order. */
export function* unsupportedClaims(
	article: Article,
	model: ClaimModel,
	options: ClaimOptions,
): Iterable<UnsupportedClaim> {
	const blocks = article.blocks.filter(({ role }) => PARAGRAPH_KINDS[role] !== undefined);
	const read = blocks.map((block) => readBlock(article, block, model));
	const assessed = assessClaims(
		read.map(({ paragraph }) => paragraph),
		read.map(({ readings }) => readings),
		model,
		options,
	);
	for (const [at, block] of blocks.entries()) {
		for (const [index, { confidence, reason }] of (assessed[at] ?? []).entries()) {
			const sentence = block.content.sentences[index];
			if (confidence && sentence && read[at]?.finished[index]) {
				yield { block, sentence, confidence, reason };
			}
		}
	}
}

function readBlock(article: Article, block: Block, model: ClaimModel): ReadBlock {
	const known = blocksRead.get(model) ?? new WeakMap<BlockContent, ReadBlock>();
	blocksRead.set(model, known);
	const { content, role, section } = block;
	const earlier = known.get(content);
	if (
		earlier?.paragraph.kind === PARAGRAPH_KINDS[role] &&
		earlier?.paragraph.section === section.kind &&
		earlier.paragraph.sectionId === section.index &&
		// Whether a footnote cites is said elsewhere.
		content.sentences.every(({ footnotes }) => footnotes.length === 0)
	) {
		return earlier;
	}
	const read = {
		paragraph: paragraphOf(article, block),
		readings: earlier?.readings ?? content.sentences.map(({ text }) => readSentence(text, model)),
		finished: content.sentences.map((sentence) => isFinished(block, sentence)),
	};
	known.set(content, read);
	return read;
}

/** A line without a full stop is a title, an address, or a sentence still being written. List items often have none. */
function isFinished({ role }: Block, { text }: Sentence): boolean {
	return role === 'item' || /[.!?…][\p{P}\p{S}\d]*$/u.test(text);
}

function paragraphOf(article: Article, { content, role, section }: Block): ClaimParagraph {
	return {
		kind: PARAGRAPH_KINDS[role] ?? 'paragraph',
		section: section.kind,
		sectionId: section.index,
		sentences: content.sentences.map((sentence) => ({
			text: sentence.text,
			cited: isCited(article, sentence),
			narrative: sentence.narrative,
		})),
	};
}
