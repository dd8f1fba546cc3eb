import {
	type Diagnostic,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	type ServerCapabilities,
} from 'vscode-languageserver';
import { inSteps } from '../../workspace/inSteps';
import { isBibliography, isManuscript } from '../articleStore';
import { bibliographyViewOf } from '../bibliographyView';
import { currentView, type ServerContext, viewOf } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

/** A pause in typing before findings are renewed, in milliseconds. */
const PAUSE = 150;

/** What the server has, and how to say that findings may have changed for another reason than an edit. */
export interface Diagnostics {
	readonly capabilities: ServerCapabilities;
	refresh(): void;
}

/** Findings are pulled by clients that can, and pushed to the others; never both. */
export function registerDiagnostics(context: ServerContext): Diagnostics {
	return context.capabilities.textDocument?.diagnostic ? registerPull(context) : registerPush(context);
}

/** The findings in a manuscript or a bibliography, and the version they are of; `undefined` if it is not open. */
async function findingsIn(
	context: ServerContext,
	uri: string,
): Promise<{ readonly version: number; readonly diagnostics: Diagnostic[] } | undefined> {
	const { service } = context;
	const inBibliography = await bibliographyViewOf(context, uri);
	if (inBibliography) {
		const { document, snapshot } = inBibliography;
		const { version } = document;
		await inSteps(service.ofBibliography.prepare(snapshot.bibliography));
		const found = service.ofBibliography.diagnose(snapshot);
		return { version, diagnostics: found.map((finding) => toLsp.diagnostic(document, finding)) };
	}
	const first = await viewOf(context, uri);
	for (const { bibliography } of first?.snapshot.namedBibliographies ?? []) {
		await inSteps(bibliography.checkInSteps());
	}
	// The text may have moved on meanwhile.
	const view = currentView(context, uri);
	if (!first || !view) {
		return undefined;
	}
	const { document, snapshot } = view;
	const found = service.diagnose(snapshot);
	return { version: document.version, diagnostics: found.map((finding) => toLsp.diagnostic(document, finding)) };
}

function registerPull(context: ServerContext): Diagnostics {
	const { connection, capabilities, logger } = context;
	const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
	connection.languages.diagnostics.on(
		guard(logger, 'diagnostics', nothing, async ({ textDocument }): Promise<DocumentDiagnosticReport> => {
			const found = await findingsIn(context, textDocument.uri);
			return found ? { ...nothing, items: found.diagnostics } : nothing;
		}),
	);
	return {
		capabilities: {
			diagnosticProvider: { identifier: 'metascribe', interFileDependencies: true, workspaceDiagnostics: false },
		},
		refresh() {
			if (capabilities.workspace?.diagnostics?.refreshSupport) {
				void connection.languages.diagnostics.refresh();
			}
		},
	};
}

function registerPush(context: ServerContext): Diagnostics {
	const { connection, documents, logger } = context;
	const timers = new Map<string, ReturnType<typeof setTimeout>>();

	async function publish(uri: string): Promise<void> {
		timers.delete(uri);
		try {
			const found = await findingsIn(context, uri);
			// Stale if the text has moved on since: the edit has set a timer of its own.
			if (found && documents.get(uri)?.version === found.version && !timers.has(uri)) {
				await connection.sendDiagnostics({ uri, ...found });
			}
		} catch (error) {
			logger.error(
				`diagnostics failed for ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
			);
		}
	}

	function schedule(uri: string): void {
		clearTimeout(timers.get(uri));
		timers.set(
			uri,
			setTimeout(() => void publish(uri), PAUSE),
		);
	}

	documents.onDidChangeContent(({ document }) => {
		if (isManuscript(document) || isBibliography(document)) {
			schedule(document.uri);
		}
		if (isManuscript(document)) {
			// What a bibliography holds without use depends on what is cited.
			for (const { uri } of documents.all().filter(isBibliography)) {
				schedule(uri);
			}
		}
	});
	documents.onDidClose(({ document: { uri } }) => {
		clearTimeout(timers.get(uri));
		timers.delete(uri);
		void connection.sendDiagnostics({ uri, diagnostics: [] });
	});
	return {
		capabilities: {},
		refresh() {
			for (const document of documents.all()) {
				if (isManuscript(document) || isBibliography(document)) {
					schedule(document.uri);
				}
			}
		},
	};
}
