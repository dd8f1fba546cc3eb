import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { compileKnowledge } from '../../../data/knowledge';
import { parseArticle } from '../../../server/src/service/article/article';
import { createGlossary } from '../../../server/src/service/glossary/glossary';
import { termsInBlock } from '../../../server/src/service/glossary/matchTerms';
import { readOccurrence } from '../../../server/src/service/glossary/readings';

/** An occurrence in double square brackets and what it means to a reader of the text. */
interface Labelled {
	readonly text: string;
	/**
	 * Ids of terms, or readings in words; `all`: the text does not tell, every reading of the field remains; `none`: it is
	 * part of another name; `document: …`: what the text itself says, which is no reading of the field.
	 */
	readonly means: readonly string[];
}

const labelled: readonly Labelled[] = JSON.parse(readFileSync('test/unit/glossary/abbreviations.fixture.json', 'utf8'));
const knowledge = compileKnowledge('data');
const glossary = createGlossary(knowledge);

/** The meaning that is found, in the words of the fixture. */
function meaningOf({ text }: Labelled): readonly string[] {
	const start = text.indexOf('[[');
	const end = text.indexOf(']]') - 2;
	const article = parseArticle({ uri: 'test://host/a.md', version: 1, text: text.replace('[[', '').replace(']]', '') });
	for (const block of article.blocks) {
		for (const occurrence of termsInBlock(glossary, block)) {
			if (block.start + occurrence.start <= start && end <= block.start + occurrence.end) {
				const { terms, otherReadings, definition } = readOccurrence(glossary, article, block, occurrence);
				const found = [...terms.map(({ id }) => id), ...otherReadings];
				if (found.length === 0) {
					return [`document: ${definition?.longForm}`];
				}
				const readings = occurrence.abbreviation?.abbreviation.readings ?? [];
				const all = new Set(readings.map(({ term, expansion }) => term?.id ?? expansion));
				return all.size > 1 && found.length === all.size ? ['all'] : found;
			}
		}
	}
	return ['none'];
}

const plain = new Set(['all', 'none']);

suite('Abbreviations of several senses', () => {
	test('of 140 occurrences as authors write them, at least 95% are read right', () => {
		assert.equal(labelled.length, 140);
		const wrong = labelled.filter((one) => meaningOf(one).join(' + ') !== one.means.join(' + '));
		const report = wrong.map(
			(one) => `${one.text}\n  is ${one.means.join(' + ')}, read as ${meaningOf(one).join(' + ')}`,
		);
		assert.ok(wrong.length <= 7, `${wrong.length} wrong:\n${report.join('\n')}`);
	});

	test('a wrong reading is never the only one shown', () => {
		for (const one of labelled) {
			const found = meaningOf(one);
			assert.ok(
				plain.has(found.join()) || found.join() === one.means.join() || found.length > 1,
				`${one.text}: ${found}`,
			);
		}
	});
});
