/** Words whose full stop is part of them, lower case, without it. None of them ends a sentence before a number. */
const ABBREVIATIONS = new Set(
	`al e.g eg i.e ie cf vs v viz ca c approx resp fig figs tab tabs eq eqs eqn ref refs sec sect ch chap vol no nos pp p ed eds
	suppl supp ext app dr prof mr mrs ms st sr jr mt rev hon inc ltd co corp dept univ u.s u.k e.u u.n d.c ph.d m.d b.sc m.sc
	a.m p.m sp spp subsp ssp var str cv gen nov et est max min temp wt mol conc etc jan feb mar apr jun jul aug sept sep oct
	nov dec i.v i.p s.c p.o b.i.d q.d t.i.d a.k.a w.r.t n.b n.d l.c op.cit loc.cit`
		.trim()
		.split(/\s+/),
);

/** Abbreviations that stand at the end of sentences too, if a capital follows that is likely to open one. */
const MAY_END = new Set('al etc inc ltd co corp u.s u.k e.u u.n d.c ph.d m.d a.m p.m sp spp jr sr d'.split(' '));

/** Words before a single letter that make it a label: "vitamin D. The", "hepatitis B. Patients". */
const LABELLED = new Set(
	`vitamin hepatitis type group arm cohort panel grade stage class factor protein cyclin immunoglobulin influenza subunit part
	phase appendix domain figure table box fig set model case patient category level region site condition isoform and or
	cathepsin kinase laminin tenascin annexin lamin complex coenzyme concanavalin chromosome`
		.trim()
		.split(/\s+/),
);

/** Words that open sentences far more often than they continue a name or a reference. */
const OPENERS = new Set(
	`the this these those that there their they them then thus therefore to though through today together a an all although also
	another any are as at after additionally another among accordingly alternatively approximately based because before besides
	between both briefly but by can collectively compared consequently consistent conversely could current currently data despite
	did different do does due during each early either even every evidence few finally first following for from further
	furthermore given had has have he hence here how however i if importantly in indeed initially instead interestingly is it its
	last later lastly like likewise many meanwhile more moreover most much my nevertheless new next no nonetheless not notably now
	of on once one only or other others our over overall particularly patients previous prior recent recently results second
	several she similar similarly since so some still studies subsequently such surprisingly taken third under unfortunately
	unlike until up upon using was we were what when where whereas whether which while who why with within without would yet you
	animals cells mice tumours tumors treatment knockout loss expression`
		.trim()
		.split(/\s+/),
);

/** Whether the word before a full stop is an abbreviation. */
export function isAbbreviation(word: string): boolean {
	return ABBREVIATIONS.has(word.toLowerCase());
}

/** Whether the word before a full stop is a single capital: an initial, a genus, or a label. */
export function isInitial(word: string): boolean {
	return /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
}

/**
 * Whether a sentence begins after an abbreviation or initial and its full stop.
 *
 * @param previous the word before an initial, `undefined` for an abbreviation
 * @param following the word after the full stop
 */
export function startsSentenceAfterAbbreviation(
	previous: string | undefined,
	word: string,
	following: string,
): boolean {
	const opens = OPENERS.has(following.toLowerCase().replace(/[^\p{L}]+$/u, '')) && /^\p{Lu}/u.test(following);
	if (previous === undefined) {
		return MAY_END.has(word.toLowerCase()) && opens;
	}
	const initial = /^\p{Lu}\.$/u.test(following);
	return /^\p{Lu}/u.test(following) && !initial && (opens || LABELLED.has(previous.toLowerCase()));
}
