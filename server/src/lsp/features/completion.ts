import {
	type CompletionItem,
	CompletionItemKind,
	type CompletionList,
	MarkupKind,
	type ServerCapabilities,
} from 'vscode-languageserver';
import { currentView, type ServerContext, viewOf } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

/** What an item carries so that it can be described when the writer looks at it. */
interface ItemData {
	readonly uri: string;
	readonly key: string;
}

export function registerCompletion(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	connection.onCompletion(
		guard(logger, 'completion', null, async ({ textDocument: { uri }, position }): Promise<CompletionList | null> => {
			const view = await viewOf(context, uri);
			const found = view && service.complete(view.snapshot, view.document.offsetAt(position));
			if (!found) {
				return null;
			}
			const replace = toLsp.range(view.document, found.replace);
			const items = found.items.map((item, index): CompletionItem => {
				const data: ItemData = { uri, key: item.key };
				return {
					label: item.key,
					labelDetails: { description: item.isBuiltIn ? `${item.description} · built-in` : item.description },
					detail: item.title,
					kind: CompletionItemKind.Reference,
					filterText: item.filterText,
					sortText: String(index).padStart(4, '0'),
					textEdit: { range: replace, newText: item.newText },
					data,
				};
			});
			return { isIncomplete: true, items };
		}),
	);
	connection.onCompletionResolve((item) => {
		const data: unknown = item.data;
		const view = isItemData(data) ? currentView(context, data.uri) : undefined;
		const value = isItemData(data) && view ? service.describeReference(view.snapshot, data.key) : undefined;
		return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
	});
	return { completionProvider: { triggerCharacters: ['@'], resolveProvider: true } };
}

function isItemData(data: unknown): data is ItemData {
	return (
		typeof data === 'object' &&
		data !== null &&
		'uri' in data &&
		'key' in data &&
		typeof data.uri === 'string' &&
		typeof data.key === 'string'
	);
}
