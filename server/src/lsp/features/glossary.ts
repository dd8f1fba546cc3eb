import {
	type Diagnostic,
	DiagnosticSeverity,
	type Location,
	type LocationLink,
	type Position,
	type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type GlossaryEntry,
	type ListTermsParams,
	listTermsRequest,
	type SearchTermsParams,
	searchTermsRequest,
	type TermAtParams,
	type TermAtResult,
	termAtRequest,
} from '../../protocol';
import type { OwnGlossary } from '../../service';
import { type ServerContext, type View, viewOf } from '../context';
import { guard } from '../guard';
import * as toLsp from '../toLsp';

/** The requests behind "Look Up Term" and "Open Glossary". */
export function registerGlossary(context: ServerContext): ServerCapabilities {
	const { connection, logger, service } = context;
	const { ofGlossary } = service;
	connection.onRequest(
		listTermsRequest,
		guard(logger, 'glossary', [], async ({ uri }: ListTermsParams): Promise<readonly GlossaryEntry[]> => {
			const { view, own } = await surroundings(context, uri);
			return ofGlossary.entries(view?.snapshot, own);
		}),
	);
	connection.onRequest(
		searchTermsRequest,
		guard(logger, 'term search', [], async ({ uri, query }: SearchTermsParams): Promise<readonly GlossaryEntry[]> => {
			const { view, own } = await surroundings(context, uri);
			return ofGlossary.search(view?.snapshot, own, query);
		}),
	);
	connection.onRequest(
		termAtRequest,
		guard(logger, 'term', null, async ({ uri, position }: TermAtParams): Promise<TermAtResult> => {
			const view = await viewOf(context, uri);
			return (view && ofGlossary.termAt(view.snapshot, view.document.offsetAt(position))) ?? null;
		}),
	);
	return {};
}

/** Where the writer's own glossary defines the term at a position. */
export async function termDefinition(
	context: ServerContext,
	uri: string,
	position: Position,
): Promise<Location[] | LocationLink[] | null> {
	const view = await viewOf(context, uri);
	const found = view && context.service.ofGlossary.originAt(view.snapshot, view.document.offsetAt(position));
	const own = found && view.glossaries.find((glossary) => glossary.uri === found.origin.uri);
	if (!own) {
		return null;
	}
	const file = TextDocument.create(own.uri, 'yaml', 0, own.text);
	const label = toLsp.range(file, found.origin.labelRange);
	return context.capabilities.textDocument?.definition?.linkSupport
		? [
				{
					originSelectionRange: toLsp.range(view.document, found.words),
					targetUri: own.uri,
					targetRange: toLsp.range(file, found.origin.range),
					targetSelectionRange: label,
				},
			]
		: [{ uri: own.uri, range: label }];
}

/** What is known of the document that a request comes from; the glossaries of the workspace if it is none. */
async function surroundings(
	context: ServerContext,
	uri: string | undefined,
): Promise<{ readonly view: View | undefined; readonly own: readonly OwnGlossary[] }> {
	const place = uri ?? '';
	const settings = place === '' ? context.settings.current(place) : await context.settings.of(place);
	await context.glossaries.load(place, settings);
	return {
		view: uri === undefined ? undefined : await viewOf(context, uri),
		own: context.glossaries.current(place, settings),
	};
}

/** Publishes what is wrong in a writer's glossary, whether it is open or not; nothing once it is gone. */
export function publishGlossaryProblems(
	{ connection, service }: Pick<ServerContext, 'connection' | 'service'>,
	uri: string,
	glossary: OwnGlossary | undefined,
	all: readonly OwnGlossary[],
): void {
	const document = TextDocument.create(uri, 'yaml', 0, glossary?.text ?? '');
	const diagnostics = glossary
		? service.ofGlossary.problems(glossary, all).map(
				({ range, severity, message }): Diagnostic => ({
					range: toLsp.range(document, range),
					severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
					source: 'metascribe',
					code: 'glossary',
					message,
				}),
			)
		: [];
	void connection.sendDiagnostics({ uri, diagnostics });
}
