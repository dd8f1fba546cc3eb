import { type Article, citationsOf } from '../article/article';
import type { FileEntry } from '../bibliography/bibliography';
import { readFields } from '../bibliography/bibtex/scanner';
import { identifierIn } from '../bibliography/citedEntry';
import { identifierLinks } from '../bibliography/formatReference';
import { type IdentifierKind, normalIdentifier } from '../bibliography/identifiers';
import type { Range } from '../text/range';

/** A stretch of text that leads to an address. */
export interface Link {
	readonly range: Range;
	readonly url: string;
	/** "DOI 10.1038/nature04186". */
	readonly label: string;
}

/** DOIs and PubMed numbers that are typed out. Web addresses are left to the editor, which links them itself. */
const IDENTIFIERS =
	/\b(?:doi:[ \t]?)?(10\.\d{4,9}\/[^\s"<>{}|\\^`\u2060\ufffb\ufffc]{1,300})|\bPMID:?[ \t]?(\d{1,9})\b|\b(PMC\d{4,9})\b/gi;

/** The identifiers in a manuscript that can be looked up: in citation keys, and typed out in prose. */
export function linksIn(article: Article): readonly Link[] {
	const links: Link[] = [];
	for (const { key, keyRange } of citationsOf(article)) {
		const named = identifierIn(key);
		const link = named && linkTo(named.kind, named.identifier, keyRange);
		if (link) links.push(link);
	}
	for (const { start, content } of article.blocks) {
		for (const match of content.prose.matchAll(IDENTIFIERS)) {
			const link = linkOfMatch(match, start + match.index);
			if (link) links.push(link);
		}
	}
	return links.sort((a, b) => a.range.start - b.range.start);
}

function linkOfMatch([written, doi, pmid, pmcid]: RegExpExecArray, start: number): Link | undefined {
	if (doi !== undefined) {
		// What follows a DOI in a sentence is not a part of it: "(10.1000/abc)."
		const normal = normalIdentifier('doi', doi);
		const length = written.length - doi.length + (normal?.length ?? 0);
		return normal === undefined ? undefined : linkTo('doi', doi, { start, end: start + length });
	}
	const range = { start, end: start + written.length };
	return pmid === undefined ? linkTo('pmcid', pmcid ?? '', range) : linkTo('pmid', pmid, range);
}

function linkTo(kind: IdentifierKind, written: string, range: Range): Link | undefined {
	const normal = normalIdentifier(kind, written);
	const [link] = normal === undefined ? [] : identifierLinks({ key: '', type: '', authors: [], [kind]: normal });
	return link && { ...link, range };
}

const FIELDS: ReadonlyMap<string, IdentifierKind> = new Map([
	['doi', 'doi'],
	['pmid', 'pmid'],
	['pmcid', 'pmcid'],
	['pmc', 'pmcid'],
]);

/** The links of one entry of a BibTeX file: its DOI, PMID, PMCID and address, where they are written. */
export function linksInEntry(entry: FileEntry): readonly Link[] {
	if (entry.text.kind !== 'entry' || !/\b(?:doi|pmid|pmcid|pmc|url)\b/i.test(entry.source)) {
		return [];
	}
	const links: Link[] = [];
	for (const { name, pieces } of readFields(entry.source).fields) {
		const [piece, ...more] = pieces;
		if (!piece || more.length > 0) continue;
		const written = entry.source.slice(piece.start, piece.end);
		const range = { start: entry.start + piece.start, end: entry.start + piece.end };
		const kind = FIELDS.get(name);
		const link = kind ? linkTo(kind, written, range) : name === 'url' ? webLink(written, range) : undefined;
		if (link) links.push(link);
	}
	return links;
}

function webLink(written: string, range: Range): Link | undefined {
	const url = written.trim();
	return /^https?:\/\/[^\s{}\\]+$/i.test(url) ? { range, url, label: url } : undefined;
}
