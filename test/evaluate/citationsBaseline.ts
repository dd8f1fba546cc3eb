import type { Candidate, CitationQuery } from './citationsCorpus';

/**
 * The corpus' own baseline (`score/bm25_baseline.mjs`), number for number: BM25 of the sentence and, at a third of the
 * weight, of the sentence before, over the title twice and the abstract once.
 */
export function createBaseline(candidates: readonly Candidate[]): (query: CitationQuery) => readonly string[] {
	const postings = new Map<string, (readonly [document: number, frequency: number])[]>();
	const lengths = candidates.map(({ title, abstract }, document) => {
		const tokens = [...tokensOf(title), ...tokensOf(title), ...tokensOf(abstract)];
		for (const [token, frequency] of countOf(tokens)) {
			const posting = postings.get(token) ?? [];
			postings.set(token, posting);
			posting.push([document, frequency]);
		}
		return tokens.length;
	});
	const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
	return ({ sentence, previous }) => {
		const asked = new Map<string, number>();
		for (const token of tokensOf(previous)) {
			asked.set(token, 0.35);
		}
		for (const token of tokensOf(sentence)) {
			asked.set(token, 1);
		}
		const scores = new Float64Array(candidates.length);
		for (const [token, weight] of asked) {
			const posting = postings.get(token) ?? [];
			const rarity = Math.log(1 + (candidates.length - posting.length + 0.5) / (posting.length + 0.5));
			for (const [document, frequency] of posting) {
				const norm = 1.2 * (0.25 + (0.75 * (lengths[document] ?? 0)) / meanLength);
				scores[document] = (scores[document] ?? 0) + (weight * rarity * frequency * 2.2) / (frequency + norm);
			}
		}
		const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
		return order.flatMap((document) => candidates[document]?.id ?? []);
	};
}

const STOP_WORDS = new Set(
	`the of and in to a is that for with as are by on be this from it an or which at can has have been was were not we these
	their its such also into between more than other but however both may most some used using use based one two our they there
	all how only each through when where while who what`.split(/\s+/),
);

function tokensOf(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[a-z0-9][a-z0-9-]*/g) ?? [];
	return words
		.flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
		.filter((word) => word.length >= 2 && !STOP_WORDS.has(word))
		.map(stemOf);
}

function stemOf(word: string): string {
	let stem = word;
	if (stem.length > 5) {
		stem = stem.replace(/ies$/, 'y');
	}
	if (stem.length > 7) {
		stem = stem.replace(/(?:ations?|ating|ated|ates|ate)$/, 'at');
	}
	if (stem.length > 5) {
		return stem.replace(/(?:ing|ed|es|s)$/, '');
	}
	return stem.endsWith('s') && stem.length > 3 && !stem.endsWith('ss') ? stem.slice(0, -1) : stem;
}

function countOf(tokens: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const token of tokens) {
		counts.set(token, (counts.get(token) ?? 0) + 1);
	}
	return counts;
}
