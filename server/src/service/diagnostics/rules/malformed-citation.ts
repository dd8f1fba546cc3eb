import type { Article } from '../../article/article';
import type { BlockContent, CitationCluster, Sentence } from '../../article/blocks';
import { scanCitationKey } from '../../article/citationKey';
import type { Block } from '../../article/outline';
import { CITATION, MARKUP } from '../../article/prose';
import { isAbbreviation } from '../../article/sentenceWords';
import type { Snapshot } from '../../snapshot';
import type { TextEdit } from '../../text/range';
import type { Finding, Rule } from '../rule';

/** A citation that pandoc reads otherwise than it is meant, or that has lost its sentence. */
export const malformedCitation: Rule = {
	code: 'malformed-citation',
	defaultSeverity: 'warning',
	*check(snapshot) {
		yield* commasForSemicolons(snapshot.article);
		yield* spaceAfterAt(snapshot);
		yield* afterFullStop(snapshot.article);
	},
};

/** What stands between two keys where a semicolon should: `[@a, @b]`, `[@a and @b]`. */
const SEPARATOR = /(?:\s*,)?\s*(?:(?:and|&)\s*)?(?=-?@)/y;

function* commasForSemicolons({ blocks, text }: Article): Iterable<Finding> {
	for (const block of blocks) {
		for (const cluster of block.content.clusters) {
			const edits = cluster.narrative ? [] : separatorsIn(text, block.start, cluster);
			const [first] = edits;
			if (first) {
				const written = text.slice(first.range.start, first.range.end).trim() || ' ';
				yield {
					range: { start: block.start + cluster.start, end: block.start + cluster.end },
					message: `“${written}” does not separate citations: pandoc takes what follows it for a remark on the first. Write a semicolon between keys.`,
					data: { kind: 'malformed-citation', title: 'Separate the keys with semicolons', edits },
				};
			}
		}
	}
}

function separatorsIn(text: string, base: number, { citations, end }: CitationCluster): readonly TextEdit[] {
	const edits: TextEdit[] = [];
	let from = base;
	for (const { keyEnd } of citations) {
		from = Math.max(from, base + keyEnd);
		for (;;) {
			SEPARATOR.lastIndex = from;
			const separator = SEPARATOR.exec(text)?.[0] ?? '';
			const next = from + separator.length;
			const at = text[next] === '-' ? next + 1 : next;
			const keyEndsAt = separator === '' || at >= base + end ? -1 : scanCitationKey(text, at);
			if (keyEndsAt < 0) break;
			edits.push({ range: { start: from, end: next }, newText: '; ' });
			from = keyEndsAt;
		}
	}
	return edits;
}

/** `[@ kaplan2005]`: pandoc prints it as it is. Only where a key must be meant, for `5 mg @ 10 mL` is none. */
function* spaceAfterAt({ article, library }: Snapshot): Iterable<Finding> {
	for (const { start, content } of article.blocks) {
		const { prose } = content;
		for (let at = prose.indexOf('@'); at >= 0; at = prose.indexOf('@', at + 1)) {
			const blanks = /[ \t]*/y;
			blanks.lastIndex = at + 1;
			const gap = blanks.exec(prose)?.[0].length ?? 0;
			// A key does not run on for longer.
			const rest = `@${prose.slice(at + 1 + gap, at + 301 + gap)}`;
			const end = gap === 0 ? -1 : scanCitationKey(rest, 0);
			const key = rest.slice(1, Math.max(1, end));
			const opens = /[[;]\s*-?$/.test(prose.slice(Math.max(0, at - 10), at));
			const isKey = library.get(key) !== undefined || (opens && /\p{L}/u.test(key) && /\d{2}/.test(key));
			if (end > 0 && isKey) {
				const range = { start: start + at, end: start + at + gap + end };
				yield {
					range,
					message: `A space after “@” keeps “${key}” from being a citation: it is printed as it stands. Remove the space.`,
					data: {
						kind: 'malformed-citation',
						title: 'Remove the space',
						edits: [{ range: { start: range.start + 1, end: range.start + 1 + gap }, newText: '' }],
					},
				};
			}
		}
	}
}

/** From this many on, citations behind the full stop are the manuscript's style, if they are the greater part. */
const FEWEST_OF_STYLE = 3;

/** `… was seen. [@a]`: behind the stop a citation belongs to no sentence. */
function* afterFullStop(article: Article): Iterable<Finding> {
	const after: { readonly block: Block; readonly cluster: CitationCluster; readonly stop: number }[] = [];
	let before = 0;
	for (const block of article.blocks) {
		if (block.role === 'prose' || block.role === 'item' || block.role === 'note') {
			const stops = stopsIn(block.content);
			before += stops.before;
			after.push(...stops.after.map((found) => ({ block, ...found })));
		}
	}
	if (after.length >= FEWEST_OF_STYLE && after.length > before) {
		return;
	}
	for (const { block, cluster, stop } of after) {
		const range = { start: block.start + cluster.start, end: block.start + cluster.end };
		const start = block.start + stop;
		yield {
			range,
			severity: 'information',
			message:
				'This citation stands behind the full stop, outside of the sentence that it supports, and is printed there. Put it before the stop.',
			data: {
				kind: 'malformed-citation',
				title: 'Put the citation before the full stop',
				edits: [
					{
						range: { start, end: range.end },
						newText: ` ${article.text.slice(range.start, range.end)}${article.text[start]}`,
					},
				],
			},
		};
	}
}

/** Where the citations of a block stand to the full stops of their sentences. */
interface Stops {
	/** How many stand before one. */
	readonly before: number;
	readonly after: readonly { readonly cluster: CitationCluster; readonly stop: number }[];
}

/** Kept with the block's content, which lives on through edits elsewhere. */
const stopsOf = new WeakMap<BlockContent, Stops>();

function stopsIn(content: BlockContent): Stops {
	let stops = stopsOf.get(content);
	if (!stops) {
		const clusters = content.sentences.flatMap((sentence) =>
			sentence.clusters.filter(({ narrative }) => !narrative).map((cluster) => ({ sentence, cluster })),
		);
		stops = {
			before: clusters.filter(({ cluster }) => /^\s*[.?!]/.test(content.prose.slice(cluster.end, cluster.end + 20)))
				.length,
			after: clusters.flatMap(({ sentence, cluster }) => {
				const stop = stopBefore(content, sentence, cluster);
				return stop === undefined ? [] : [{ cluster, stop }];
			}),
		};
		stopsOf.set(content, stops);
	}
	return stops;
}

/** Where the stop stands that ends the sentence in front of a trailing citation. */
function stopBefore({ prose }: BlockContent, sentence: Sentence, { start, end }: CitationCluster): number | undefined {
	const isFilling = (character = ''): boolean => /\s/.test(character) || character === CITATION || character === MARKUP;
	let stop = start - 1;
	while (stop > sentence.start && isFilling(prose[stop]) && prose[stop] !== CITATION) stop--;
	if (!/[.?!]/.test(prose[stop] ?? '') || ![...prose.slice(end, sentence.end)].every(isFilling)) {
		return undefined;
	}
	const word = /[\p{L}\p{N}.-]{0,30}$/u.exec(prose.slice(Math.max(0, stop - 30), stop))?.[0] ?? '';
	return word === '' || isAbbreviation(word) || /^\p{L}$/u.test(word) ? undefined : stop;
}
