import { type Article, isCited } from '../article/article';
import type { Sentence } from '../article/blocks';
import type { Block, BlockRole } from '../article/outline';
import { type Assessment, assessClaims, type ClaimOptions } from './assess';
import type { ClaimParagraph } from './manuscript';
import type { ClaimModel } from './model';
import { readSentence, type SentenceReading } from './reading';

/** A sentence of the manuscript's prose with what the claims engine thinks of it. */
export interface AssessedSentence {
	readonly block: Block;
	readonly sentence: Sentence;
	readonly assessment: Assessment;
}

/** What the engine reads each kind of block as. Other blocks hold no sentences of the author's. */
const PARAGRAPH_KINDS: Partial<Record<BlockRole, ClaimParagraph['kind']>> = {
	prose: 'paragraph',
	item: 'list',
	quote: 'quote',
};

/** Kept per sentence, so that an edit reads only the sentences of the block it changed. */
const readings = new WeakMap<ClaimModel, WeakMap<Sentence, SentenceReading>>();

/** Assesses every sentence of an article's prose, in order. */
export function assessArticle(article: Article, model: ClaimModel, options: ClaimOptions): readonly AssessedSentence[] {
	const blocks = article.blocks.filter(({ role }) => PARAGRAPH_KINDS[role] !== undefined);
	const paragraphs = blocks.map((block) => paragraphOf(article, block));
	const read = readerFor(model);
	const assessments = assessClaims(
		paragraphs,
		blocks.map(({ content }) => content.sentences.map(read)),
		model,
		options,
	);
	return blocks.flatMap((block, at) =>
		block.content.sentences.flatMap((sentence, index) => {
			const assessment = assessments[at]?.[index];
			return assessment
				? [{ block, sentence, assessment: isFinished(block, sentence) ? assessment : silenced(assessment) }]
				: [];
		}),
	);
}

/** A line without a full stop is a title, an address, or a sentence still being written. List items often have none. */
function isFinished({ role }: Block, { text }: Sentence): boolean {
	return role === 'item' || /[.!?…][\p{P}\p{S}\d]*$/u.test(text);
}

function silenced(assessment: Assessment): Assessment {
	return { ...assessment, confidence: undefined };
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

function readerFor(model: ClaimModel): (sentence: Sentence) => SentenceReading {
	const known = readings.get(model) ?? new WeakMap<Sentence, SentenceReading>();
	readings.set(model, known);
	return (sentence) => {
		const reading = known.get(sentence) ?? readSentence(sentence.text, model);
		known.set(sentence, reading);
		return reading;
	};
}
