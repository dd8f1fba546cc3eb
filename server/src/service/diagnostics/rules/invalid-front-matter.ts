import type { Rule } from '../rule';

/** The YAML at the top cannot be read, so pandoc will stop and the bibliography it names may be missed. */
export const invalidFrontMatter: Rule = {
	code: 'invalid-front-matter',
	defaultSeverity: 'warning',
	check: ({ article }) => article.frontMatter?.problems ?? [],
};
