import {
	commands,
	type Disposable,
	type ExtensionContext,
	type LogOutputChannel,
	l10n,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerBibliographyCommands } from './bibliographyCommands';
import { registerCiting } from './citing';
import { reportFailure } from './failure';
import { registerGlossaryCommands } from './glossary/commands';

/** The commands of the palette. */
export function registerCommands(
	context: ExtensionContext,
	client: BaseLanguageClient,
	output: LogOutputChannel,
): Disposable[] {
	return [
		commands.registerCommand('metascribe.restartServer', () => restart(client, output)),
		commands.registerCommand('metascribe.showLog', () => output.show()),
		commands.registerCommand('metascribe.openSample', () => openSample(context)),
		...registerBibliographyCommands(client),
		...registerCiting(client),
		...registerGlossaryCommands(context, client),
	];
}

async function restart(client: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
	try {
		await client.stop();
		await client.start();
		window.setStatusBarMessage(l10n.t('Metascribe: language server restarted'), 3000);
	} catch (error) {
		output.error(error instanceof Error ? error : String(error));
		await reportFailure(output);
	}
}

/** Opens the sample review that comes with the extension. */
async function openSample(context: ExtensionContext): Promise<void> {
	const file = Uri.joinPath(context.extensionUri, 'client', 'sample', 'review.md');
	await window.showTextDocument(await workspace.openTextDocument(file));
}
