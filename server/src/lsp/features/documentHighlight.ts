import { type DocumentHighlight, DocumentHighlightKind, type ServerCapabilities } from 'vscode-languageserver';
import type { ServerContext } from '../context';
import { guard } from '../guard';
import { keyUnderCursor } from '../keyPlaces';
import * as toLsp from '../toLsp';

/** The other places of the key under the cursor, in the same text. */
export function registerDocumentHighlight(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.onDocumentHighlight(
		guard(logger, 'highlight', null, async (params): Promise<DocumentHighlight[] | null> => {
			const found = await keyUnderCursor(context, params);
			if (!found) {
				return null;
			}
			const { occurrence, document, snapshot, bibliography } = found;
			const inText = snapshot ? service.citationsOf(snapshot.article, occurrence.key) : [];
			const isHere = bibliography && (!snapshot || bibliography.uri === snapshot.article.uri);
			const inEntries = isHere ? service.ofBibliography.usesOf(bibliography, occurrence.key) : [];
			return [...inText, ...inEntries].map(({ kind, range }) => ({
				range: toLsp.range(document, range),
				kind: kind === 'entry' || kind === 'alias' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
			}));
		}),
	);
	return { documentHighlightProvider: true };
}
