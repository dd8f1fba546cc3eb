/**
 * How much each sign of fit counts. Fitted by softmax regression on the 6,262 citing sentences of the shared citation
 * corpus, each against the references of its own document; those for what the manuscript cites elsewhere were fitted
 * with all the others. Nothing here was chosen by hand.
 */
export const weights = {
	words: 5.03,
	wordsBefore: 0,
	title: 7.69,
	titleBefore: 3.26,
	firstAuthor: 3.43,
	author: 3.57,
	year: 2.57,
	/** Without an abstract fewer words can match, and those that do say less. */
	noAbstract: 1.07,
	wordsNoAbstract: -4.55,
	citedSimilarly: 3.32,
	citedSimilarlyBefore: 0.31,
} as const;
