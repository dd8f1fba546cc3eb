/** The reference that a CSL item describes: CSL JSON, CSL YAML and `references:` in front matter share it. */
import { doiOf, doiOfAddress, identifiersInNote, pmcidOf, pmidOf } from '../identifiers';
import { plainMarkup } from '../markup';
import type { Name, Reference } from '../reference';

/** `item` is whatever the file holds; what does not have the expected shape is left out. */
export function referenceFromCsl(item: unknown, key: string): Reference {
	const fields = recordOf(item);
	const text = (name: string) => textOf(fields[name]);
	const { names: authors, more } = namesOf(fields['author']);
	const { names: editors } = namesOf(fields['editor'] ?? fields['container-author']);
	const title = text('title');
	const year = yearOf(fields['issued']) ?? yearOf(fields['original-date']);
	const containerTitle = text('container-title') ?? text('container-title-short') ?? text('journalAbbreviation');
	const publisher = text('publisher');
	const volume = text('volume');
	const issue = text('issue') ?? (text('type') === 'article-journal' ? text('number') : undefined);
	const page = text('page') ?? text('article-number');
	const abstract = text('abstract');
	const keywords = keywordsOf(fields['keyword'] ?? fields['keywords']);
	return {
		key,
		type: text('type') ?? 'document',
		...(title !== undefined && { title }),
		authors,
		...(more && { moreAuthors: true }),
		...(editors.length > 0 && { editors }),
		...(year !== undefined && { year }),
		...(containerTitle !== undefined && { containerTitle }),
		...(publisher !== undefined && { publisher }),
		...(volume !== undefined && { volume }),
		...(issue !== undefined && { issue }),
		...(page !== undefined && { page: page.replace(/\s*[–—]\s*/g, '-') }),
		...identifiersOf(fields),
		...(abstract !== undefined && { abstract }),
		...(keywords !== undefined && { keywords }),
	};
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Fields {
	return isRecord(value) ? value : {};
}

/** Text of a string or number; markup and line breaks removed. */
function textOf(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return undefined;
	const text = plainMarkup(value).replace(/\s+/g, ' ').trim().normalize('NFC');
	return text === '' ? undefined : text;
}

function namesOf(value: unknown): { readonly names: readonly Name[]; readonly more: boolean } {
	const items: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
	const names: Name[] = [];
	let more = false;
	for (const item of items) {
		const name = nameOf(item);
		// Exports write a cut list as a last author called "others" or "et al.".
		if (name?.literal !== undefined && /^(?:others|et\.? al\.?)$/i.test(name.literal)) more = true;
		else if (name) names.push(name);
	}
	return { names, more };
}

function nameOf(value: unknown): Name | undefined {
	if (typeof value === 'string') {
		const text = textOf(value);
		return text === undefined ? undefined : { literal: text };
	}
	const fields = recordOf(value);
	const literal = textOf(fields['literal']) ?? textOf(fields['name']);
	const family = textOf(fields['family']);
	const given = textOf(fields['given']);
	const suffix = textOf(fields['suffix']);
	const particles = [fields['dropping-particle'], fields['non-dropping-particle']].map(textOf);
	const particle = particles.filter((part) => part !== undefined).join(' ');
	if (family === undefined) {
		const only = literal ?? given;
		return only === undefined ? undefined : { literal: only };
	}
	return {
		family,
		...(given !== undefined && { given }),
		...(particle !== '' && { particle }),
		...(suffix !== undefined && { suffix }),
	};
}

/** CSL dates: `date-parts`, pandoc's `{year: 2005}` alone or in a list, text such as "2005-03-02", or a bare year. */
function yearOf(date: unknown): number | undefined {
	if (typeof date === 'number') return Number.isInteger(date) ? date : undefined;
	if (typeof date === 'string') {
		const digits = /(?<!\d)\d{4}(?!\d)/.exec(date)?.[0];
		return digits === undefined ? undefined : Number(digits);
	}
	if (date instanceof Date) return date.getUTCFullYear();
	if (Array.isArray(date)) return yearOf(date[0]);
	if (!isRecord(date)) return undefined;
	const parts: unknown = date['date-parts'];
	const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
	const year: unknown = Array.isArray(first) ? first[0] : first;
	return yearOf(year ?? date['year']) ?? yearOf(date['raw'] ?? date['literal']);
}

type Identifiers = Pick<Reference, 'doi' | 'pmid' | 'pmcid' | 'url'>;

function identifiersOf(fields: Fields): Identifiers {
	const text = (...names: readonly string[]) =>
		names.map((name) => addressOf(fields[name])).find((value) => value !== undefined) ?? '';
	const inNote = identifiersInNote(text('note'));
	const url = text('URL', 'url');
	const doi = doiOf(text('DOI', 'doi')) ?? doiOfAddress(url) ?? inNote.doi;
	const pmid = pmidOf(text('PMID', 'pmid')) ?? inNote.pmid;
	const pmcid = pmcidOf(text('PMCID', 'pmcid')) ?? inNote.pmcid;
	return {
		...(doi !== undefined && { doi }),
		...(pmid !== undefined && { pmid }),
		...(pmcid !== undefined && { pmcid }),
		...(url !== '' && { url }),
	};
}

/** Text as written: identifiers and addresses may hold what looks like markup. */
function addressOf(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function keywordsOf(value: unknown): readonly string[] | undefined {
	const parts: readonly unknown[] =
		typeof value === 'string' ? value.split(value.includes(',') ? ',' : ';') : Array.isArray(value) ? value : [];
	const keywords = parts.map(textOf).filter((keyword) => keyword !== undefined);
	return keywords.length > 0 ? keywords : undefined;
}
