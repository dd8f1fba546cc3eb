/** DOIs, PMIDs and PMCIDs in the one form they are compared and linked in. */

export type IdentifierKind = 'doi' | 'pmid' | 'pmcid';

const doiPattern = /\b10(?:\.\d{4,9}(?:\.\d+)*)?\/[^\s"<>{}|\\^`]+/;
const doiAddress = /^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi:\s*/i;

/** The DOI in a field or an address, without resolver or trailing punctuation; in the case it was written in. */
export function doiOf(written: string): string | undefined {
	const bare = unescapeAddress(written.trim().replace(doiAddress, ''));
	const found = doiPattern.exec(bare)?.[0].replace(/[.,;]+$/, '');
	if (found === undefined) return undefined;
	// "(10.1000/abc)": a closing bracket belongs to the DOI only if it was opened in it.
	const isOutside = (found.endsWith(')') && !found.includes('(')) || (found.endsWith(']') && !found.includes('['));
	return isOutside ? found.slice(0, -1) : found;
}

/** The DOI that a link to the DOI resolver names, if the address is one. */
export function doiOfAddress(address: string): string | undefined {
	return doiAddress.test(address) && !/^doi:/i.test(address) ? doiOf(address) : undefined;
}

export function pmidOf(written: string): string | undefined {
	const digits =
		/^(?:pmid:?\s*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?0*(\d{1,9})\/?$/i;
	return digits.exec(written.trim())?.[1];
}

/** With its prefix: "PMC1234567". */
export function pmcidOf(written: string): string | undefined {
	const pattern = /^(?:pmcid:?\s*|https?:\/\/\S{1,60}\/)?(?:pmc)?0*(\d{1,9})(?:\.\d+)?\/?$/i;
	const digits = pattern.exec(written.trim())?.[1];
	return digits === undefined ? undefined : `PMC${digits}`;
}

/** Identifiers written in running text, as PubMed and Zotero put them into notes: "PMID: 123; PMCID: PMC45". */
export function identifiersInNote(note: string): { readonly [kind in IdentifierKind]?: string } {
	const doi = /\bDOI:?\s{0,3}(10\.\S{1,300})/i.exec(note)?.[1];
	const pmid = /\b(?:PMID|PubMed):?\s{0,3}(\d{1,9})\b/i.exec(note)?.[1];
	const pmcid = /\b(?:PMCID|PubMed Central):?\s{0,3}(PMC\d{1,9})\b/i.exec(note)?.[1];
	const normalDoi = doi === undefined ? undefined : doiOf(doi);
	return {
		...(normalDoi !== undefined && { doi: normalDoi }),
		...(pmid !== undefined && { pmid }),
		...(pmcid !== undefined && { pmcid: pmcid.toUpperCase() }),
	};
}

/** The form two writings of one identifier share; undefined where the text is no such identifier. */
export function normalIdentifier(kind: IdentifierKind, written: string): string | undefined {
	switch (kind) {
		case 'doi':
			return doiOf(written)?.toLowerCase();
		case 'pmid':
			return pmidOf(written);
		case 'pmcid':
			return pmcidOf(written);
	}
}

function unescapeAddress(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
