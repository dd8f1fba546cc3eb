/** CSL item types of BibTeX and BibLaTeX entry types. Source: the BibLaTeX manual, section 2.1, and the CSL 1.0.2 item types. */

const cslTypes: ReadonlyMap<string, string> = new Map([
	['article', 'article-journal'],
	['suppperiodical', 'article-journal'],
	['review', 'review'],
	['periodical', 'periodical'],
	['book', 'book'],
	['mvbook', 'book'],
	['collection', 'book'],
	['mvcollection', 'book'],
	['reference', 'book'],
	['mvreference', 'book'],
	['proceedings', 'book'],
	['mvproceedings', 'book'],
	['manual', 'book'],
	['booklet', 'pamphlet'],
	['inbook', 'chapter'],
	['bookinbook', 'chapter'],
	['suppbook', 'chapter'],
	['incollection', 'chapter'],
	['suppcollection', 'chapter'],
	['inreference', 'entry-encyclopedia'],
	['inproceedings', 'paper-conference'],
	['conference', 'paper-conference'],
	['phdthesis', 'thesis'],
	['mastersthesis', 'thesis'],
	['thesis', 'thesis'],
	['techreport', 'report'],
	['report', 'report'],
	['online', 'webpage'],
	['electronic', 'webpage'],
	['www', 'webpage'],
	['unpublished', 'manuscript'],
	['patent', 'patent'],
	['dataset', 'dataset'],
	['software', 'software'],
	['standard', 'standard'],
	['video', 'motion_picture'],
	['misc', 'document'],
]);

export function cslTypeOf(entryType: string): string {
	return cslTypes.get(entryType) ?? 'document';
}

/** The entry type to write for a CSL item type: one that BibTeX styles know as well. */
export function entryTypeOf(cslType: string): string {
	switch (cslType) {
		case 'article-journal':
		case 'article-magazine':
		case 'article-newspaper':
		case 'review':
			return 'article';
		case 'chapter':
		case 'entry-encyclopedia':
			return 'incollection';
	}
	for (const [entryType, type] of cslTypes) if (type === cslType) return entryType;
	return 'misc';
}

/** Types whose parent's title is the title of the book they appear in. */
const inBook = new Set([...'inbook bookinbook suppbook incollection suppcollection inreference'.split(' ')]);
const inProceedings = new Set(['inproceedings', 'conference']);
const inPeriodical = new Set(['article', 'suppperiodical']);

/** The field of a child that a parent's `title` fills. */
export function fieldOfParentTitle(childType: string): string | undefined {
	if (inBook.has(childType) || inProceedings.has(childType)) return 'booktitle';
	return inPeriodical.has(childType) ? 'journaltitle' : undefined;
}
