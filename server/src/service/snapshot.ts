import type { Article } from './article/article';
import type { BibliographyPath } from './article/metadata';
import type { Bibliography } from './bibliography/bibliography';
import type { Library } from './bibliography/library';
import type { ClaimModel } from './claims/model';
import type { Glossary } from './glossary/glossary';
import type { Settings } from './settings';

/** All that a feature may know when it answers: one version of everything, and none of it changes. */
export interface Snapshot {
	readonly article: Article;
	/** What the document can cite. */
	readonly library: Library;
	/** Bibliographies that the front matter names and that could not be read. */
	readonly missingBibliographies: readonly BibliographyPath[];
	/** Those that it names and that were read. */
	readonly namedBibliographies: readonly NamedBibliography[];
	readonly glossary: Glossary;
	readonly claimModel: ClaimModel;
	readonly settings: Settings;
}

/** A bibliography and the place in the front matter that names it. */
export interface NamedBibliography {
	readonly named: BibliographyPath;
	readonly bibliography: Bibliography;
	/** Whether the writer has it open and sees what is reported there. */
	readonly isOpen: boolean;
}

/** All that a feature may know of a bibliography that is open. */
export interface BibliographySnapshot {
	readonly bibliography: Bibliography;
	/** The manuscripts that are known to use it. */
	readonly manuscripts: readonly Article[];
	/** Texts of other kinds in the workspace that may cite from it: LaTeX, notebooks. */
	readonly otherTexts: readonly string[];
	readonly settings: Settings;
}
