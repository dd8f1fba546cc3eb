import { type LogOutputChannel, l10n, window } from 'vscode';

/** A writer without hovers should learn why, and where to look. */
export async function reportFailure(output: LogOutputChannel): Promise<void> {
	const showLog = l10n.t('Show Log');
	const chosen = await window.showErrorMessage(
		l10n.t(
			'Metascribe could not start its language server. Its log says why; "Metascribe: Restart Language Server" tries again.',
		),
		showLog,
	);
	if (chosen === showLog) {
		output.show();
	}
}
