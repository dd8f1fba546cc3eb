import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReviewService, parseSettings, type Snapshot, type TextEdit } from '../../../server/src/service';
import { parseFixture } from '../../support/fixture';
import { knowledge } from '../../support/knowledge';

export const service = createReviewService(knowledge);

interface Given {
	readonly snapshot: Snapshot;
	readonly document: TextDocument;
	readonly cursor: number;
	readonly files: ReadonlyMap<string, string>;
}

/** The manuscript of a fixture and its bibliographies; `missing` are named by the front matter and cannot be read. */
export function given(fixture: string, missing: readonly string[] = []): Given {
	const [review, ...others] = parseFixture(fixture);
	assert.ok(review, 'a fixture has a manuscript');
	const { document, cursor = 0 } = review;
	const bibliographies = others.map((file) => service.readBibliography(file.document.uri, file.document.getText()));
	const snapshot = service.snapshot({
		article: service.parseArticle({ uri: document.uri, version: 1, text: document.getText() }),
		bibliographies,
		missingBibliographies: missing.map((path) => ({ path, range: { start: 0, end: 0 } })),
		settings: parseSettings({}),
	});
	return {
		snapshot,
		document,
		cursor,
		files: new Map([review, ...others].map((file) => [file.document.uri, file.document.getText()])),
	};
}

export function applied(text: string, edits: readonly TextEdit[]): string {
	const document = TextDocument.create('test://host/x', 'plaintext', 1, text);
	return TextDocument.applyEdits(
		document,
		edits.map(({ range, newText }) => ({
			range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
			newText,
		})),
	);
}
