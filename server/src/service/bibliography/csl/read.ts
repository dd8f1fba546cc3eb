/** Reads one CSL item from its source. */
import { parseDocument } from 'yaml';
import type { BibliographyProblem } from '../problem';
import type { Reference } from '../reference';
import { referenceFromCsl } from './item';

/** `source` is the text of one JSON object. A broken object still yields the properties that can be made out. */
export function referenceFromJson(source: string, key: string): Reference {
	return referenceFromCsl(parseJson(source) ?? parseYaml(source).item, key);
}

/** `source` is one item of a YAML list, from its dash. */
export function referenceFromYaml(source: string, key: string): Reference {
	return referenceFromCsl(parseYaml(source).item, key);
}

export function problemsInJson(source: string): readonly BibliographyProblem[] {
	if (parseJson(source) !== undefined) return [];
	const message = 'This entry is not valid JSON: look for a missing comma, quotation mark or bracket.';
	return [{ range: { start: 0, end: 1 }, code: 'unreadable-entry', message }];
}

export function problemsInYaml(source: string): readonly BibliographyProblem[] {
	return parseDocument(source, options).errors.map((error) => {
		const start = Math.min(error.pos[0], Math.max(0, source.length - 1));
		const end = Math.min(Math.max(error.pos[1], start + 1), source.length);
		const [reason = ''] = error.message.split('\n');
		const message = `This entry is not valid YAML: ${reason.replace(/ at line \d+, column \d+:?$/, '')}.`;
		return { range: { start, end }, code: 'unreadable-entry', message };
	});
}

/** Dates and numbers stay as they are written; a broken item is read as far as it goes. */
const options = { schema: 'core', logLevel: 'silent', prettyErrors: false, uniqueKeys: false, strict: false } as const;

export function parseYaml(source: string): { readonly item: unknown; readonly id: string | undefined } {
	let value: unknown;
	try {
		value = parseDocument(source, options).toJS({ maxAliasCount: 100 });
	} catch {
		// An alias that is defined nowhere, or too many of them.
		return { item: undefined, id: undefined };
	}
	const item: unknown = Array.isArray(value) ? value[0] : value;
	const id: unknown = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
	return { item, id: typeof id === 'string' || typeof id === 'number' ? String(id) : undefined };
}

function parseJson(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		return undefined;
	}
}
