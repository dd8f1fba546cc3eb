/** Entries that are the same work under two keys. */
import type { Bibliography } from './bibliography';
import { catalogs } from './catalog';
import type { FileEntry } from './entry';
import { fold, foldedWords } from './fold';
import { marksOf } from './identityIndex';
import type { Reference } from './reference';

/** What two entries of one work have in common. */
export type Likeness = 'DOI' | 'PMID' | 'PMCID' | 'title and year';

export interface SameWork {
	readonly entry: FileEntry;
	/** The entry of the same work that stands before it. */
	readonly earlier: FileEntry;
	readonly likeness: Likeness;
}

const IDENTIFIERS: readonly (readonly ['doi' | 'pmid' | 'pmcid', Likeness])[] = [
	['doi', 'DOI'],
	['pmid', 'PMID'],
	['pmcid', 'PMCID'],
];

/** Of two titles with one identifier, this share of the shorter's words stands in the other. */
const SHARED_WORDS = 0.6;

/**
 * What makes two references the same work, if they are. One identifier is not enough: chapters are listed with the DOI of
 * their book. One title is not, if the identifiers differ: a preprint and the article are two works.
 */
export function likeness(a: Reference, b: Reference): Likeness | undefined {
	const marks = new Set(marksOf(a));
	const shared = marksOf(b).filter((mark) => marks.has(mark));
	const sameTitle = shared.some((mark) => !mark.includes(':'));
	for (const [kind, label] of IDENTIFIERS) {
		// With another identifier that differs, one of them is wrong, and only the title tells which.
		if (shared.some((mark) => mark.startsWith(`${kind}:`)) && (sameTitle || !identifiersDiffer(a, b))) {
			return titlesAgree(a, b) ? label : undefined;
		}
	}
	return sameTitle && !identifiersDiffer(a, b) && authorsAgree(a, b) ? 'title and year' : undefined;
}

function titlesAgree(a: Reference, b: Reference): boolean {
	if (a.title === undefined || b.title === undefined) return true;
	const [shorter = [], longer = []] = [foldedWords(fold(a.title)), foldedWords(fold(b.title))].sort(
		(one, other) => one.length - other.length,
	);
	const words = new Set(longer);
	return shorter.filter((word) => words.has(word)).length >= shorter.length * SHARED_WORDS;
}

function identifiersDiffer(a: Reference, b: Reference): boolean {
	return IDENTIFIERS.some(([kind]) => {
		const [one, other] = [a[kind], b[kind]];
		return one !== undefined && other !== undefined && one.toLowerCase() !== other.toLowerCase();
	});
}

function authorsAgree(a: Reference, b: Reference): boolean {
	const [one, other] = [a.authors[0], b.authors[0]].map((name) => fold(name?.family ?? name?.literal ?? ''));
	return one === '' || other === '' || one === other;
}

const known = new WeakMap<Bibliography, readonly SameWork[]>();

/** Does in steps the work of the first `sameWorksIn` and of the first look at `problems`. */
export function* prepareFindings(bibliography: Bibliography): Generator<undefined, void, undefined> {
	yield* bibliography.checkInSteps();
	yield* catalogs.prepare(bibliography);
}

/** In file order. The first call for a large bibliography builds its index, unless `prepareFindings` has. */
export function sameWorksIn(bibliography: Bibliography): readonly SameWork[] {
	let found = known.get(bibliography);
	if (!found) {
		found = findSameWorks(bibliography);
		known.set(bibliography, found);
	}
	return found;
}

function findSameWorks(bibliography: Bibliography): readonly SameWork[] {
	const layers = catalogs.layersOf(bibliography).map(({ index, entries, places }) => ({
		identities: index.identities,
		entryAt: (position: number): FileEntry | undefined =>
			entries[position] && bibliography.entries[places[position] ?? -1],
	}));
	const [base, fresh] = layers;
	const groups: FileEntry[][] = layers.flatMap(({ identities, entryAt }) =>
		identities.collisions().map((positions) => positions.flatMap((position) => entryAt(position) ?? [])),
	);
	// The second layer holds the few entries that are new since the first was built.
	for (const { hash, positions } of fresh?.identities.all() ?? []) {
		const others = base?.identities.withHash(hash) ?? [];
		groups.push([
			...others.flatMap((position) => base?.entryAt(position) ?? []),
			...positions.flatMap((position) => fresh?.entryAt(position) ?? []),
		]);
	}
	return pairsIn(groups).sort((a, b) => a.entry.start - b.entry.start);
}

/** Each later entry with the first of its group that is the same work: one pair for each entry. */
function pairsIn(groups: readonly (readonly FileEntry[])[]): SameWork[] {
	const pairs = new Map<FileEntry, SameWork>();
	for (const group of groups) {
		const [first, ...others] = [...group].sort((a, b) => a.start - b.start);
		for (const entry of others) {
			const like =
				first && !pairs.has(entry) && entry.key !== first.key
					? likeness(first.read({ abstract: false }), entry.read({ abstract: false }))
					: undefined;
			if (first && like) pairs.set(entry, { entry, earlier: first, likeness: like });
		}
	}
	return [...pairs.values()];
}
