/** Greek letters by their names, as they are spelt out in molecule names. */
const GREEK: Readonly<Record<string, string>> = {
	α: 'alpha',
	β: 'beta',
	γ: 'gamma',
	δ: 'delta',
	ε: 'epsilon',
	ζ: 'zeta',
	η: 'eta',
	θ: 'theta',
	ι: 'iota',
	κ: 'kappa',
	λ: 'lambda',
	μ: 'mu',
	µ: 'mu',
	ν: 'nu',
	ξ: 'xi',
	π: 'pi',
	ρ: 'rho',
	σ: 'sigma',
	τ: 'tau',
	φ: 'phi',
	χ: 'chi',
	ψ: 'psi',
	ω: 'omega',
};

/** British spellings inside words and their American counterparts. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
	[/our(?=$|s$|al$|ed$|ing|igen)/, 'or'],
	[/^oe(?=[sdt])/, 'e'],
	[/haem/, 'hem'],
	[/aem(?=i)/, 'em'],
	[/^(an)?aes/, '$1es'],
	[/paed/, 'ped'],
	[/oede/, 'ede'],
	[/oesoph/, 'esoph'],
	[/ogue$/, 'og'],
	[/fibre/, 'fiber'],
	[/centre/, 'center'],
	[/labell/, 'label'],
	[/signall/, 'signal'],
	[/is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)/, 'iz'],
	[/ys(?=(?:e|ed|ing)$)/, 'yz'],
];

/** Plurals that no ending tells. */
const IRREGULAR: Readonly<Record<string, string>> = {
	mice: 'mouse',
	indices: 'index',
	genera: 'genus',
	data: 'datum',
	lice: 'louse',
};

/** A piece of a word as terms are compared: letters of one script or digits, normalised. */
export interface Token {
	readonly start: number;
	readonly end: number;
	/** Lower case, American spelling, singular, Greek by name. */
	readonly form: string;
	/** Whether a word begins here: no letter or digit stands before. */
	readonly opens: boolean;
	/** Whether a word ends here. */
	readonly closes: boolean;
}

/** Greek letters by name, and nothing but letters and digits: what an acronym is compared by. */
export function lettersOf(text: string): string {
	return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '').replace(/[\u0370-\u03ffµ]/g, (letter) => GREEK[letter] ?? letter);
}

const PIECES = /[\u0370-\u03ffµ]|[\p{L}\p{M}]+|\p{N}+/gu;
const GREEK_LETTER = /^[\u0370-\u03ffµ]$/;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

const forms = new Map<string, string>();
/** The forms of words are kept up to this many; a manuscript has some thousands. */
const MOST_FORMS = 50_000;

/**
 * Divides text into tokens: at anything but letters and digits, between letters and digits, and around Greek letters, so
 * that "TGF-β1", "TGFβ1" and "TGF-beta 1" give the same.
 */
export function tokenize(text: string): readonly Token[] {
	const tokens: Token[] = [];
	let opens = true;
	for (const match of text.matchAll(PIECES)) {
		const piece = match[0];
		const start = match.index;
		const end = start + piece.length;
		const previous = tokens.at(-1);
		opens = previous === undefined || previous.end < start;
		const next = text[end];
		const closes = next === undefined || !WORD_CHARACTER.test(next);
		for (const [from, to] of GREEK_LETTER.test(piece) ? [[0, piece.length] as const] : splitGreek(piece)) {
			tokens.push({
				start: start + from,
				end: start + to,
				form: formOf(piece.slice(from, to)),
				opens: opens && from === 0,
				closes: closes && to === piece.length,
			});
		}
	}
	return tokens;
}

/** Letters of one word, with Greek ones apart: "TGFβ" is "TGF" and "β". */
function splitGreek(piece: string): readonly (readonly [number, number])[] {
	if (!/[\u0370-\u03ffµ]/.test(piece)) {
		return [[0, piece.length]];
	}
	const parts: [number, number][] = [];
	for (const match of piece.matchAll(/[\u0370-\u03ffµ]|[^\u0370-\u03ffµ]+/g)) {
		parts.push([match.index, match.index + match[0].length]);
	}
	return parts;
}

/** The form in which words are compared. */
export function formOf(word: string): string {
	const known = forms.get(word);
	if (known !== undefined) {
		return known;
	}
	const form = normalise(word);
	if (forms.size >= MOST_FORMS) {
		forms.clear();
	}
	forms.set(word, form);
	return form;
}

function normalise(word: string): string {
	const lower = word
		.toLowerCase()
		.normalize('NFD')
		.replace(/(?!^)\p{M}/gu, '');
	const greek = GREEK[lower] ?? GREEK[word];
	if (greek !== undefined) {
		return greek;
	}
	let form = IRREGULAR[lower] ?? lower;
	if (form.length > 4) {
		for (const [british, american] of AMERICAN) {
			form = form.replace(british, american);
		}
	}
	return singular(form);
}

/**
 * A key that a noun and its plural share, regular or Latin: metastasis/metastases, niche/niches, nucleus/nuclei,
 * endothelium/endothelia, matrix/matrices. Not a word: the final e is dropped too.
 */
function singular(word: string): string {
	if (word.length <= 3) {
		return word;
	}
	const rules: readonly (readonly [RegExp, string])[] = [
		[/(?<=[sx])(?:is|es|e)$/, ''],
		[/omata$/, 'oma'],
		[/(?<=\p{L}{3})ices$/u, 'ix'],
		[/(?<=\p{L}{2})ies$/u, 'y'],
		[/(?<=[cs]h|z)es$/, ''],
		[/(?<=\p{L}{3})(?:us|i)$/u, ''],
		[/(?<=\p{L}{3}i)(?:um|a)$/u, ''],
		[/(?<=[^suia])s$/, ''],
		[/(?<=[ia])s$/, ''],
	];
	const rule = rules.find(([ending]) => ending.test(word));
	const stem = rule ? word.replace(rule[0], rule[1]) : word;
	return stem.length > 3 ? stem.replace(/e$/, '') : stem;
}
