import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type CompletionItem,
	type CompletionOptions,
	createReviewService,
	type Diagnosis,
	type Knowledge,
	parseSettings,
	type Snapshot,
} from '../../server/src/service';
import { type FixtureFile, parseFixture } from './fixture';
import { knowledge } from './knowledge';

const service = createReviewService(knowledge);

interface Given {
	readonly snapshot: Snapshot;
	readonly review: FixtureFile;
}

/** The manuscript of a fixture, with its `.bib` and `.json` files as bibliographies. */
function given(fixture: string, settings: unknown = {}): Given {
	const files = parseFixture(fixture);
	const [review] = files;
	assert.ok(review, 'a fixture has a manuscript');
	const bibliographies = files
		.slice(1)
		.map(({ document }) => service.readBibliography(document.uri, document.getText()));
	const article = service.parseArticle({ uri: review.document.uri, version: 1, text: review.document.getText() });
	const snapshot = service.snapshot({
		article,
		bibliographies,
		missingBibliographies: [],
		settings: parseSettings(settings),
	});
	return { snapshot, review };
}

function cursorOf({ cursor }: FixtureFile): number {
	assert.ok(cursor !== undefined, 'the fixture has a cursor');
	return cursor;
}

/** The hover at the cursor, in full, over exactly the underlined text; `undefined` for none. */
export function checkHover(fixture: string, expected: string | undefined, settings?: unknown): void {
	const { snapshot, review } = given(fixture, settings);
	const hover = service.hover(snapshot, cursorOf(review));
	assert.equal(hover?.markdown, expected);
	assert.deepEqual(
		hover ? [hover.range] : [],
		review.marks.map(({ start, end }) => ({ start, end })),
	);
}

/** The first line of the hover at the cursor, over exactly the underlined text. */
export function checkHoverTitle(fixture: string, title: string | undefined): void {
	const { snapshot, review } = given(fixture);
	const hover = service.hover(snapshot, cursorOf(review));
	assert.equal(hover?.markdown.split('\n')[0], title);
	assert.deepEqual(
		hover ? [hover.range] : [],
		review.marks.map(({ start, end }) => ({ start, end })),
	);
}

/** One line of the hover at the cursor. */
export function checkHoverPart(fixture: string, line: string): void {
	const { snapshot, review } = given(fixture);
	assert.ok(service.hover(snapshot, cursorOf(review))?.markdown.split('\n').includes(line), line);
}

/** The hover over a word that a term of these fields, beside the usual knowledge, has as its abbreviation. */
export function hoverOfTerm(fields: Partial<Knowledge['terms'][number]>): string {
	const [first, ...others] = knowledge.terms;
	assert.ok(first);
	const evil = createReviewService({ ...knowledge, terms: [...others, { ...first, ...fields, id: 'given' }] });
	const text = `The ${fields.abbreviations?.[0]} rose.`;
	const article = evil.parseArticle({ uri: 'test://host/review.md', version: 1, text });
	const parts = { article, bibliographies: [], missingBibliographies: [], settings: parseSettings({}) };
	return evil.hover(evil.snapshot(parts), 5)?.markdown ?? '';
}

/** The keys offered at the cursor, in order; `undefined` where no citation is being typed. */
export function checkCompletion(
	fixture: string,
	keys: readonly string[] | undefined,
	settings?: unknown,
	options?: CompletionOptions,
): void {
	const { snapshot, review } = given(fixture, settings);
	const found = service.complete(snapshot, cursorOf(review), options);
	assert.deepEqual(
		found?.items.map(({ key }) => key),
		keys,
	);
}

/** The items offered at the cursor. */
export function completionItems(fixture: string): readonly CompletionItem[] {
	const { snapshot, review } = given(fixture);
	return service.complete(snapshot, cursorOf(review))?.items ?? [];
}

/** The manuscript after the first reference offered at the cursor is accepted. */
export function checkAccepted(fixture: string, expected: string, settings?: unknown): void {
	const { snapshot, review } = given(fixture, settings);
	const found = service.complete(snapshot, cursorOf(review));
	const [first] = found?.items ?? [];
	assert.ok(found && first, 'something is offered');
	const text = review.document.getText();
	assert.equal(text.slice(0, found.replace.start) + first.newText + text.slice(found.replace.end), expected);
}

/**
 * All findings: each underlined stretch with `severity code: beginning of the message`, and none besides.
 */
export function checkDiagnostics(fixture: string, settings?: unknown): void {
	const { snapshot, review } = given(fixture, settings);
	const notes = review.marks.map(({ note }) => note);
	const found = service.diagnose(snapshot).map(({ range, severity, code, message }: Diagnosis, index) => ({
		...range,
		note: shortenTo(`${severity} ${code}: ${message}`, notes[index]),
	}));
	assert.deepEqual(found, review.marks);
}

function shortenTo(text: string, expected: string | undefined): string {
	return expected !== undefined && text.startsWith(expected) ? expected : text;
}

/** The titles of the quick fixes at the cursor. */
export function checkFixes(fixture: string, titles: readonly string[]): void {
	const { snapshot, review } = given(fixture);
	const at = cursorOf(review);
	assert.deepEqual(
		service.codeActions(snapshot, { start: at, end: at }).map(({ title }) => title),
		titles,
	);
}

/** The manuscript after the quick fix whose title begins so is applied. */
export function checkFixed(fixture: string, title: string, expected: string): void {
	const { snapshot, review } = given(fixture);
	const at = cursorOf(review);
	const actions = service.codeActions(snapshot, { start: at, end: at });
	const action = actions.find((item) => item.title.startsWith(title));
	assert.ok(action, `there is a fix “${title}” among: ${actions.map((item) => item.title).join(' | ')}`);
	const { document } = review;
	const edits = action.edits.map(({ range, newText }) => ({
		range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
		newText,
	}));
	assert.equal(TextDocument.applyEdits(document, edits), expected);
}
