// The BibTeX parser that LaTeX Workshop and PandocCiter use.
import latexUtensils from 'latex-utensils';

/** Parses a whole file and gives the number of its entries. */
export function countEntries(text) {
	return latexUtensils.bibtexParser.parse(text).content.filter(({ kind }) => isEntry(kind)).length;
}

const OTHER = new Set(['string', 'preamble', 'comment']);

function isEntry(kind) {
	return kind !== undefined && !OTHER.has(kind);
}
