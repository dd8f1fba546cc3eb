import type { Article } from '../article/article';
import type { FrontMatter } from '../article/frontMatter';
import { type Bibliography, readInlineReferences } from './bibliography';

/** Kept with the front matter, which stays the same object while it is unchanged. */
const known = new WeakMap<FrontMatter, Bibliography>();

/** The references that a document lists in its own front matter, as a bibliography: one or none. */
export function inlineReferences({ uri, text, frontMatter }: Article): readonly Bibliography[] {
	if (!frontMatter?.hasReferences) {
		return [];
	}
	let bibliography = known.get(frontMatter);
	if (!bibliography) {
		bibliography = readInlineReferences(uri, text.slice(0, frontMatter.range.end), text.indexOf('\n') + 1);
		known.set(frontMatter, bibliography);
	}
	return [bibliography];
}
