import { type Citation, citationsOf } from '../../article/article';
import type { Snapshot } from '../../snapshot';
import type { Finding, Rule } from '../rule';

/** Keys that say by themselves what they cite; manubot and pandoc filters resolve them. */
const SELF_RESOLVING = /^(?:doi|pmid|pmc|pmcid|arxiv|isbn|url|https?|wikidata|clinicaltrials|raw|tag):/i;

/** A citation key that no bibliography of the document has. */
export const unknownCitation: Rule = {
	code: 'unknown-citation',
	defaultSeverity: 'warning',
	*check(snapshot) {
		const { library, missingBibliographies } = snapshot;
		if (missingBibliographies.length > 0) {
			// Its keys are not unknown: the file is. That is said once, where it is named.
			return;
		}
		if (library.bibliographies.length === 0) {
			yield* withoutBibliography(snapshot);
			return;
		}
		for (const { key, keyRange, cluster } of unresolved(snapshot)) {
			const message = `No reference has the key “${key}”, so the citation will come out empty. ${adviceFor(snapshot, key)}`;
			yield {
				range: keyRange,
				message: cluster.inAddress ? addressMessage(key) : message,
				data: { kind: 'unknown-citation', key, keyRange },
			};
		}
	},
};

/** A manuscript without any bibliography is told so once, not at every key. */
function* withoutBibliography(snapshot: Snapshot): Iterable<Finding> {
	const [first, ...more] = unresolved(snapshot);
	if (first) {
		const others = more.length === 0 ? '' : ` Neither can the ${more.length} after it.`;
		yield {
			range: first.keyRange,
			message: `This document has no bibliography, so the key “${first.key}” cannot be resolved.${others} Name one in the front matter: \`bibliography: references.bib\`.`,
			data: { kind: 'unknown-citation', key: first.key, keyRange: first.keyRange },
		};
	}
}

function addressMessage(key: string): string {
	return `Pandoc reads “@${key}” in a bare address as a citation, and no reference has that key, so the address will come out broken. Put the whole address in angle brackets: <https://…/@${key}>.`;
}

function unresolved({ article, library }: Snapshot): readonly Citation[] {
	return citationsOf(article).filter(({ key }) => !SELF_RESOLVING.test(key) && library.own(key) === undefined);
}

function adviceFor({ library }: Snapshot, key: string): string {
	if (library.builtIn(key)) {
		return 'Metascribe knows the work: add it to your bibliography.';
	}
	const [closest] = library.closestKeys(key);
	return closest === undefined ? 'Add it to the bibliography, or correct the key.' : `Did you mean “${closest}”?`;
}
