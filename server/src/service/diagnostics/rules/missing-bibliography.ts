import type { Rule } from '../rule';

/** The front matter names a bibliography that is not there. */
export const missingBibliography: Rule = {
	code: 'missing-bibliography',
	defaultSeverity: 'error',
	*check({ missingBibliographies }) {
		for (const { path, range } of missingBibliographies) {
			yield {
				range,
				message: `The bibliography “${path}” cannot be read, so its citation keys are unknown. Check the path: it starts from this document's folder.`,
			};
		}
	},
};
