import { readFileSync } from 'node:fs';
import type { Knowledge, ReviewService } from '../../server/src/service';
import { createRandom, type Random } from './random';

/** Where the manuscripts that are measured come from. */
export interface Manuscripts {
	/** For the reader of the results. */
	readonly description: string;
	/** A manuscript of about that many UTF-16 units; another seed gives another text. */
	make(size: number, seed: number): string;
}

const FRONT = '---\ntitle: A manuscript to measure on\nbibliography: references.bib\n---\n';
const HEADINGS = ['Introduction', 'The niche', 'Cells in transit', 'Dormancy', 'Treatment', 'Discussion'];

/**
 * Manuscripts of the sentences of the sample review and of the definitions in the knowledge base, in an order of their
 * own, with their numbers changed and every third definition cited. No two are the same, so that what an engine keeps
 * from one does not help it with the next.
 */
export function generatedManuscripts(service: ReviewService, knowledge: Knowledge, sample: string): Manuscripts {
	const sentences = [
		...sentencesOf(service, sample),
		...knowledge.terms.flatMap(({ definition }) => sentencesOf(service, definition)),
	];
	const keys = knowledge.references.map(({ key }) => key);
	return {
		description: `generated from ${sentences.length} sentences of the sample review and the glossary, in seeded order, numbers changed`,
		make(size, seed) {
			const random = createRandom(seed);
			let text = FRONT;
			for (let count = 0; text.length < size; count++) {
				text += count % 8 === 0 ? `\n# ${random.of(HEADINGS)}\n` : `\n${paragraph(sentences, keys, random)}\n`;
			}
			return text;
		},
	};
}

/** A manuscript of the user's, cut at a paragraph or repeated to the size. */
export function givenManuscript(file: string): Manuscripts {
	const text = readFileSync(file, 'utf8');
	return {
		description: 'the given manuscript, cut or repeated to the size, the same in every repetition',
		make(size) {
			const whole = text.repeat(Math.ceil(size / Math.max(1, text.length)));
			const end = whole.lastIndexOf('\n\n', size);
			return whole.slice(0, end < size / 2 ? size : end + 2);
		},
	};
}

function sentencesOf(service: ReviewService, text: string): readonly string[] {
	const { blocks } = service.parseArticle({ uri: 'file:///sentences.md', version: 1, text });
	return blocks
		.filter(({ role }) => role === 'prose')
		.flatMap((block) =>
			block.content.sentences.map(({ start, end }) => text.slice(block.start + start, block.start + end)),
		);
}

function paragraph(sentences: readonly string[], keys: readonly string[], random: Random): string {
	const chosen = Array.from({ length: 2 + random.below(7) }, () => {
		const sentence = otherNumbers(random.of(sentences), random);
		return sentence.includes('@') || random.below(3) > 0
			? sentence
			: sentence.replace(/\.$/, ` [@${random.of(keys)}].`);
	});
	return random.below(9) === 0 ? chosen.map((sentence) => `- ${sentence}`).join('\n') : chosen.join(' ');
}

/** The same sentence about other quantities: numbers that are no part of a name or a key. */
function otherNumbers(sentence: string, random: Random): string {
	return sentence.replace(/(?<![\p{L}\p{N}@_.-])\d+(?![\p{L}\p{N}_-])/gu, (number) =>
		Array.from(number, (_, place) => 1 + random.below(9 - (place === 0 ? 1 : 0))).join(''),
	);
}
