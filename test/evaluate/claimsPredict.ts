import { type Assessment, assessClaims, type ClaimOptions } from '../../server/src/service/claims/assess';
import type { ClaimModel } from '../../server/src/service/claims/model';
import { readSentence, type SentenceReading } from '../../server/src/service/claims/reading';
import { type SentenceRecord, toManuscripts, type Visibility } from './claimsCorpus';

/** What the engine says of each record, by id, exactly as an editor would be told. */
export function predict(
	records: readonly SentenceRecord[],
	model: ClaimModel,
	visible: Visibility,
	options?: ClaimOptions,
): Map<string, Assessment> {
	const readings = new Map<SentenceRecord, SentenceReading>();
	const read = (record: SentenceRecord): SentenceReading => {
		const reading = readings.get(record) ?? readSentence(record.text_without_citations, model);
		readings.set(record, reading);
		return reading;
	};
	const assessments = new Map<string, Assessment>();
	for (const manuscript of toManuscripts(records, visible)) {
		const assessed = assessClaims(
			manuscript.paragraphs,
			manuscript.records.map((paragraph) => paragraph.map(read)),
			model,
			options,
		);
		for (const [p, paragraph] of manuscript.records.entries()) {
			for (const [s, record] of paragraph.entries()) {
				const assessment = assessed[p]?.[s];
				if (assessment) assessments.set(record.id, assessment);
			}
		}
	}
	return assessments;
}
