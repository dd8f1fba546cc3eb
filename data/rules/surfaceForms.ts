import { type Data, type Entry, problemAt } from '../data';
import type { Problem } from '../problem';
import type { TermRecord } from '../records';
import type { DataPath } from '../source';

/** A form of a term that a text can hold. */
interface Form {
	readonly text: string;
	/** Whether capitals count: in abbreviations, and in short words all of capitals. */
	readonly caseSensitive: boolean;
	readonly entry: Entry<TermRecord>;
	readonly path: DataPath;
}

/** The forms under which a term is found in text: label, synonyms, variants and abbreviations. */
export function formsOf(entry: Entry<TermRecord>): readonly Form[] {
	const { record } = entry;
	const form = (text: string, path: DataPath, abbreviation: boolean): Form => {
		return { text, caseSensitive: abbreviation || isCapitals(text), entry, path };
	};
	const list = (field: 'abbreviations' | 'synonyms' | 'variants') =>
		(record[field] ?? []).map((text, index) => form(text, [field, index], field === 'abbreviations'));
	return [form(record.label, ['label'], false), ...list('abbreviations'), ...list('synonyms'), ...list('variants')];
}

function isCapitals(text: string): boolean {
	return text.length <= 5 && /\p{Lu}/u.test(text) && text === text.toUpperCase();
}

/** A form as matching sees it where capitals do not count: no hyphens and spaces either. */
export function foldForm(text: string): string {
	return text.toLowerCase().replace(/[\s\u2010-\u2015-]/gu, '');
}

/** Two terms with one form, unless it is declared an abbreviation with both as readings. */
export function* surfaceForms(data: Data): Iterable<Problem> {
	const declared = new Map(data.abbreviations.map(({ record }) => [record.abbreviation, new Set(record.terms)]));
	const asWritten = new Map<string, Form>();
	const folded = new Map<string, Form>();
	for (const entry of data.terms) {
		const clashes = new Map<string, Form>();
		for (const form of formsOf(entry)) {
			const other =
				firstOther(asWritten, form.text, form) ??
				(form.caseSensitive ? undefined : firstOther(folded, foldForm(form.text), form));
			if (!other || clashes.has(other.entry.record.id)) continue;
			const readings = declared.get(form.text);
			if (readings?.has(entry.record.id) && readings.has(other.entry.record.id)) continue;
			clashes.set(other.entry.record.id, other);
			yield clash(form, other);
		}
	}
}

/** The form of another term under the key; enters this one if the key is free. */
function firstOther(forms: Map<string, Form>, key: string, form: Form): Form | undefined {
	const first = forms.get(key);
	if (!first) forms.set(key, form);
	return first && first.entry.record !== form.entry.record ? first : undefined;
}

function clash(form: Form, other: Form): Problem {
	const { record, source } = other.entry;
	const where = `${source.file}:${source.lineOf([...other.entry.path, ...other.path])}`;
	const message = `"${form.text}" is a form of "${form.entry.record.id}" and of "${record.id}" (${where}).`;
	const advice = 'Take it from one of them, or declare it in abbreviations.yaml with both terms.';
	return problemAt(form.entry, form.path, message, advice);
}
