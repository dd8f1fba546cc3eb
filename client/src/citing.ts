import {
	commands,
	type Disposable,
	extensions,
	l10n,
	type QuickPick,
	type QuickPickItem,
	type TextEditor,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type CiteParams,
	type CitingParams,
	citeRequest,
	type ForSentenceResult,
	forSentenceRequest,
	type OfferedReference,
	type QuartoParams,
	quartoNotification,
	type SearchParams,
	type SearchResult,
	searchRequest,
} from '../../server/src/protocol';
import { addReferences } from './references';

/** Milliseconds without a letter after which a search begins. */
const PAUSE = 80;

/** The commands that cite, and what completion says to the server about its surroundings. */
export function registerCiting(client: BaseLanguageClient): Disposable[] {
	return [
		commands.registerCommand('metascribe.insertCitation', () => insertCitation(client)),
		commands.registerCommand('metascribe.citeSentence', () => citeSentence(client)),
		commands.registerCommand('metascribe.addReference', (uri: string, key: string) =>
			addReferences(client, uri, [key]),
		),
		extensions.onDidChange(() => {
			if (client.isRunning()) {
				const params: QuartoParams = { present: hasQuarto() };
				void client.sendNotification(quartoNotification, params);
			}
		}),
	];
}

/** Whether the Quarto extension is there to complete keys, too. */
export function hasQuarto(): boolean {
	return extensions.getExtension('quarto.quarto') !== undefined;
}

interface ReferenceItem extends QuickPickItem {
	readonly reference: OfferedReference;
}

/** Searches while the writer types, and cites all that were ticked. */
async function insertCitation(client: BaseLanguageClient): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor) {
		return;
	}
	const place = placeOf(client, editor);
	const picker = window.createQuickPick<ReferenceItem>();
	picker.title = l10n.t('Insert Citation');
	picker.placeholder = l10n.t('Author, words of the title, year …');
	picker.canSelectMany = true;
	const chosen = await chooseFrom(picker, async (words) => {
		const params: SearchParams = { ...place, words };
		return (await client.sendRequest<SearchResult>(searchRequest, params)).map(itemOf);
	});
	await cite(client, editor, { ...place, keys: chosen.map(({ key }) => key), place: 'cursor' }, chosen);
}

/** Offers the references that fit the sentence under the cursor best. */
async function citeSentence(client: BaseLanguageClient): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor) {
		return;
	}
	const place = placeOf(client, editor);
	const found = await client.sendRequest<ForSentenceResult>(forSentenceRequest, place);
	if (!found || found.offers.length === 0) {
		const none = found ? l10n.t('No reference fits this sentence.') : l10n.t('There is no sentence at the cursor.');
		void window.showInformationMessage(none);
		return;
	}
	const picked = await window.showQuickPick(found.offers.map(itemOf), {
		title: l10n.t('Cite This Sentence'),
		placeHolder: found.sentence,
		matchOnDetail: true,
	});
	const chosen = picked ? [picked.reference] : [];
	await cite(client, editor, { ...place, keys: chosen.map(({ key }) => key), place: 'sentence' }, chosen);
}

function placeOf(client: BaseLanguageClient, { document, selection }: TextEditor): CitingParams {
	return {
		uri: client.code2ProtocolConverter.asUri(document.uri),
		position: client.code2ProtocolConverter.asPosition(selection.active),
	};
}

/** Shows what a search finds, live, until the writer accepts; what was ticked stays ticked when it is no longer found. */
function chooseFrom(
	picker: QuickPick<ReferenceItem>,
	search: (words: string) => Promise<readonly ReferenceItem[]>,
): Promise<readonly OfferedReference[]> {
	let ticked: readonly ReferenceItem[] = [];
	let accepted: readonly ReferenceItem[] = [];
	let isAccepted = false;
	let asked = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const accept = (): void => {
		// Whoever presses Enter before the answer is there means the answer.
		isAccepted = true;
		if (!picker.busy) {
			// Without a tick, Enter takes the one that is highlighted, and the best if none is.
			const highlighted = picker.activeItems.length > 0 ? picker.activeItems : picker.items;
			accepted = ticked.length > 0 ? ticked : highlighted.slice(0, 1);
			isAccepted = accepted.length > 0;
		}
		if (accepted.length > 0) {
			picker.hide();
		}
	};
	const show = async (words: string): Promise<void> => {
		const number = ++asked;
		picker.busy = true;
		const found = await search(words).catch(() => []);
		// A later answer must not be overwritten by an earlier one.
		if (number !== asked) {
			return;
		}
		const keys = new Set(ticked.map(({ reference }) => reference.key));
		picker.items = [...ticked, ...found.filter(({ reference }) => !keys.has(reference.key))];
		picker.selectedItems = ticked;
		picker.busy = false;
		if (isAccepted) {
			accept();
		}
	};
	return new Promise((resolve) => {
		picker.onDidChangeSelection((items) => {
			ticked = items;
		});
		picker.onDidChangeValue((words) => {
			asked++;
			isAccepted = false;
			picker.busy = true;
			clearTimeout(timer);
			timer = setTimeout(() => void show(words), PAUSE);
		});
		picker.onDidAccept(accept);
		picker.onDidHide(() => {
			asked++;
			clearTimeout(timer);
			picker.dispose();
			resolve(accepted.map(({ reference }) => reference));
		});
		void show('');
		picker.show();
	});
}

function itemOf(reference: OfferedReference): ReferenceItem {
	const { key, label, title, journal, isBuiltIn, matchingWords } = reference;
	const words = matchingWords.length > 0 ? l10n.t('matches: {0}', matchingWords.join(', ')) : '';
	return {
		label,
		description: isBuiltIn ? l10n.t('{0}, built-in', key) : key,
		detail: [title, journal, words].filter((part) => part !== '').join(' · '),
		// The server has searched: what it found is shown.
		alwaysShow: true,
		reference,
	};
}

/** Writes the citation, and gives the writer's bibliography the entries that it lacks. */
async function cite(
	client: BaseLanguageClient,
	{ document }: TextEditor,
	params: CiteParams,
	references: readonly OfferedReference[],
): Promise<void> {
	if (references.length === 0) {
		return;
	}
	const answer = await client.sendRequest<Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0]>(
		citeRequest,
		params,
	);
	const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer);
	if (!edit || !(await workspace.applyEdit(edit))) {
		return;
	}
	await window.showTextDocument(document);
	const builtIn = references.filter(({ isBuiltIn }) => isBuiltIn).map(({ key }) => key);
	if (builtIn.length > 0) {
		await addReferences(client, params.uri, builtIn);
	}
}
