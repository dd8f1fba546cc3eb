import { readFileSync } from 'node:fs';
import { type Assessment, assessClaims, type ClaimOptions } from '../../../server/src/service/claims/assess';
import type { ClaimParagraph, ClaimSentence, SectionKind } from '../../../server/src/service/claims/manuscript';
import { type ClaimModel, readModel } from '../../../server/src/service/claims/model';
import { readSentence } from '../../../server/src/service/claims/reading';

/** The model that is shipped, and what was wrong with it when it was read. */
export const shipped = readModel(JSON.parse(readFileSync('data/claim-model.json', 'utf8')));

/** A paragraph from its sentences; one that ends in " [@]" is cited. */
export function paragraph(
	sentences: readonly string[],
	section: SectionKind = 'body',
	more: Partial<ClaimParagraph> = {},
): ClaimParagraph {
	return { sentences: sentences.map(sentence), section, sectionId: section, kind: 'paragraph', ...more };
}

function sentence(marked: string): ClaimSentence {
	const text = marked.replace(/ \[@\]$/, '');
	return { text, cited: text !== marked };
}

export function assess(
	paragraphs: readonly ClaimParagraph[],
	model: ClaimModel = shipped.model,
	options?: ClaimOptions,
): readonly (readonly Assessment[])[] {
	const readings = paragraphs.map(({ sentences }) => sentences.map(({ text }) => readSentence(text, model)));
	return assessClaims(paragraphs, readings, model, options);
}

/** The assessment of a sentence that stands alone in a draft. */
export function assessAlone(text: string, section: SectionKind = 'body'): Assessment {
	const [[assessment] = []] = assess([paragraph([text], section)]);
	if (!assessment) throw new Error('no assessment');
	return assessment;
}
