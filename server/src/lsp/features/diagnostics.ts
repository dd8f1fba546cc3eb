import {
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	type ServerCapabilities,
} from 'vscode-languageserver';
import { isManuscript } from '../articleStore';
import { type ServerContext, viewOf } from '../context';
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

function registerPull(context: ServerContext): Diagnostics {
	const { connection, capabilities, logger, service } = context;
	const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
	connection.languages.diagnostics.on(
		guard(logger, 'diagnostics', nothing, async ({ textDocument }): Promise<DocumentDiagnosticReport> => {
			const view = await viewOf(context, textDocument.uri);
			return view
				? { ...nothing, items: service.diagnose(view.snapshot).map((found) => toLsp.diagnostic(view.document, found)) }
				: nothing;
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
	const { connection, documents, logger, service } = context;
	const timers = new Map<string, ReturnType<typeof setTimeout>>();

	async function publish(uri: string): Promise<void> {
		timers.delete(uri);
		try {
			const view = await viewOf(context, uri);
			// Stale if the text has moved on since: the edit has set a timer of its own.
			if (view && documents.get(uri)?.version === view.document.version && !timers.has(uri)) {
				const diagnostics = service.diagnose(view.snapshot).map((found) => toLsp.diagnostic(view.document, found));
				await connection.sendDiagnostics({ uri, version: view.document.version, diagnostics });
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

	const forManuscript = ({ document }: Parameters<Parameters<typeof documents.onDidChangeContent>[0]>[0]): void => {
		if (isManuscript(document)) {
			schedule(document.uri);
		}
	};
	documents.onDidChangeContent(forManuscript);
	documents.onDidClose(({ document: { uri } }) => {
		clearTimeout(timers.get(uri));
		timers.delete(uri);
		void connection.sendDiagnostics({ uri, diagnostics: [] });
	});
	return {
		capabilities: {},
		refresh() {
			for (const document of documents.all().filter(isManuscript)) {
				schedule(document.uri);
			}
		},
	};
}
