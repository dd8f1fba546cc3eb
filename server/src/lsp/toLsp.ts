import {
	type Diagnostic,
	type DiagnosticRelatedInformation,
	DiagnosticSeverity,
	DiagnosticTag,
	type Range as LspRange,
	type TextEdit as LspTextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnosis, Range, Severity, TextEdit } from '../service';
import { rangeIn } from './bibliographyLines';

/** Offsets to zero-based lines and UTF-16 characters. */
export function range(document: TextDocument, { start, end }: Range): LspRange {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function textEdit(document: TextDocument, edit: TextEdit): LspTextEdit {
	return { range: range(document, edit.range), newText: edit.newText };
}

export function severity(level: Severity): DiagnosticSeverity {
	switch (level) {
		case 'error':
			return DiagnosticSeverity.Error;
		case 'warning':
			return DiagnosticSeverity.Warning;
		case 'information':
			return DiagnosticSeverity.Information;
		case 'hint':
			return DiagnosticSeverity.Hint;
	}
}

export function diagnostic(document: TextDocument, found: Diagnosis): Diagnostic {
	return {
		range: range(document, found.range),
		severity: severity(found.severity),
		source: 'metascribe',
		code: found.code,
		message: found.message,
		...(found.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
		...(found.related && { relatedInformation: found.related.map((place) => related(document, place)) }),
	};
}

function related(
	document: TextDocument,
	{ message, range: place, bibliography }: NonNullable<Diagnosis['related']>[number],
): DiagnosticRelatedInformation {
	const location = bibliography
		? { uri: bibliography.uri, range: rangeIn(bibliography, place) }
		: { uri: document.uri, range: range(document, place) };
	return { location, message };
}
