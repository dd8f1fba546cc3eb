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

/** What a character is to the words around it. */
const [BETWEEN, LETTER, DIGIT, GREEK_LETTER] = [1, 2, 3, 4];
/** By UTF-16 unit, 0 until it is first met: patterns over classes of Unicode are slow. Surrogates stay 0. */
const kinds = new Uint8Array(0x10000);

/**
 * Divides text into tokens: at anything but letters and digits, between letters and digits, and around Greek letters, so
 * that "TGF-β1", "TGFβ1" and "TGF-beta 1" give the same.
 */
export function tokenize(text: string): readonly Token[] {
	const tokens: Token[] = [];
	const cursor = new TokenCursor(text);
	while (cursor.next()) {
		const { start, end, opens, closes } = cursor;
		tokens.push({ start, end, form: formOf(cursor.word), opens, closes });
	}
	return tokens;
}

/** Moves over the tokens of a text, without making any of them: most are looked at once, and passed. */
export class TokenCursor implements Omit<Token, 'form'> {
	start = 0;
	end = 0;
	opens = false;
	closes = false;

	constructor(private readonly text: string) {}

	/** The token as it is written. */
	get word(): string {
		return this.text.slice(this.start, this.end);
	}

	/** Stands where another cursor of the same text does. */
	moveTo({ start, end, opens, closes }: TokenCursor): void {
		this.start = start;
		this.end = end;
		this.opens = opens;
		this.closes = closes;
	}

	/** Goes on from the end of a token. */
	skipTo(end: number): void {
		this.end = end;
	}

	/** Moves to the next token, if there is one. */
	next(): boolean {
		const { text, end: previousEnd } = this;
		const { length } = text;
		let start = previousEnd;
		let kind = BETWEEN;
		for (; start < length; start++) {
			kind = kinds[text.charCodeAt(start)] || judge(text, start);
			if (kind !== BETWEEN) {
				break;
			}
		}
		let end = start + 1;
		let after = BETWEEN;
		for (; end < length; end++) {
			after = kinds[text.charCodeAt(end)] || judge(text, end);
			if (after !== kind || kind === GREEK_LETTER) {
				break;
			}
		}
		this.opens = start > previousEnd || start === 0;
		this.closes = end >= length || after === BETWEEN;
		this.start = start;
		this.end = end;
		return start < length;
	}
}

function judge(text: string, pos: number): number {
	const unit = text.charCodeAt(pos);
	if (unit >= 0xd800 && unit < 0xe000) {
		return kindOf(characterAround(text, pos));
	}
	const kind = kindOf(text.charAt(pos));
	kinds[unit] = kind;
	return kind;
}

function kindOf(char: string): number {
	if (!/^[\p{L}\p{M}\p{N}]$/u.test(char)) {
		return BETWEEN;
	}
	return /[\u0370-\u03ffµ]/.test(char) ? GREEK_LETTER : /\p{N}/u.test(char) ? DIGIT : LETTER;
}

/** The character of which a surrogate is the first or second half; empty if it is half of none. */
function characterAround(text: string, pos: number): string {
	const first = text.charCodeAt(pos) < 0xdc00 ? pos : pos - 1;
	const point = text.codePointAt(first) ?? 0;
	return point > 0xffff ? String.fromCodePoint(point) : '';
}

const forms = new Map<string, string>();
/** The forms of words are kept up to this many; a manuscript has some thousands. */
const MOST_FORMS = 50_000;

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
