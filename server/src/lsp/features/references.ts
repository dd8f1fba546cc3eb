import type { Location, ServerCapabilities } from 'vscode-languageserver';
import type { ServerContext } from '../context';
import { guard } from '../guard';
import {
	clientUri,
	type KeyUnderCursor,
	keyUnderCursor,
	locationIn,
	manuscriptsCiting,
	rangesInArticle,
} from '../keyPlaces';

/** Every place that cites an entry, in all manuscripts of the workspace, and the places of its key in the bibliography. */
export function registerReferences(context: ServerContext): ServerCapabilities {
	const { connection, logger } = context;
	connection.onReferences(
		guard(logger, 'references', null, async (params): Promise<Location[] | null> => {
			const found = await keyUnderCursor(context, params);
			if (!found) {
				return null;
			}
			const { occurrence, entry } = found;
			const named = entry && [entry.key, ...entry.aliases].includes(occurrence.key) ? entry : undefined;
			const citing = await manuscriptsCiting(context, occurrence.key, named);
			return [
				...(named ? placesInBibliography(context, found, params.context.includeDeclaration) : []),
				...citing.flatMap(({ article, ranges }) =>
					rangesInArticle(article, ranges).map((range) => ({ uri: clientUri(context, article.uri), range })),
				),
			];
		}),
	);
	return { referencesProvider: true };
}

function placesInBibliography(
	context: ServerContext,
	{ occurrence, entry, bibliography }: KeyUnderCursor,
	withDeclaration: boolean,
): readonly Location[] {
	return bibliography
		? context.service.ofBibliography
				.usesOf(bibliography, occurrence.key)
				.filter((use) => (use.kind === 'parent' ? true : withDeclaration && use.entry === entry))
				.map(({ range }) => locationIn(context, bibliography, range))
		: [];
}
