import type { ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OwnGlossary, ReviewService, Snapshot } from '../service';
import type { BibliographyStore } from '../workspace/bibliographyStore';
import type { GlossaryStore } from '../workspace/glossaryStore';
import type { ManuscriptStore } from '../workspace/manuscriptStore';
import type { ArticleStore } from './articleStore';
import type { Logger } from './logger';
import type { RankingPreparation } from './rankingPreparation';
import type { SettingsStore } from './settingsStore';

/** What every feature of the server has at hand. */
export interface ServerContext {
	readonly connection: Connection;
	readonly capabilities: ClientCapabilities;
	readonly logger: Logger;
	readonly service: ReviewService;
	readonly documents: TextDocuments<TextDocument>;
	readonly articles: ArticleStore;
	readonly bibliographies: BibliographyStore;
	readonly glossaries: GlossaryStore;
	readonly manuscripts: ManuscriptStore;
	readonly settings: SettingsStore;
	/** Whether references are ready to be ranked. */
	readonly ranking: RankingPreparation;
	/** Where `~` leads, if the host knows. */
	readonly homeUri: string | undefined;
	/** Whether the client has the command that adds a reference to the bibliography. */
	readonly addsReferences: boolean;
	/** Whether the Quarto extension completes keys in `.qmd` files, too. */
	readonly besideQuarto: () => boolean;
}

/** A document and all that is known about it, of one version. */
export interface View {
	readonly document: TextDocument;
	readonly snapshot: Snapshot;
	/** The writer's glossaries that it counts with. */
	readonly glossaries: readonly OwnGlossary[];
}

/** What is known about a manuscript once its bibliographies are read; `undefined` if it is not open. */
export async function viewOf(context: ServerContext, uri: string): Promise<View | undefined> {
	const settings = await context.settings.of(uri);
	const article = context.articles.get(uri);
	if (article) {
		await Promise.all([context.bibliographies.load(article, settings), context.glossaries.load(uri, settings)]);
	}
	return currentView(context, uri);
}

/** What is known about a manuscript now, with those bibliographies that happen to be read. Never waits. */
export function currentView(context: ServerContext, uri: string): View | undefined {
	const document = context.documents.get(uri);
	const article = context.articles.get(uri);
	if (!document || !article) {
		return undefined;
	}
	const settings = context.settings.current(uri);
	const glossaries = context.glossaries.current(uri, settings);
	const loaded = context.bibliographies.current(article, settings);
	return { document, glossaries, snapshot: context.articles.snapshot(article, loaded, glossaries, settings) };
}
