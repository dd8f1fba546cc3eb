import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { GlossaryEntry } from '../../../server/src/protocol';
import { glossaryPage } from './html';

/** The page of the glossary: one at a time. */
export interface GlossaryView extends Disposable {
	readonly isOpen: boolean;
	/** Opens the page, or brings it to the front, at a term if one is named. */
	show(term?: string): Promise<void>;
	/** Shows a term in the page, if it is open, without taking the focus. */
	preview(term: string): void;
}

const TYPE = 'metascribe.glossary';

/** @param list all terms as they are at the moment */
export function createGlossaryView(extensionUri: Uri, list: () => Promise<readonly GlossaryEntry[]>): GlossaryView {
	let panel: WebviewPanel | undefined;

	async function fill(shown: WebviewPanel, term: string | undefined): Promise<void> {
		const entries = await list();
		const at = (...path: string[]): string =>
			shown.webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
		shown.webview.html = glossaryPage(entries, {
			cspSource: shown.webview.cspSource,
			style: at('client', 'media', 'glossary.css'),
			script: at('dist', 'glossary.js'),
			words: {
				title: l10n.t('Glossary'),
				search: l10n.t('Search terms, abbreviations and definitions'),
				nothing: l10n.t('No term fits.'),
				evidence: l10n.t('Evidence'),
				seeAlso: l10n.t('See also'),
				own: l10n.t('your glossary'),
				categories: l10n.t('Categories'),
			},
		});
		if (term !== undefined) {
			// The page asks for it once it is there; a page that is there takes it at once.
			waiting = term;
		}
	}

	let waiting: string | undefined;

	function open(): WebviewPanel {
		const options = {
			enableScripts: true,
			enableFindWidget: true,
			localResourceRoots: [Uri.joinPath(extensionUri, 'client', 'media'), Uri.joinPath(extensionUri, 'dist')],
		};
		const created = window.createWebviewPanel(TYPE, l10n.t('Glossary'), ViewColumn.Beside, options);
		created.iconPath = Uri.joinPath(extensionUri, 'client', 'media', 'icon.png');
		created.onDidDispose(() => {
			panel = undefined;
		});
		created.webview.onDidReceiveMessage(() => {
			if (waiting !== undefined) {
				void created.webview.postMessage({ show: waiting });
				waiting = undefined;
			}
		});
		return created;
	}

	return {
		get isOpen() {
			return panel !== undefined;
		},
		async show(term) {
			const known = panel;
			panel ??= open();
			panel.reveal(undefined, false);
			if (known && term !== undefined) {
				void known.webview.postMessage({ show: term });
			} else {
				await fill(panel, term);
			}
		},
		preview: (term) => void panel?.webview.postMessage({ show: term, quietly: true }),
		dispose: () => panel?.dispose(),
	};
}
