/** References as plain text. Escaping for Markdown or HTML is left to whoever renders it. */
import type { Name, Reference } from './reference';

export interface IdentifierLink {
	/** "DOI 10.1038/nature04186". */
	readonly label: string;
	readonly url: string;
}

/** More authors than this are cut to this many and "et al.", as Vancouver style does. */
const MAX_AUTHORS = 6;

/** "Kaplan et al. 2005", "Kaplan & Lyden 2005", "Kaplan 2005"; the title where nobody signed. */
export function shortCitation(reference: Reference): string {
	const { year } = reference;
	const people = peopleOf(reference);
	const [first, second] = people;
	const name =
		first === undefined
			? shortTitle(reference)
			: people.length > 2 || reference.moreAuthors
				? `${familyOf(first)} et al.`
				: second === undefined
					? familyOf(first)
					: `${familyOf(first)} & ${familyOf(second)}`;
	return year === undefined ? name : `${name} ${year}`;
}

/** "Kaplan RN, Riba RD, et al. Title. Nature. 2005;438(7069):820-827." Parts that are not known are left out. */
export function formatReference(reference: Reference): string {
	const { title, containerTitle, publisher } = reference;
	const parts = [authorList(reference), title, containerTitle ?? publisher, publication(reference)];
	return parts
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.?!]$/.test(part ?? '') ? part : `${part}.`))
		.join(' ');
}

/** Where the work can be looked up, best first. */
export function identifierLinks(reference: Reference): readonly IdentifierLink[] {
	const { doi, pmid, pmcid, url } = reference;
	const links: IdentifierLink[] = [];
	if (doi) links.push({ label: `DOI ${doi}`, url: `https://doi.org/${doi.split('/').map(encodePart).join('/')}` });
	if (pmid) links.push({ label: `PMID ${pmid}`, url: `https://pubmed.ncbi.nlm.nih.gov/${encodePart(pmid)}/` });
	if (pmcid) links.push({ label: pmcid, url: `https://pmc.ncbi.nlm.nih.gov/articles/${encodePart(pmcid)}/` });
	if (links.length === 0 && url && /^https?:\/\//i.test(url)) links.push({ label: url, url: encodeAddress(url) });
	return links;
}

/** Authors, or the editors where there are none. */
function peopleOf(reference: Reference): readonly Name[] {
	return reference.authors.length > 0 ? reference.authors : (reference.editors ?? []);
}

function familyOf({ particle, family, literal }: Name): string {
	if (family === undefined) return literal ?? '';
	return particle === undefined ? family : `${particle} ${family}`;
}

function shortTitle({ title, key }: Reference): string {
	if (title === undefined) return key;
	const words = title.split(' ');
	return words.length > 6 ? `${words.slice(0, 6).join(' ')}…` : title;
}

function authorList(reference: Reference): string | undefined {
	const people = peopleOf(reference);
	if (people.length === 0) return undefined;
	const cut = people.length > MAX_AUTHORS || reference.moreAuthors === true;
	const names = people.slice(0, MAX_AUTHORS).map(nameWithInitials);
	return cut ? `${names.join(', ')}, et al` : names.join(', ');
}

function nameWithInitials(name: Name): string {
	const initials = initialsOf(name.given ?? '');
	return [familyOf(name), initials, name.suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

/** "Rosandra N." gives "RN", "Jean-Paul" gives "JP", "RN" stays. */
function initialsOf(given: string): string {
	if (/^\p{Lu}{1,4}$/u.test(given)) return given;
	return given
		.split(/[\s.\-‐–]+/)
		.map((part) => (part === '' ? '' : String.fromCodePoint(part.codePointAt(0) ?? 32)))
		.filter((letter) => /\p{L}/u.test(letter))
		.map((letter) => letter.toUpperCase())
		.join('');
}

/** "2005;438(7069):820-827". */
function publication({ year, volume, issue, page }: Reference): string | undefined {
	const where = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}${page === undefined ? '' : `:${page}`}`;
	if (year === undefined) return where === '' ? undefined : where.replace(/^:/, '');
	return where === '' ? String(year) : `${year};${where}`.replace(';:', ':');
}

/** Half a surrogate pair cannot be encoded; it is replaced, as browsers do. */
function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function encodePart(part: string): string {
	return encodeURIComponent(wellFormed(part));
}

function encodeAddress(url: string): string {
	return encodeURI(wellFormed(url)).replace(/%25([\da-f]{2})/gi, '%$1');
}
