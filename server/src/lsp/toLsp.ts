import { type Diagnostic, DiagnosticSeverity, type Range as LspRange } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnosis, Range, Severity } from '../service';

/** Offsets to zero-based lines and UTF-16 characters. */
export function range(document: TextDocument, { start, end }: Range): LspRange {
	return { start: document.positionAt(start), end: document.positionAt(end) };
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
	};
}
