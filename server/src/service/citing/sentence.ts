import { type Article, blockAt } from '../article/article';
import type { BlockContent, Sentence } from '../article/blocks';
import type { Block } from '../article/outline';
import { CITATION, MARKUP, OBJECT } from '../article/prose';
import { type RankedReference, rankReferences } from '../bibliography/rank';
import { termsInBlock } from '../glossary/matchTerms';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';

/** The sentence that a citation is for, with what helps to find references for it. */
export interface CitingSentence {
	readonly block: Block;
	/** `undefined` where no sentence is written yet: at the beginning of a paragraph. */
	readonly sentence: Sentence | undefined;
	/** Its words, without citations and without what is being typed. */
	readonly text: string;
	/** The words of the sentence before it in its paragraph. */
	readonly previous: string;
}

/** Longer lists of synonyms ask for everything. */
const MOST_SYNONYMS = 6;
/** So many sentences say what a manuscript cites a work for. */
const MOST_SENTENCES = 5;

/**
 * The sentence around an offset, or the one that ends before it.
 *
 * @param typed what is being typed there, and is no part of the sentence
 */
export function citingSentenceAt(article: Article, offset: number, typed?: Range): CitingSentence | undefined {
	const block = blockAt(article, offset);
	if (!block) {
		return undefined;
	}
	const { sentences, prose } = block.content;
	const at = (typed?.start ?? offset) - block.start;
	const index = sentences.findLastIndex(({ start }) => start <= at);
	const sentence = sentences[index];
	const text = sentence
		? [
				prose.slice(sentence.start, typed ? Math.min(at, sentence.end) : sentence.end),
				typed ? prose.slice(Math.max(sentence.start, typed.end - block.start), sentence.end) : '',
			].join(' ')
		: '';
	return { block, sentence, text: words(text), previous: sentences[index - 1]?.text ?? '' };
}

/** Text between two masks of `prose.ts` without the masked. */
function words(prose: string): string {
	return prose
		.replaceAll(MARKUP, '')
		.replace(new RegExp(`[${CITATION}${OBJECT}[\\]\\s]+`, 'g'), ' ')
		.trim();
}

/** The references that fit a sentence best, by its words, those of the terms in it, and the manuscript's own. */
export function fittingReferences(
	{ article, library, glossary }: Snapshot,
	{ block, sentence, text, previous }: CitingSentence,
	limit: number,
): readonly RankedReference[] {
	const found = sentence ? termsInBlock(glossary, block) : [];
	const synonyms = found
		.filter(({ start, end }) => sentence && sentence.start <= start && end <= sentence.end)
		.flatMap(({ terms }) => terms.flatMap((term) => [term.label, ...term.synonyms.slice(0, MOST_SYNONYMS)]));
	return rankReferences(
		library,
		{ text, previous },
		{ synonyms, citingSentences: citingSentences(article, sentence), limit },
	);
}

const citingOfBlock = new WeakMap<BlockContent, readonly (readonly [Sentence, readonly string[]])[]>();

/** What the manuscript says where it cites each key, but for one sentence. */
function citingSentences(article: Article, except: Sentence | undefined): ReadonlyMap<string, readonly string[]> {
	const byKey = new Map<string, string[]>();
	for (const { content } of article.blocks) {
		for (const [sentence, keys] of citingIn(content)) {
			for (const key of sentence === except ? [] : keys) {
				const known = byKey.get(key);
				if (!known) {
					byKey.set(key, [sentence.text]);
				} else if (known.length < MOST_SENTENCES) {
					known.push(sentence.text);
				}
			}
		}
	}
	return byKey;
}

function citingIn(content: BlockContent): readonly (readonly [Sentence, readonly string[]])[] {
	let known = citingOfBlock.get(content);
	if (!known) {
		known = content.sentences
			.filter(({ clusters }) => clusters.length > 0)
			.map((sentence) => [
				sentence,
				sentence.clusters.flatMap(({ citations }) => citations.map((citation) => citation.key)),
			]);
		citingOfBlock.set(content, known);
	}
	return known;
}
