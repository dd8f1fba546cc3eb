/** What a section is for, as far as asking for references goes. `skip`: acknowledgements, abbreviations and the like. */
export type SectionKind = 'abstract' | 'intro' | 'methods' | 'results' | 'discussion' | 'conclusion' | 'body' | 'skip';

/** A sentence of prose as the claims engine reads it. */
export interface ClaimSentence {
	/** Its text without citations and markup, spaces single. */
	readonly text: string;
	/** Whether it carries a citation of its own. */
	readonly cited: boolean;
	/** Whether that citation is part of the sentence, as in "@smith2020 showed". */
	readonly narrative?: boolean;
}

/** A run of sentences that stand together. */
export interface ClaimParagraph {
	readonly sentences: readonly ClaimSentence[];
	readonly section: SectionKind;
	/** Equal for all paragraphs of one section. */
	readonly sectionId: string | number;
	readonly kind: 'paragraph' | 'list' | 'quote' | 'caption';
}
