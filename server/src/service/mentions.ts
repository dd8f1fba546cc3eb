import { mentionedIn, mentionedKeys } from './article/mentionedKeys';
import type { FileEntry } from './bibliography/bibliography';
import type { BibliographySnapshot } from './snapshot';

/** Which entries of a bibliography stand in a text that may use it, be it as a citation or as a comment. */
export function mentionsOf({ manuscripts, otherTexts }: BibliographySnapshot): (entry: FileEntry) => boolean {
	const texts = [...manuscripts.map(mentionedIn), ...otherTexts.map(mentionedKeys)];
	const all = texts.some((mentioned) => mentioned.all);
	return ({ key, aliases }) => all || [key, ...aliases].some((name) => texts.some(({ keys }) => keys.has(name)));
}
