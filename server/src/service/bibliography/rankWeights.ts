/**
 * Fitted by softmax regression on the 6,262 citing sentences of `corpus/citations`, each against the references of its
 * own document. Figures of merit, by cross-validation over documents, are in `docs/measurements.md`.
 */
export const weights = {
	words: 5.6,
	wordsBefore: 0.07,
	title: 7.5,
	titleBefore: 3.75,
	firstAuthor: 3.5,
	author: 3.55,
	year: 3.2,
	/** Without an abstract fewer words can match, and those that do say less. */
	noAbstract: 0.9,
	wordsNoAbstract: -3.2,
	citedSimilarly: 0,
	citedSimilarlyBefore: 0,
} as const;
