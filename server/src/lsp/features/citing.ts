import type { ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import {
	type AddReferencesParams,
	type AddReferencesResult,
	addReferencesRequest,
	type CiteParams,
	type CitingParams,
	citeRequest,
	type ForSentenceResult,
	forSentenceRequest,
	type SearchParams,
	type SearchResult,
	searchRequest,
} from '../../protocol';
import { inSteps } from '../../workspace/inSteps';
import { additionEdit, additionFile } from '../additionEdit';
import { currentView, type ServerContext, type View, viewOf } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

/** What the client's commands that cite ask for. */
export function registerCiting(context: ServerContext): ServerCapabilities {
	const { connection, logger, service, ranking } = context;

	async function searchable(uri: string): Promise<View | undefined> {
		const view = await viewOf(context, uri);
		await inSteps(view ? service.citing.prepareSearch(view.snapshot) : [].values());
		return currentView(context, uri);
	}

	connection.onRequest<SearchResult, never>(
		searchRequest,
		guard(logger, 'search', [], async ({ uri, position, words }: SearchParams): Promise<SearchResult> => {
			const view = await searchable(uri);
			const fit = view !== undefined && ranking.isReady(view.snapshot);
			return view ? service.citing.search(view.snapshot, words, { offset: view.document.offsetAt(position), fit }) : [];
		}),
	);
	connection.onRequest<ForSentenceResult, never>(
		forSentenceRequest,
		guard(
			logger,
			'references for a sentence',
			null,
			async ({ uri, position }: CitingParams): Promise<ForSentenceResult> => {
				const asked = await viewOf(context, uri);
				await (asked && ranking.whenReady(asked.snapshot));
				const view = currentView(context, uri);
				const found = view && service.citing.forSentence(view.snapshot, view.document.offsetAt(position));
				return found
					? { sentence: view.snapshot.article.text.slice(found.range.start, found.range.end), offers: found.offers }
					: null;
			},
		),
	);
	connection.onRequest<WorkspaceEdit | null, never>(
		citeRequest,
		guard(logger, 'cite', null, async ({ uri, position, keys, place }: CiteParams): Promise<WorkspaceEdit | null> => {
			const view = currentView(context, uri);
			const cite = place === 'cursor' ? service.citing.citeAt : service.citing.citeSentence;
			const edit = view && cite(view.snapshot.article, view.document.offsetAt(position), keys);
			return edit ? { changes: { [uri]: [toLsp.textEdit(view.document, edit)] } } : null;
		}),
	);
	connection.onRequest<AddReferencesResult<WorkspaceEdit>, never>(
		addReferencesRequest,
		guard(
			logger,
			'add references',
			null,
			async ({ uri, keys }: AddReferencesParams): Promise<AddReferencesResult<WorkspaceEdit>> => {
				const view = await viewOf(context, uri);
				const addition = view && service.citing.addReferences(view.snapshot, keys);
				return addition
					? {
							edit: additionEdit(context, view, addition) ?? null,
							file: additionFile(addition),
							creates: addition.kind === 'new',
						}
					: null;
			},
		),
	);
	return {};
}
