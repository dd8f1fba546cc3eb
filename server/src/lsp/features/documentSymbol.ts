import { type DocumentSymbol, type ServerCapabilities, SymbolKind } from 'vscode-languageserver';
import { collectInSteps } from '../../workspace/inSteps';
import { isBibliography } from '../articleStore';
import { rangeIn } from '../bibliographyLines';
import type { ServerContext } from '../context';
import { guard } from '../guard';

/** The entries of a bibliography, for the outline and for going to one of them. Manuscripts have headings of their own. */
export function registerDocumentSymbol(context: ServerContext): ServerCapabilities {
	const { connection, logger, service, documents, bibliographies } = context;
	connection.onDocumentSymbol(
		guard(logger, 'symbols', null, async ({ textDocument: { uri } }): Promise<DocumentSymbol[] | null> => {
			const document = documents.get(uri);
			const bibliography = document && isBibliography(document) ? await bibliographies.read(uri) : undefined;
			if (!bibliography) {
				return null;
			}
			return collectInSteps(bibliography.blocks, (entry): readonly DocumentSymbol[] => {
				const symbol = service.ofBibliography.symbol(entry);
				return symbol
					? [
							{
								name: symbol.name,
								detail: symbol.detail,
								kind: SymbolKind.Object,
								range: rangeIn(bibliography, symbol.range),
								selectionRange: rangeIn(bibliography, symbol.keyRange),
							},
						]
					: [];
			});
		}),
	);
	return { documentSymbolProvider: true };
}
