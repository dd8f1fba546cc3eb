import type { Article } from '../article/article';

/** Word parts as British and American authors write them. */
const PAIRS: readonly (readonly [british: RegExp, american: string])[] = [
	[/tumour/gi, 'tumor'],
	[/haem/gi, 'hem'],
	[/oestr/gi, 'estr'],
	[/oesoph/gi, 'esoph'],
	[/leukaem/gi, 'leukem'],
	[/signalling/gi, 'signaling'],
	[/fibre/gi, 'fiber'],
	[/colonis/gi, 'coloniz'],
	[/localis/gi, 'localiz'],
	[/randomis/gi, 'randomiz'],
];
const BRITISH = /tumour|haem|oestr|colonis|signalling/gi;
const AMERICAN = /tumor|\bhem[ao]|\bestr|coloniz|signaling/gi;

const usesAmerican = new WeakMap<Article, boolean>();

/** A name in the spelling of the article: American where its author writes so more often, else as it stands. */
export function inSpellingOf(article: Article, name: string): string {
	let american = usesAmerican.get(article);
	if (american === undefined) {
		american = count(article.text, AMERICAN) > count(article.text, BRITISH);
		usesAmerican.set(article, american);
	}
	return american
		? PAIRS.reduce((text, [british, to]) => text.replace(british, (word) => cased(to, word)), name)
		: name;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

function cased(text: string, like: string): string {
	return /^\p{Lu}/u.test(like) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
