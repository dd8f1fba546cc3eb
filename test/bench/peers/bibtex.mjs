// The BibTeX parser that LaTeX Workshop and PandocCiter use.
import latexUtensils from 'latex-utensils';

const { bibtexParser } = latexUtensils;

/** Parses a whole file and gives the number of its entries. */
export function countEntries(text) {
	return bibtexParser.parse(text).content.filter(bibtexParser.isEntry).length;
}
