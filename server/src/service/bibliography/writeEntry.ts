/** Writes a reference as an entry of a bibliography, so that reading it gives the same reference again. */
import { stringify } from 'yaml';
import { entryTypeOf } from './bibtex/entryTypes';
import { escapeLatex, escapeTitle, writeNames } from './bibtex/write';
import type { FormatName } from './format';
import type { Name, Reference } from './reference';

export interface EntryStyle {
	/** One level of indentation: two spaces if not given. */
	readonly indent?: string;
	/** What stands before every line, such as the indentation of the list an item goes into. */
	readonly base?: string;
}

/** The entry's text without a line break at its end. `key` is what it will be cited by. */
export function formatEntry(reference: Reference, key: string, format: FormatName, style: EntryStyle = {}): string {
	const { indent = '  ', base = '' } = style;
	const lines = linesOf(reference, key, format, indent);
	return lines.map((line) => (line === '' ? line : base + line)).join('\n');
}

function linesOf(reference: Reference, key: string, format: FormatName, indent: string): readonly string[] {
	switch (format) {
		case 'bibtex':
			return bibtexLines(reference, key, indent);
		case 'csl-json':
			return JSON.stringify(cslItem(reference, key), undefined, indent).split('\n');
		case 'csl-yaml':
			return stringify([cslItem(reference, key)], { lineWidth: 0 })
				.trimEnd()
				.split('\n');
	}
}

function bibtexLines(reference: Reference, key: string, indent: string): readonly string[] {
	const type = entryTypeOf(reference.type);
	const fields = bibtexFields(reference, type).filter(([, value]) => value !== undefined && value !== '');
	return [`@${type}{${key},`, ...fields.map(([name, value]) => `${indent}${name} = {${value}},`), '}'];
}

function bibtexFields(reference: Reference, type: string): readonly (readonly [string, string | undefined])[] {
	const { title, authors, moreAuthors, editors, containerTitle, publisher, keywords } = reference;
	const container = type === 'article' ? 'journal' : 'booktitle';
	return [
		['title', title === undefined ? undefined : escapeTitle(title)],
		['author', writeNames(authors, moreAuthors ?? false)],
		['editor', writeNames(editors ?? [], false)],
		[container, escaped(containerTitle)],
		['publisher', escaped(publisher)],
		['year', reference.year === undefined ? undefined : String(reference.year)],
		['volume', escaped(reference.volume)],
		['number', escaped(reference.issue)],
		['pages', escaped(reference.page)?.replace(/(\d)-(\w)/g, '$1--$2')],
		['doi', escaped(reference.doi)],
		['pmid', reference.pmid],
		['pmcid', reference.pmcid],
		['url', reference.url],
		['keywords', escaped(keywords?.join(', '))],
		['abstract', escaped(reference.abstract)],
	];
}

function escaped(text: string | undefined): string | undefined {
	return text === undefined ? undefined : escapeLatex(text);
}

type Json = string | number | readonly Json[] | { readonly [name: string]: Json };

function cslItem(reference: Reference, key: string): Json {
	const { authors, moreAuthors, editors, year, keywords } = reference;
	const people = [...authors.map(cslName), ...(moreAuthors ? [{ literal: 'others' }] : [])];
	const fields: readonly (readonly [string, Json | undefined])[] = [
		['id', key],
		['type', reference.type],
		['title', reference.title],
		['author', people.length > 0 ? people : undefined],
		['editor', editors?.map(cslName)],
		['container-title', reference.containerTitle],
		['publisher', reference.publisher],
		['issued', year === undefined ? undefined : { 'date-parts': [[year]] }],
		['volume', reference.volume],
		['issue', reference.issue],
		['page', reference.page],
		['DOI', reference.doi],
		['PMID', reference.pmid],
		['PMCID', reference.pmcid],
		['URL', reference.url],
		['keyword', keywords?.join(', ')],
		['abstract', reference.abstract],
	];
	const item: Record<string, Json> = {};
	for (const [name, value] of fields) if (value !== undefined) item[name] = value;
	return item;
}

function cslName({ family, given, particle, suffix, literal }: Name): Json {
	if (family === undefined) return { literal: literal ?? '' };
	return {
		family,
		...(given !== undefined && { given }),
		...(particle !== undefined && { 'non-dropping-particle': particle }),
		...(suffix !== undefined && { suffix }),
	};
}
