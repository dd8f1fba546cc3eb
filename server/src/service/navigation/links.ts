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

/** PubMed numbers in prose. */
const PUBMED = /\bPMID:?[ \t]?(\d{1,9})\b|\b(PMC\d{4,9})\b/gi;

/**
 * The identifiers in a manuscript that can be looked up: in citation keys, and typed out in prose. Web addresses are left
 * to the editor, which links them itself.
 */
export function linksIn(article: Article): readonly Link[] {
	const cited = citationsOf(article).flatMap(({ key, keyRange }) => {
		const named = identifierIn(key);
		return (named && linkTo(named.kind, named.identifier, keyRange)) ?? [];
	});
	const numbers = article.blocks.flatMap(({ start, content }) =>
		[...content.prose.matchAll(PUBMED)].flatMap((match) => {
			const [written, pmid, pmcid = ''] = match;
			const range = { start: start + match.index, end: start + match.index + written.length };
			return (pmid === undefined ? linkTo('pmcid', pmcid, range) : linkTo('pmid', pmid, range)) ?? [];
		}),
	);
	return [...cited, ...numbers, ...doisIn(article)].sort((a, b) => a.range.start - b.range.start);
}

/** The syntax tree has DOIs as addresses, exactly as far as they go in a sentence. */
function doisIn({ text, syntax }: Article): readonly Link[] {
	const links: Link[] = [];
	syntax.tree.iterate({
		enter({ name, from, to }) {
			const range = { start: syntax.start + from, end: syntax.start + to };
			const written = name === 'BareUrl' ? text.slice(range.start, range.end) : '';
			const link = /^(?:doi:\s?)?10\./i.test(written) ? linkTo('doi', written, range) : undefined;
			if (link) links.push(link);
		},
	});
	return links;
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
