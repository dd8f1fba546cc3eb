import {
	type Article,
	type Bibliography,
	createReviewService,
	defaultSettings,
	type Knowledge,
	type ReviewService,
} from '../../server/src/service';
import { termsInBlock } from '../../server/src/service/glossary/matchTerms';

/** What an analysis found, so that nothing measured can be an analysis of nothing. */
export interface Analysis {
	readonly article: Article;
	readonly terms: number;
	readonly findings: number;
}

/** The engine as the server has it, over what Metascribe ships. */
export interface Engine {
	readonly service: ReviewService;
	readonly knowledge: Knowledge;
	/** Everything there is to say about a text: parsed, all terms found, all findings. After an edit, with the version before. */
	analyse(text: string, previous?: Article): Analysis;
}

export function createEngine(knowledge: Knowledge, bibliographyText: string): Engine {
	const service = createReviewService(knowledge);
	const bibliographies: readonly Bibliography[] = [
		service.readBibliography('file:///references.bib', bibliographyText),
	];
	return {
		service,
		knowledge,
		analyse(text, previous) {
			const article = service.parseArticle(
				{ uri: 'file:///manuscript.md', version: (previous?.version ?? 0) + 1, text },
				previous,
			);
			const snapshot = service.snapshot({
				article,
				bibliographies,
				missingBibliographies: [],
				settings: defaultSettings,
			});
			let terms = 0;
			for (const block of article.blocks) {
				terms += termsInBlock(snapshot.glossary, block).length;
			}
			return { article, terms, findings: service.diagnose(snapshot).length };
		},
	};
}
