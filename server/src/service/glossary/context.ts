import type { MatchingCondition } from './term';

/** Whether the words around a surface form let it be a term, and which of its terms they speak for. */
export interface ContextTest {
	/** @param context the sentence without the surface form itself */
	fits(context: string): boolean;
	/** Whether the context speaks for this term, among several that share the surface. */
	speaksFor(termId: string, context: string): boolean;
	/** Whether the context speaks against all of the surface's terms. */
	forbids(context: string): boolean;
	/** Whether one of the words that the condition asks for is there; `false` if it asks for none. */
	supports(context: string): boolean;
}

/** Whether one of some words stands in a text. */
export type WordTest = (context: string) => boolean;

/** Compiles a condition once. The rules for its words are those of {@link MatchingCondition}. */
export function contextTest({ contextWords, neverWith, readings }: MatchingCondition): ContextTest {
	const wanted = contextWords.length === 0 ? () => true : anyOf(contextWords);
	const unwanted = anyOf(neverWith);
	const byTerm = new Map(Object.entries(readings ?? {}).map(([id, words]) => [id, anyOf(words)]));
	return {
		fits: (context) => wanted(context) && !unwanted(context),
		speaksFor: (termId, context) => byTerm.get(termId)?.(context) ?? false,
		forbids: unwanted,
		supports: (context) => contextWords.length > 0 && wanted(context),
	};
}

/** Tests for any of some words. How they are written matters as {@link MatchingCondition} says. */
export function anyOf(words: readonly string[]): WordTest {
	const stems = words.filter((word) => word === word.toLowerCase());
	const exact = words.filter((word) => word !== word.toLowerCase());
	const tests: WordTest[] = [];
	if (stems.length > 0) {
		const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.map(escapeRegExp).join('|')})`, 'u');
		tests.push((context) => pattern.test(context.toLowerCase()));
	}
	if (exact.length > 0) {
		const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${exact.map(escapeRegExp).join('|')})s?(?!\\p{L})`, 'u');
		tests.push((context) => pattern.test(context));
	}
	return (context) => tests.some((test) => test(context));
}

function escapeRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
