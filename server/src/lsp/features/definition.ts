import type { Location, LocationLink, ServerCapabilities } from 'vscode-languageserver';
import { rangeIn } from '../bibliographyLines';
import type { ServerContext } from '../context';
import { guard } from '../guard';
import { clientUri, keyUnderCursor } from '../keyPlaces';
import * as toLsp from '../toLsp';
import { termDefinition } from './glossary';

/**
 * From a key to its entry: in the bibliography, or in the references of the front matter. From a term to its entry in the
 * writer's own glossary.
 */
export function registerDefinition(context: ServerContext): ServerCapabilities {
	const { connection, capabilities, logger } = context;
	connection.onDefinition(
		guard(logger, 'definition', null, async (params): Promise<Location[] | LocationLink[] | null> => {
			const found = await keyUnderCursor(context, params);
			const { entry, bibliography } = found ?? {};
			if (!found || !entry || !bibliography) {
				return termDefinition(context, params.textDocument.uri, params.position);
			}
			const uri = clientUri(context, bibliography.uri);
			const range = rangeIn(bibliography, entry.keyRange);
			return capabilities.textDocument?.definition?.linkSupport
				? [
						{
							originSelectionRange: toLsp.range(found.document, found.occurrence.range),
							targetUri: uri,
							targetRange: rangeIn(bibliography, entry.range),
							targetSelectionRange: range,
						},
					]
				: [{ uri, range }];
		}),
	);
	return { definitionProvider: true };
}
