import { l10n, type QuickPickItem, SnippetString, ThemeIcon, window } from 'vscode';
import type { GlossaryEntry } from '../../../server/src/protocol';
import type { GlossaryView } from './view';

interface TermItem extends QuickPickItem {
	readonly entry: GlossaryEntry;
}

/** Asks for terms that fit a query. */
export type Search = (query: string) => Promise<readonly GlossaryEntry[]>;

/** A quick pick over the glossary, searched by the server; the glossary's page, if open, follows the choice. */
export function lookUpTerm(search: Search, view: GlossaryView, query: string): void {
	const insert = { iconPath: new ThemeIcon('insert'), tooltip: l10n.t('Insert at the cursor') };
	const pick = window.createQuickPick<TermItem>();
	pick.placeholder = l10n.t('A term, an abbreviation, or what it is about');
	pick.matchOnDescription = true;
	pick.matchOnDetail = true;
	pick.value = query;
	const find = async (text: string): Promise<void> => {
		pick.busy = true;
		const found = await search(text);
		// A later search has the word.
		if (pick.value === text) {
			pick.items = found.map((entry) => itemOf(entry, [insert]));
			pick.busy = false;
		}
	};
	pick.onDidChangeValue(find);
	pick.onDidChangeActive(([item]) => {
		if (item) {
			view.preview(item.entry.id);
		}
	});
	pick.onDidTriggerItemButton(({ item }) => {
		pick.hide();
		void window.activeTextEditor?.insertSnippet(new SnippetString().appendText(item.entry.label));
	});
	pick.onDidAccept(() => {
		const [item] = pick.activeItems;
		pick.hide();
		if (item) {
			void view.show(item.entry.id);
		}
	});
	pick.onDidHide(() => pick.dispose());
	pick.show();
	void find(query);
}

function itemOf(entry: GlossaryEntry, buttons: TermItem['buttons']): TermItem {
	const names = [...entry.abbreviations, ...entry.synonyms].filter((name) => name !== entry.label);
	return {
		label: entry.label,
		description: [...names.slice(0, 3), entry.category].join(' · '),
		detail: entry.definition,
		// The server has chosen and ordered them; the editor's own filter does not know plurals and spellings.
		alwaysShow: true,
		...(buttons && { buttons }),
		entry,
	};
}
