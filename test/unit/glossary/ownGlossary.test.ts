import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { createReviewService, defaultSettings } from '../../../server/src/service';
import { TERM_FIELDS } from '../../../server/src/service/glossary/ownFields';
import { readOwnGlossary } from '../../../server/src/service/glossary/ownGlossary';
import { dedent, parseFixture } from '../../support/fixture';
import { knowledge } from '../../support/knowledge';

const service = createReviewService(knowledge);
const URI = 'file:///w/.metascribe/glossary.yaml';

/** The ids of the terms, and all problems: each underlined stretch with `severity: beginning of the message`. */
function checkGlossary(fixture: string, ids: readonly string[]): void {
	const [file] = parseFixture(fixture);
	assert.ok(file);
	const glossary = service.ofGlossary.read(URI, file.document.getText());
	const problems = service.ofGlossary.problems(glossary, [glossary]);
	assert.deepEqual(
		problems.map(({ range, severity, message }, index) => ({
			...range,
			note: `${severity}: ${message}`.slice(0, file.marks[index]?.note.length),
		})),
		file.marks,
	);
	assert.deepEqual(
		glossary.terms.map(({ id }) => id),
		ids,
	);
}

/** The first line of the hover over the word, with this glossary of the writer's. */
function titleWith(glossary: string, text: string, word: string): string | undefined {
	const own = service.ofGlossary.read(URI, dedent(glossary));
	assert.deepEqual(own.problems, []);
	const article = service.parseArticle({ uri: 'file:///w/a.md', version: 1, text });
	const parts = { article, bibliographies: [], missingBibliographies: [], settings: defaultSettings };
	const snapshot = service.snapshot({ ...parts, glossaries: [own] });
	return service.hover(snapshot, text.indexOf(word) + 1)?.markdown.split('\n')[0];
}

suite("The writer's own glossary", () => {
	test('a term with all that it needs', () =>
		checkGlossary(
			`
			terms:
			  - id: lodging-site
			    label: Lodging site
			    definition: >-
			      Where a cell
			      stops first.
			    abbreviations: [LS]
			    related: [metastasis]
			    sources:
			      - citation: Our model
			        url: https://example.org
			`,
			['lodging-site'],
		));

	test('the same in JSON', () =>
		checkGlossary('{"terms": [{"id": "a", "label": "A", "definition": "It is."}]}', ['a']));

	test('what is missing is said where the term begins, and the other terms count', () =>
		checkGlossary(
			`
			terms:
			  - id: first
			    ^^ error: This term has no \`definition\`. Say in one to three sentences
			    label: First
			  - label: Second
			    ^^^^^ error: This term has no \`id\`. Add one in lower case
			    definition: It is.
			  - id: third
			    label: Third
			    definition: It is.
			`,
			['third'],
		));

	test('fields that are none, and what was probably meant', () =>
		checkGlossary(
			`
			term: []
			^^^^ warning: “term” is no field of a glossary.
			terms:
			  - id: first
			    label: First
			    definition: It is.
			    sinonyms: [A]
			    ^^^^^^^^ warning: “sinonyms” is no field of a term. Did you mean \`synonyms\`?
			`,
			['first'],
		));

	test('values of the wrong kind', () =>
		checkGlossary(
			`
			terms:
			  - id: First Term
			        ^^^^^^^^^^ error: \`id\` is written in lower case
			    label: First
			    definition: It is.
			  - id: second
			    label: Second
			    definition: It is.
			    synonyms: one
			              ^^^ warning: \`synonyms\` is a list of names.
			    support: strong
			             ^^^^^^ warning: \`support\` is one of literature, literature-partial
			    sources: [{ url: https://example.org }]
			             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`sources\` is a list; each source has
			`,
			['second'],
		));

	test('an id twice, and a relation that leads nowhere', () =>
		checkGlossary(
			`
			terms:
			  - id: first
			    label: First
			           ^^^^^ warning: “First” names “nowhere”, which is the id of no term.
			    definition: It is.
			    related: [metastasis, nowhere]
			`,
			['first'],
		));

	test('a definition longer than a hover takes', () => {
		const { terms, problems } = readOwnGlossary(URI, `terms: [{id: a, label: A, definition: "${'x'.repeat(401)}"}]`);
		assert.equal(terms.length, 0);
		assert.match(problems[0]?.message ?? '', /`definition` is 401 characters long; a hover takes 400\. Shorten it\./);
	});

	test('YAML that does not parse, and what is no glossary, is reported and never thrown', () => {
		for (const text of [
			'[',
			'['.repeat(50_000),
			'{a: '.repeat(20_000),
			'a: &a [*a]',
			'x',
			'- 1',
			'terms: 1',
			'a: "',
			'\u0000',
			'%',
		]) {
			const { terms, problems } = readOwnGlossary(URI, text);
			assert.deepEqual(terms, []);
			assert.ok(problems.length > 0, text.slice(0, 20));
			for (const { range } of problems) {
				assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, text.slice(0, 20));
			}
		}
		assert.deepEqual(readOwnGlossary(URI, '').problems, []);
		assert.deepEqual(readOwnGlossary(URI, '# only a comment\n').problems, []);
	});

	test('has the fields of the schema', () => {
		const schema = JSON.parse(readFileSync('data/schema/terms.schema.json', 'utf8'));
		const { properties, required } = schema.$defs.term;
		assert.deepEqual([...TERM_FIELDS.keys()].sort(), Object.keys(properties).sort());
		const needed = [...TERM_FIELDS].filter(([, kind]) => kind.required).map(([name]) => name);
		assert.deepEqual(needed.sort(), [...required].sort());
	});
});

suite("The writer's terms in the text", () => {
	const latency = `
		terms:
		  - id: latency
		    label: Latency
		    definition: Ours.
	`;
	test('are found beside the built-in ones', () => {
		assert.equal(titleWith(latency, 'A long latency of the tumour.', 'latency'), '**Latency** · _Your glossary_');
		assert.equal(titleWith(latency, 'A metastasis.', 'metastasis'), '**Metastasis** · _The cascade_');
	});
	test('replace built-in terms of the same id', () => {
		const own = `
			category: lab-terms
			terms:
			  - id: metastasis
			    label: Metastasis
			    definition: Ours.
		`;
		assert.equal(titleWith(own, 'A metastasis.', 'metastasis'), '**Metastasis** · _Lab terms_');
	});
	test('win where a name is shared, in any context', () => {
		const own = `
			terms:
			  - id: met-our
			    label: Metabolic test
			    definition: Ours.
			    abbreviations: [MET, PMN]
			    synonyms: [invasion]
		`;
		assert.equal(titleWith(own, 'HGF drives MET.', 'MET'), '**Metabolic test** · MET, PMN · _Your glossary_');
		assert.equal(titleWith(own, 'PMN rest.', 'PMN'), '**Metabolic test** · MET, PMN · _Your glossary_');
		assert.equal(titleWith(own, 'Bacterial invasion.', 'invasion'), '**Metabolic test** · MET, PMN · _Your glossary_');
	});
});
