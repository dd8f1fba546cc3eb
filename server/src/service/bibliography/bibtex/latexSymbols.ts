/** What LaTeX commands stand for in plain text. Sources: The Comprehensive LaTeX Symbol List; Unicode character names. */

/** Commands that print a symbol, in text or in math. */
export const symbols: ReadonlyMap<string, string> = new Map(
	table(`
		alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
		mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ
		psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
		ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ
		textendash – textemdash — textellipsis … ldots … dots … cdots ⋯ textbullet • bullet • cdot · textperiodcentered ·
		textregistered ® texttrademark ™ textcopyright © copyright © textdegree ° degree ° celsius °C circ ∘ prime ′
		textordfeminine ª textordmasculine º textmu µ micro µ textonehalf ½ textonequarter ¼ textthreequarters ¾
		textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textperthousand ‰ permil ‰ textsection § S § P ¶
		pounds £ textsterling £ texteuro € euro € textyen ¥ textcent ¢ dag † dagger † textdagger † ddag ‡ ddagger ‡
		textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ quotesinglbase ‚
		guillemotleft « guillemotright » textquotesingle ' textquotedbl " textexclamdown ¡ textquestiondown ¿
		textbackslash \\ backslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < textgreater >
		textdollar $ textbraceleft { textbraceright } lbrace { rbrace } textasciidieresis ¨ textasciiacute ´ textasciigrave \`
		pm ± textpm ± mp ∓ times × texttimes × div ÷ ast ∗ star ⋆ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈
		sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂
		subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ langle ⟨ rangle ⟩
		to → rightarrow → longrightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ uparrow ↑ downarrow ↓
		textrightarrow → textleftarrow ← ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ angle ∠ perp ⊥ parallel ∥ mid ∣ lt < gt >
		textalpha α textbeta β textgamma γ textdelta δ textepsilon ε textzeta ζ texteta η texttheta θ textkappa κ
		textlambda λ textnu ν textpi π textrho ρ textsigma σ texttau τ textphi φ textchi χ textpsi ψ textomega ω
		textDelta Δ textGamma Γ textOmega Ω upalpha α upbeta β upgamma γ updelta δ upkappa κ uplambda λ upmu μ
		TeX TeX LaTeX LaTeX BibTeX BibTeX lq ‘ rq ’ vert | lvert | rvert | colon : langle ⟨ checkmark ✓
	`),
);

/** Commands that put an accent on the letter that follows, as combining characters. */
export const accents: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['=', '\u0304'],
	['u', '\u0306'],
	['.', '\u0307'],
	['"', '\u0308'],
	['r', '\u030a'],
	['H', '\u030b'],
	['v', '\u030c'],
	['d', '\u0323'],
	['c', '\u0327'],
	['k', '\u0328'],
	['b', '\u0331'],
	['t', '\u0361'],
	['hat', '\u0302'],
	['bar', '\u0304'],
	['tilde', '\u0303'],
	['vec', '\u20d7'],
	['dot', '\u0307'],
	['ddot', '\u0308'],
]);

/** Commands that only change the look of what follows, in math; in text every unknown command is taken for one. */
export const mathStyles: ReadonlySet<string> = new Set(
	`mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathnormal boldsymbol bm rm it bf sf tt text textrm textit
	textbf textsf texttt textnormal mbox hbox ensuremath operatorname left right big Big bigl bigr displaystyle textstyle
	scriptstyle limits nolimits rm emph ce frac`.split(/\s+/),
);

export const superscripts: ReadonlyMap<string, string> = new Map(
	table('0 ⁰ 1 ¹ 2 ² 3 ³ 4 ⁴ 5 ⁵ 6 ⁶ 7 ⁷ 8 ⁸ 9 ⁹ + ⁺ - ⁻ − ⁻ = ⁼ ( ⁽ ) ⁾ n ⁿ i ⁱ'),
);

export const subscripts: ReadonlyMap<string, string> = new Map(
	table('0 ₀ 1 ₁ 2 ₂ 3 ₃ 4 ₄ 5 ₅ 6 ₆ 7 ₇ 8 ₈ 9 ₉ + ₊ - ₋ − ₋ = ₌ ( ₍ ) ₎'),
);

function table(text: string): [string, string][] {
	const words = text.trim().split(/\s+/);
	const pairs: [string, string][] = [];
	for (let i = 0; i + 1 < words.length; i += 2) pairs.push([words[i] ?? '', words[i + 1] ?? '']);
	return pairs;
}
