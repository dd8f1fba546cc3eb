import type { Article } from './article';
import { citationKeyText, scanCitationKey } from './citationKey';

/** The keys a text mentions. */
export interface MentionedKeys {
	readonly keys: ReadonlySet<string>;
	/** Whether it takes the whole bibliography: `nocite: "@*"`, `\nocite{*}`. */
	readonly all: boolean;
}

const CITE_COMMAND = /\\[A-Za-z]{0,20}cite[A-Za-z]{0,20}\*?(?:\[[^\]\n]{0,200}\]){0,2}\{([^{}]{1,4000})\}/g;

const known = new WeakMap<Article, MentionedKeys>();

/** The keys an article mentions; kept with it. */
export function mentionedIn(article: Article): MentionedKeys {
	let mentioned = known.get(article);
	if (!mentioned) {
		mentioned = mentionedKeys(article.text);
		known.set(article, mentioned);
	}
	return mentioned;
}

/**
 * Every key that stands in a text as `@key` or `\cite{key}`, be it in a comment, in code or in front matter. More than
 * is cited: it decides what may be called unused, where a wrong word costs the writer a reference.
 */
export function mentionedKeys(text: string): MentionedKeys {
	const keys = new Set<string>();
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		const end = scanCitationKey(text, at);
		if (end > 0) keys.add(citationKeyText(text, at, end));
	}
	for (const [, list = ''] of text.matchAll(CITE_COMMAND)) {
		for (const key of list.split(',')) keys.add(key.trim());
	}
	return { keys, all: keys.has('*') };
}

/** Whether a text mentions a key or names a bibliography: a quick look, before anything is parsed. */
export function mayCite(text: string): boolean {
	return /^bibliography\s*:/m.test(text) || mentionedKeys(text).keys.size > 0;
}
