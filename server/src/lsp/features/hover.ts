import { type Hover, MarkupKind, type ServerCapabilities } from 'vscode-languageserver';
import { bibliographyViewOf } from '../bibliographyView';
import { currentView, type ServerContext, type View, viewOf } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

export function registerHover(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.onHover(
		guard(logger, 'hover', null, async ({ textDocument, position }): Promise<Hover | null> => {
			const bibliography = await bibliographyViewOf(context, textDocument.uri);
			if (bibliography) {
				const { document, snapshot } = bibliography;
				const found = service.ofBibliography.hover(snapshot, document.offsetAt(position));
				return found
					? {
							contents: { kind: MarkupKind.Markdown, value: found.markdown },
							range: toLsp.range(document, found.range),
						}
					: null;
			}
			const hoverIn = (view: View | undefined): Hover | null => {
				const hover = view && service.hover(view.snapshot, view.document.offsetAt(position));
				return hover && view
					? {
							contents: { kind: MarkupKind.Markdown, value: hover.markdown },
							range: toLsp.range(view.document, hover.range),
						}
					: null;
			};
			// A term needs no bibliography: it is answered while they load.
			return hoverIn(currentView(context, textDocument.uri)) ?? hoverIn(await viewOf(context, textDocument.uri));
		}),
	);
	return { hoverProvider: true };
}
