import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type BibliographySnapshot,
	createReviewService,
	type Diagnosis,
	parseSettings,
	type Snapshot,
	type TextEdit,
} from '../../server/src/service';
import { type FixtureFile, parseFixture } from './fixture';
import { knowledge } from './knowledge';

const service = createReviewService(knowledge);

interface Given {
	readonly snapshot: BibliographySnapshot;
	readonly file: FixtureFile;
}

/** The first file of a fixture as a bibliography that is open; its Markdown files are the manuscripts that use it. */
function given(fixture: string, settings: unknown = {}): Given {
	const [file, ...others] = parseFixture(fixture);
	assert.ok(file, 'a fixture has a bibliography');
	const isManuscript = ({ document }: FixtureFile): boolean => document.uri.endsWith('.md');
	const snapshot = {
		bibliography: service.readBibliography(file.document.uri, file.document.getText()),
		manuscripts: others
			.filter(isManuscript)
			.map(({ document }) => service.parseArticle({ uri: document.uri, version: 1, text: document.getText() })),
		otherTexts: others.filter((other) => !isManuscript(other)).map(({ document }) => document.getText()),
		settings: parseSettings(settings),
	};
	return { snapshot, file };
}

function cursorOf({ cursor }: FixtureFile): number {
	assert.ok(cursor !== undefined, 'the fixture has a cursor');
	return cursor;
}

function applied(document: TextDocument, edits: readonly TextEdit[]): string {
	return TextDocument.applyEdits(
		document,
		edits.map(({ range, newText }) => ({
			range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
			newText,
		})),
	);
}

/** All findings in the bibliography: each underlined stretch with `severity code: beginning of the message`. */
export function checkBibliographyDiagnostics(fixture: string, settings?: unknown): void {
	const { snapshot, file } = given(fixture, settings);
	const notes = file.marks.map(({ note }) => note);
	const found = service.ofBibliography
		.diagnose(snapshot)
		.map(({ range, severity, code, message }: Diagnosis, index) => {
			const text = `${severity} ${code}: ${message}`;
			const note = notes[index];
			return { ...range, note: note !== undefined && text.startsWith(note) ? note : text };
		});
	assert.deepEqual(found, file.marks);
}

/** The bibliography after the quick fix at the cursor whose title begins so. */
export function checkBibliographyFixed(fixture: string, title: string, expected: string): void {
	const { snapshot, file } = given(fixture);
	const at = cursorOf(file);
	const actions = service.ofBibliography.codeActions(snapshot, { start: at, end: at });
	const action = actions.find((item) => item.title.startsWith(title));
	assert.ok(action, `there is a fix “${title}” among: ${actions.map((item) => item.title).join(' | ')}`);
	assert.equal(applied(file.document, action.edits), expected);
}

/** The hover over the key at the cursor, in full; `undefined` for none. */
export function checkBibliographyHover(fixture: string, expected: string | undefined): void {
	const { snapshot, file } = given(fixture);
	const hover = service.ofBibliography.hover(snapshot, cursorOf(file));
	assert.equal(hover?.markdown, expected);
	assert.deepEqual(
		hover ? [hover.range] : [],
		file.marks.map(({ start, end }) => ({ start, end })),
	);
}

/** The bibliography put in order, and the keys that were left out. */
export function checkTidy(fixture: string, expected: string, removed: readonly string[]): void {
	const tidied = service.ofBibliography.tidy(given(fixture).snapshot);
	assert.equal(tidied?.text, expected);
	assert.deepEqual(tidied?.removed, removed);
}

/** Both files, a manuscript and its bibliography, after the key at the cursor is renamed; `undefined` if it is refused. */
export function checkRenamed(fixture: string, newKey: string, expected: readonly [string, string] | undefined): void {
	const [review, file] = parseFixture(fixture);
	assert.ok(review && file, 'a fixture has a manuscript and a bibliography');
	const bibliography = service.readBibliography(file.document.uri, file.document.getText());
	const snapshot = snapshotOf(review, [bibliography]);
	const found = service.keyAt(snapshot, cursorOf(review));
	assert.ok(found?.entry, 'there is a key with an entry at the cursor');
	const { key } = found.occurrence;
	const problem = service.ofBibliography.keyProblem(newKey, bibliography);
	const edits = problem ? undefined : service.ofBibliography.renameEntry(bibliography, found.entry, key, newKey);
	assert.deepEqual(
		edits && [
			applied(review.document, service.renameCitations(snapshot.article, key, newKey)),
			applied(file.document, edits),
		],
		expected,
	);
}

/** The underlined places are those where the key at the cursor is cited. */
export function checkCitationsOfKey(fixture: string): void {
	const [review, ...files] = parseFixture(fixture);
	assert.ok(review);
	const snapshot = snapshotOf(
		review,
		files.map(({ document }) => service.readBibliography(document.uri, document.getText())),
	);
	const found = service.keyAt(snapshot, cursorOf(review));
	const places = found ? service.citationsOf(snapshot.article, found.occurrence.key) : [];
	assert.deepEqual(
		places.map(({ range }) => range),
		review.marks.map(({ start, end }) => ({ start, end })),
	);
}

/** The underlined places are links, each with its address as the note. */
export function checkLinks(fixture: string): void {
	const [review] = parseFixture(fixture);
	assert.ok(review);
	const links = review.document.uri.endsWith('.bib')
		? service
				.readBibliography(review.document.uri, review.document.getText())
				.blocks.flatMap((entry) => service.ofBibliography.links(entry))
		: service.links(snapshotOf(review, []).article);
	assert.deepEqual(
		links.map(({ range, url }) => ({ ...range, note: url })),
		review.marks,
	);
}

function snapshotOf(review: FixtureFile, bibliographies: Snapshot['library']['bibliographies']): Snapshot {
	const article = service.parseArticle({ uri: review.document.uri, version: 1, text: review.document.getText() });
	return service.snapshot({ article, bibliographies, missingBibliographies: [], settings: parseSettings({}) });
}
