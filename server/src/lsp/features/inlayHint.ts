import { type InlayHint, InlayHintKind, type ServerCapabilities } from 'vscode-languageserver';
import { type ServerContext, viewOf } from '../context';
import { guard } from '../guard';

/** "Kaplan et al. 2005" behind a citation key, if the setting asks for it. */
export function registerInlayHint(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.languages.inlayHint.on(
		guard(logger, 'inlay hints', null, async ({ textDocument, range }): Promise<InlayHint[] | null> => {
			const view = await viewOf(context, textDocument.uri);
			if (!view) {
				return null;
			}
			const { document, snapshot } = view;
			const visible = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
			return service.inlayHints(snapshot, visible).map(({ offset, label, tooltip }) => ({
				position: document.positionAt(offset),
				label,
				tooltip,
				kind: InlayHintKind.Type,
				paddingLeft: true,
			}));
		}),
	);
	return { inlayHintProvider: true };
}
