import type { Engine } from './engine';
import type { Manuscripts } from './manuscript';

/** What the rows measure with. */
export interface Given {
	readonly engine: Engine;
	readonly manuscripts: Manuscripts;
	/** Where the .bib files are that large ones are made from. */
	readonly bibliographyFolder: string;
	/** Where the corpus is, if it is there. */
	readonly corpusFolder: string;
}
