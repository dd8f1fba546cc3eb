import type { ServerCapabilities } from 'vscode-languageserver';
import {
	type EntryParams,
	type EntryResult,
	entryRequest,
	type TidyParams,
	type TidyResult,
	tidyRequest,
} from '../../protocol';
import { bibliographyViewOf } from '../bibliographyView';
import { type ServerContext, viewOf } from '../context';
import { guard } from '../guard';

/** What the commands "Copy Bibliography Entry" and "Tidy Bibliography" ask for. */
export function registerBibliographyRequests(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.onRequest<EntryResult | null, never>(
		entryRequest,
		guard(logger, entryRequest, null, async ({ uri, position }: EntryParams): Promise<EntryResult | null> => {
			const open = await bibliographyViewOf(context, uri);
			if (open) {
				const { bibliography } = open.snapshot;
				const found = service.ofBibliography.entryAt(bibliography, open.document.offsetAt(position));
				return found ? { key: found.key, text: found.source } : null;
			}
			const view = await viewOf(context, uri);
			return (view && service.entryText(view.snapshot, view.document.offsetAt(position))) ?? null;
		}),
	);
	connection.onRequest<TidyResult | null, never>(
		tidyRequest,
		guard(logger, tidyRequest, null, async ({ uri }: TidyParams): Promise<TidyResult | null> => {
			// What is removed is decided by all manuscripts as they are now.
			await context.manuscripts.all();
			const view = await bibliographyViewOf(context, uri);
			if (!view) {
				return null;
			}
			const { document, snapshot } = view;
			const tidied = service.ofBibliography.tidy(snapshot);
			return {
				text: tidied?.text ?? null,
				version: document.version,
				removed: tidied?.removed ?? [],
				entries: snapshot.bibliography.entries.length,
				manuscripts: snapshot.manuscripts.length,
			};
		}),
	);
	return {};
}
