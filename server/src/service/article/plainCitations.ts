/** "[3]", "[3–5, 8]": numbers that a word processor or journal style sets. */
const NUMBERED = /\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20}\]/;

/** "(Paget, 1889)", "(Kaplan et al. 2005; Peinado 2012a)": a name and a year in one parenthesis. */
const AUTHOR_YEAR = /\([^()]{0,200}?\p{Lu}\p{L}[^()]{0,80}?\b(?:1[89]|20)\d\d[a-z]?\b[^()]{0,300}\)/u;
const NAME_THEN_YEAR = /\bet al\.?,? \(?(?:1[89]|20)\d\d/;
/** "Paget (1889)", "Kaplan and Lyden (2005)", "Mao and colleagues (2019)". */
const YEAR_AFTER_NAME =
	/\p{Lu}\p{L}{1,40}(?: (?:and|&) (?:colleagues|co-?workers|\p{Lu}\p{L}{1,40}))? \((?:1[89]|20)\d\d[a-z]?\)/u;

/** Superscript numbers in pandoc's markup: `^12^`, `^3,4^`. */
const SUPERSCRIPT = /(?:[\p{L}).,;]|\d\.)\^\d{1,3}(?:[,–-]\d{1,3}){0,20}\^/u;

/** An address or DOI given in place. */
const ADDRESS = /\bhttps?:\/\/|\bdoi:\s?10\./i;

/** Whether a sentence's source carries a citation that is typed out rather than a pandoc key. */
export function hasPlainCitation(source: string): boolean {
	return (
		NUMBERED.test(source) ||
		(source.includes('(') && AUTHOR_YEAR.test(source)) ||
		NAME_THEN_YEAR.test(source) ||
		(source.includes('(') && YEAR_AFTER_NAME.test(source)) ||
		(source.includes('^') && SUPERSCRIPT.test(source)) ||
		ADDRESS.test(source)
	);
}
