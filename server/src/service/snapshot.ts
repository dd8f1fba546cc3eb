import type { Article } from './article/article';
import type { BibliographyPath } from './article/frontMatter';
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
	readonly glossary: Glossary;
	readonly claimModel: ClaimModel;
	readonly settings: Settings;
}
