import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../text/range';
import { citationKeyText } from './citationKey';

/** `[see @a, p. 3; @b]`, or `@a [p. 3]`. */
export interface CitationCluster extends Range {
	readonly narrative: boolean;
	/** Whether it is the end of a bare address, `https://x.org/@name`, which pandoc reads as a citation all the same. */
	readonly inAddress: boolean;
	readonly citations: readonly ClusterCitation[];
}

export interface ClusterCitation extends Range {
	/** Without `@` and braces. */
	readonly key: string;
	/** Offset of the `@`. */
	readonly keyStart: number;
	readonly keyEnd: number;
	readonly mode: CitationMode;
	/** "see" in `[see @a, p. 3]`, without the space around it. */
	readonly prefix: Range | undefined;
	/** ", p. 3" in `[see @a, p. 3]`: locator and remarks, as pandoc hands them to the citation style. */
	readonly suffix: Range | undefined;
}

/**
 * What pandoc prints of a citation: with its authors in the sentence, all of it in brackets, or all but the authors.
 * `author-in-text` inside a bracketed group is a citation in another one's suffix: `[@a, @b]`.
 */
export type CitationMode = 'author-in-text' | 'normal' | 'suppress-author';

/**
 * The cluster that a CitationGroup or NarrativeCitation is, or nothing if it cites no work but figures and tables.
 *
 * @param base subtracted from every offset, to make them relative to the block
 */
export function readCluster(node: SyntaxNode, text: string, base: number): CitationCluster | undefined {
	const citations = readCitations(node, text, base).filter(({ key }) => !isCrossReference(key));
	if (citations.length === 0) {
		return undefined;
	}
	const before = node.prevSibling;
	return {
		start: node.from - base,
		end: node.to - base,
		narrative: node.name === 'NarrativeCitation',
		inAddress: before?.name === 'BareUrl' && before.to === node.from,
		citations,
	};
}

/** The citations of a cluster, those in a prefix or suffix after the one it belongs to. */
function readCitations(cluster: SyntaxNode, text: string, base: number): readonly ClusterCitation[] {
	const isNarrative = cluster.name === 'NarrativeCitation';
	return cluster.getChildren('Citation').flatMap((citation, index) => {
		const key = citation.getChild('CitationKey');
		const prefix = citation.getChild('CitationPrefix');
		const suffix = citation.getChild('CitationSuffix');
		const nested = [...clustersIn(prefix), ...clustersIn(suffix)];
		const mode = citation.getChild('AuthorSuppressed') ? 'suppress-author' : 'normal';
		return key
			? [
					{
						key: citationKeyText(text, key.from, key.to),
						start: citation.from - base,
						end: citation.to - base,
						keyStart: key.from - base,
						keyEnd: key.to - base,
						mode: isNarrative && index === 0 ? ('author-in-text' as const) : mode,
						prefix: rangeOf(prefix, base),
						suffix: rangeOf(suffix, base),
					} satisfies ClusterCitation,
					...nested.flatMap((inner) => readCitations(inner, text, base)),
				]
			: [];
	});
}

function clustersIn(parent: SyntaxNode | null): readonly SyntaxNode[] {
	const clusters: SyntaxNode[] = [];
	for (let node = parent?.firstChild; node; node = node.nextSibling) {
		clusters.push(node);
	}
	return clusters;
}

function rangeOf(node: SyntaxNode | null, base: number): Range | undefined {
	return node ? { start: node.from - base, end: node.to - base } : undefined;
}

/** Quarto's `@fig-volcano`, `@tbl-stage`, `@thm-line`, and pandoc-crossref's `@fig:volcano`. */
function isCrossReference(key: string): boolean {
	return /^(?:fig|tbl|lst|sec|eq|eqn|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|suppfig|supptbl)[-:]/i.test(
		key,
	);
}
