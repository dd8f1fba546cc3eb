import { type CompletionContext, CompletionTriggerKind, type Disposable, type TextDocument, workspace } from 'vscode';

/** Tells whether the writer asked for completion, which VS Code does not say. */
export interface ExplicitCompletion extends Disposable {
	/** The context as the server is to see it: `Invoke` only where the writer asked. */
	contextOf(document: TextDocument, context: CompletionContext): CompletionContext;
}

/** Suggestions while typing come this soon after the last letter, in milliseconds, beside the editor's own delay. */
const SOON = 150;

/**
 * VS Code gives the same trigger to Ctrl+Space and to suggestions while typing. Where these are off, as they are in
 * Markdown by default, only the writer can have asked; elsewhere a request right behind a letter is not one.
 */
export function createExplicitCompletion(): ExplicitCompletion {
	let typed = { uri: '', at: 0 };
	const watching = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
		if (contentChanges.length > 0) {
			typed = { uri: document.uri.toString(), at: Date.now() };
		}
	});
	return {
		contextOf(document, context) {
			const editor = workspace.getConfiguration('editor', document);
			const delay = editor.get<number>('quickSuggestionsDelay', 10);
			const justTyped = typed.uri === document.uri.toString() && Date.now() - typed.at < delay + SOON;
			return context.triggerKind === CompletionTriggerKind.Invoke &&
				justTyped &&
				suggestsWhileTyping(editor.get('quickSuggestions'))
				? { ...context, triggerKind: CompletionTriggerKind.TriggerForIncompleteCompletions }
				: context;
		},
		dispose: () => watching.dispose(),
	};
}

/** The setting is `true`, or what holds in comments, strings and other text. */
function suggestsWhileTyping(setting: unknown): boolean {
	if (typeof setting === 'object' && setting !== null && 'other' in setting) {
		return setting.other === true || setting.other === 'on' || setting.other === 'inline';
	}
	return setting === true;
}
