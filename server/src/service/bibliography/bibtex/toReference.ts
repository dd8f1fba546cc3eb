/** The reference that a BibTeX or BibLaTeX entry describes. */
import { doiOf, doiOfAddress, identifiersInNote, pmcidOf, pmidOf } from '../identifiers';
import type { Reference } from '../reference';
import type { Definitions, EntryFields } from './definitions';
import { cslTypeOf } from './entryTypes';
import { resolveEntry } from './inheritance';
import { latexToText } from './latex';
import { parseNames } from './names';

/** `source` starts at the entry's `@`. Without `abstract` the two longest fields stay undecoded. */
export function referenceFromBibtex(
	source: string,
	key: string,
	definitions: Definitions,
	parts: { readonly abstract: boolean },
): Reference {
	const { type, fields } = resolveEntry(source, definitions);
	const authors = parseNames(fields.raw('author') ?? '');
	const editors = parseNames(fields.raw('editor') ?? '');
	const title = withSubtitle(fields, 'title', 'subtitle');
	const containerTitle = containerTitleOf(fields);
	const year = yearOf(fields);
	const publisher = fields.text('publisher', 'institution', 'school', 'organization');
	const volume = fields.text('volume');
	const issue = fields.text('number', 'issue');
	const page = fields.text('pages', 'page', 'eid');
	const abstract = parts.abstract ? fields.text('abstract') : undefined;
	const keywords = parts.abstract ? keywordsOf(fields) : undefined;
	return {
		key,
		type: cslTypeOf(type),
		...(title !== undefined && { title }),
		authors: authors.names,
		...(authors.more && { moreAuthors: true }),
		...(editors.names.length > 0 && { editors: editors.names }),
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

function withSubtitle(fields: EntryFields, title: string, subtitle: string): string | undefined {
	const main = fields.text(title);
	const rest = fields.text(subtitle);
	if (main === undefined || rest === undefined) return main ?? rest;
	return /[:?!.–—]$/.test(main) ? `${main} ${rest}` : `${main}: ${rest}`;
}

function containerTitleOf(fields: EntryFields): string | undefined {
	return (
		withSubtitle(fields, 'journaltitle', 'journalsubtitle') ??
		fields.text('journal') ??
		withSubtitle(fields, 'booktitle', 'booksubtitle') ??
		fields.text('maintitle', 'shortjournal', 'fjournal')
	);
}

/** The year of `date` ("2005-03-02", "2005/2006", "2005~") or of `year` ("2005", "2005a", "c. 2005"). */
function yearOf(fields: EntryFields): number | undefined {
	const written = fields.text('date') ?? fields.text('year') ?? '';
	const digits = /(?<!\d)\d{4}(?!\d)/.exec(written)?.[0];
	return digits === undefined ? undefined : Number(digits);
}

type Identifiers = Pick<Reference, 'doi' | 'pmid' | 'pmcid' | 'url'>;

function identifiersOf(fields: EntryFields): Identifiers {
	const url = fields.verbatim('url', 'howpublished')?.replace(/^\\?url\s*/, '');
	const address = url !== undefined && /^(?:https?|ftp):\/\//i.test(url) ? url : undefined;
	const inNote = identifiersInNote(latexToText(fields.raw('note', 'annotation') ?? ''));
	const eprint = eprintOf(fields);
	const doi = doiOf(fields.verbatim('doi') ?? '') ?? doiOfAddress(address ?? '') ?? inNote.doi;
	const pmid = pmidOf(fields.verbatim('pmid') ?? '') ?? eprint.pmid ?? inNote.pmid;
	const pmcid = pmcidOf(fields.verbatim('pmcid', 'pmc') ?? '') ?? eprint.pmcid ?? inNote.pmcid;
	const link = address ?? eprint.url;
	return {
		...(doi !== undefined && { doi }),
		...(pmid !== undefined && { pmid }),
		...(pmcid !== undefined && { pmcid }),
		...(link !== undefined && { url: link }),
	};
}

/** `eprint` with the archive it belongs to: PubMed, PubMed Central or arXiv. */
function eprintOf(fields: EntryFields): Identifiers {
	const eprint = (fields.verbatim('eprint') ?? '').replace(/^arxiv:/i, '');
	const archive = (fields.verbatim('eprinttype', 'archiveprefix') ?? '').toLowerCase();
	const pmid = archive === 'pubmed' || archive === 'pmid' ? pmidOf(eprint) : undefined;
	const pmcid = archive === 'pmc' || archive === 'pmcid' || /^pmc\d/i.test(eprint) ? pmcidOf(eprint) : undefined;
	const arxiv = archive === 'arxiv' && /^[\w./-]+$/.test(eprint);
	return {
		...(pmid !== undefined && { pmid }),
		...(pmcid !== undefined && { pmcid }),
		...(arxiv && { url: `https://arxiv.org/abs/${eprint}` }),
	};
}

/** Split at commas; at semicolons where there are no commas. */
function keywordsOf(fields: EntryFields): readonly string[] | undefined {
	const written = fields.text('keywords', 'keyword', 'mesh') ?? '';
	const separator = written.includes(',') ? ',' : ';';
	const keywords = written.split(separator).map((keyword) => keyword.trim());
	const present = keywords.filter((keyword) => keyword !== '');
	return present.length > 0 ? present : undefined;
}
