import type { Glossary } from './glossary';

const namesIn = new WeakMap<Glossary, ReadonlySet<string>>();

/** A label as it stands inside a sentence: "pre-metastatic niche", but "Kupffer cell" and "HER2 amplification". */
export function insideSentence(glossary: Glossary, label: string): string {
	const first = /^\p{Lu}\p{Ll}+/u.exec(label)?.[0];
	const isName = first !== undefined && (/^\p{Lu}\p{Ll}+[–-]\p{Lu}/u.test(label) || isProper(glossary, first));
	return first === undefined || isName ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A word that the glossary writes with a capital within sentences, and never without, is a name. */
function isProper(glossary: Glossary, word: string): boolean {
	let names = namesIn.get(glossary);
	if (!names) {
		const capital = new Set<string>();
		const lower = new Set<string>();
		for (const { definition, note = '', label, ...more } of glossary.terms.values()) {
			const named = [...more.synonyms, ...more.variants, ...more.looseSynonyms, label];
			for (const text of [definition, note, ...named.map((name) => `the ${name}`)]) {
				for (const match of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}+/gu)) {
					lower.add(match[0]);
				}
			}
			for (const text of [definition, note, ...more.synonyms.map((name) => `the ${name}`)]) {
				for (const match of text.matchAll(/(?<=[\p{Ll},] \(?)\p{Lu}\p{Ll}+/gu)) {
					capital.add(match[0]);
				}
			}
		}
		names = new Set([...capital].filter((name) => !lower.has(name.toLowerCase())));
		namesIn.set(glossary, names);
	}
	return names.has(word);
}

/** The plural of a name, by its last word: metastasis, niche, study, nucleus stay as writers of the field have them. */
export function pluralOf(name: string): string {
	const rules: readonly (readonly [RegExp, string])[] = [
		[/(?<=[sx])is$/, 'es'],
		[/(?<=[^aeiou])y$/, 'ies'],
		[/(?<=[sxz]|[cs]h)$/, 'es'],
		[/$/, 's'],
	];
	const rule = rules.find(([ending]) => ending.test(name));
	return rule ? name.replace(rule[0], rule[1]) : name;
}
