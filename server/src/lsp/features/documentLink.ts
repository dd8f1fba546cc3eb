import type { DocumentLink, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Link } from '../../service';
import { collectInSteps } from '../../workspace/inSteps';
import { isBibliography } from '../articleStore';
import type { ServerContext } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

/** DOIs and PubMed numbers lead to the work, in manuscripts and bibliographies. */
export function registerDocumentLink(context: ServerContext): ServerCapabilities {
	const { connection, logger, documents } = context;
	connection.onDocumentLinks(
		guard(logger, 'links', null, async ({ textDocument: { uri } }): Promise<DocumentLink[] | null> => {
			const asked = documents.get(uri);
			const links = asked && (await linksIn(context, asked));
			const document = documents.get(uri);
			if (!links || document?.version !== asked.version) {
				return null;
			}
			return links.map(({ range, url, label }) => ({
				range: toLsp.range(document, range),
				target: url,
				tooltip: label,
			}));
		}),
	);
	return { documentLinkProvider: {} };
}

async function linksIn(context: ServerContext, document: TextDocument): Promise<readonly Link[]> {
	const { service, articles, bibliographies } = context;
	if (isBibliography(document)) {
		const bibliography = await bibliographies.read(document.uri);
		return collectInSteps(bibliography?.blocks ?? [], service.ofBibliography.links);
	}
	const article = articles.get(document.uri);
	return article ? service.links(article) : [];
}
