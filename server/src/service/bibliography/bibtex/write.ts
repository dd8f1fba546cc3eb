/** LaTeX for BibTeX values: what `latex.ts` and `names.ts` read back. Letters beyond ASCII stay as they are. */
import type { Name } from '../reference';

const escapes: ReadonlyMap<string, string> = new Map([
	['\\', '{\\textbackslash}'],
	['{', '\\{'],
	['}', '\\}'],
	['$', '\\$'],
	['&', '\\&'],
	['%', '\\%'],
	['#', '\\#'],
	['_', '\\_'],
	['^', '{\\textasciicircum}'],
	['~', '{\\textasciitilde}'],
	['`', '{\\textasciigrave}'],
	['<', '{\\textless}'],
	['>', '{\\textgreater}'],
]);

export function escapeLatex(text: string): string {
	return text
		.replace(/[\\{}$&%#_^~`<>]/g, (character) => escapes.get(character) ?? character)
		.replace(/'(?=')/g, "'{}")
		.replace(/-(?=-)/g, '-{}');
}

/** A title with braces around what bibliography styles must not put in lower case: gene symbols, names, acronyms. */
export function escapeTitle(title: string): string {
	const words = title.split(' ');
	const inTitleCase = words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
	return words
		.map((word, index) => {
			const protect = inTitleCase || index === 0 ? /.\p{Lu}/u.test(word) : /\p{Lu}/u.test(word);
			return protect ? `{${escapeLatex(word)}}` : escapeLatex(word);
		})
		.join(' ');
}

export function writeNames(names: readonly Name[], more: boolean): string {
	return [...names.map(writeName), ...(more ? ['others'] : [])].join(' and ');
}

function writeName({ family, given, particle, suffix, literal }: Name): string {
	if (family === undefined) return `{${escapeLatex(literal ?? '')}}`;
	const last = [particle === undefined ? '' : escapeLatex(particle), protectWords(family, true)];
	const parts = [last.filter((part) => part !== '').join(' ')];
	if (suffix !== undefined) parts.push(protectWords(suffix, false));
	// With an empty given name, what is braced is not taken for a body, nor the suffix for a given name.
	parts.push(given === undefined ? '{}' : protectWords(given, false));
	const alone = given === undefined && suffix === undefined && /^\p{L}+$/u.test(parts[0] ?? '');
	return alone ? (parts[0] ?? '') : parts.join(', ');
}

/** Braces what would otherwise be taken for a separator or, in a family name, for a particle. */
function protectWords(name: string, isFamily: boolean): string {
	const escaped = escapeLatex(name);
	const ambiguous = /,|;|=|(?:^|\s)and(?:\s|$)/i.test(name) || (isFamily && /^[^\p{Lu}\p{Lo}]/u.test(name));
	return ambiguous ? `{${escaped}}` : escaped;
}
