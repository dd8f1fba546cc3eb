import {
	type CompletionItem,
	CompletionItemKind,
	type CompletionList,
	CompletionTriggerKind,
	MarkupKind,
	type Position,
	type ServerCapabilities,
} from 'vscode-languageserver';
import type { CompletionItem as OfferedItem } from '../../service';
import { inSteps } from '../../workspace/inSteps';
import { isQuarto } from '../articleStore';
import { currentView, type ServerContext, type View, viewOf } from '../context';
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
		guard(logger, 'completion', null, async ({ position, ...asked }): Promise<CompletionList | null> => {
			const { uri } = asked.textDocument;
			const first = await viewOf(context, uri);
			// Nothing waits for the index but this: hovers are answered meanwhile.
			await inSteps(first ? service.citing.prepareSearch(first.snapshot) : [].values());
			const view = currentView(context, uri);
			const found =
				view &&
				service.complete(view.snapshot, view.document.offsetAt(position), {
					fit: context.ranking.isReady(view.snapshot),
					besideQuarto: isQuarto(view.document) && context.besideQuarto(),
				});
			if (!found) {
				const isInvoked = asked.context?.triggerKind === CompletionTriggerKind.Invoked;
				return view && isInvoked ? termList(context, view, position) : null;
			}
			const replace = toLsp.range(view.document, found.replace);
			const items = found.items.map((item, index): CompletionItem => {
				const data: ItemData = { uri, key: item.key };
				return {
					...named(context, item),
					kind: CompletionItemKind.Reference,
					filterText: item.filterText,
					sortText: String(index).padStart(4, '0'),
					textEdit: { range: replace, newText: item.newText },
					...(item.isBuiltIn &&
						context.addsReferences && {
							command: { title: 'Add to bibliography', command: 'metascribe.addReference', arguments: [uri, item.key] },
						}),
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

/** What a human knows a paper by, where the client has room for it; else its key first. */
function named(
	{ capabilities }: ServerContext,
	{ key, label, title, journal, isBuiltIn }: OfferedItem,
): Pick<CompletionItem, 'label' | 'labelDetails' | 'detail'> {
	return capabilities.textDocument?.completion?.completionItem?.labelDetailsSupport
		? { label, labelDetails: { detail: ` ${title}`, description: isBuiltIn ? 'built-in' : key }, detail: journal }
		: { label: key, detail: [label, title].join(': ') };
}

/** Terms for the word before the cursor; the whole list at once, so that the editor narrows it while the writer types on. */
function termList({ service }: ServerContext, { snapshot, document }: View, position: Position): CompletionList | null {
	const found = service.ofGlossary.complete(snapshot, document.offsetAt(position));
	if (!found) {
		return null;
	}
	const replace = toLsp.range(document, found.replace);
	const typed = document.getText(replace);
	return {
		isIncomplete: false,
		items: found.items.map(({ name, label, category, definition }, index) => ({
			label: name,
			labelDetails: { description: category },
			detail: label,
			documentation: definition,
			kind: CompletionItemKind.Text,
			filterText: `${typed}${name}`,
			sortText: String(index).padStart(4, '0'),
			textEdit: { range: replace, newText: name },
		})),
	};
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
