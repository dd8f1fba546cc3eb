import { unsupportedClaims } from '../../claims/articleClaims';
import type { Confidence } from '../../claims/assess';
import type { Severity } from '../../settings';
import type { Rule } from '../rule';

const SEVERITIES: Readonly<Record<Confidence, Severity>> = { high: 'warning', medium: 'information', low: 'hint' };
const SURENESS: Readonly<Record<Confidence, string>> = {
	high: 'Citation needed',
	medium: 'Citation probably needed',
	low: 'Citation may be needed',
};

/** A sentence that a careful reviewer would ask a reference for, and that neither it nor a neighbour gives. */
export const unsupportedClaim: Rule = {
	code: 'unsupported-claim',
	defaultSeverity: 'warning',
	*check({ article, claimModel, settings }) {
		const options = { strictness: settings.claims.coverage };
		for (const { block, sentence, confidence, reason } of unsupportedClaims(article, claimModel, options)) {
			yield {
				range: { start: block.start + sentence.start, end: block.start + sentence.end },
				severity: SEVERITIES[confidence],
				message: `${SURENESS[confidence]}: ${reason}. Nothing cited here supports it. Cite a source, or say that it is your own view.`,
				data: { kind: 'unsupported-claim', sentenceEnd: block.start + sentence.end },
			};
		}
	},
};
