/** All that a document can cite, in pandoc's order of precedence. */
import { distance } from 'fastest-levenshtein';
import type { Bibliography } from './bibliography';
import { catalogs } from './catalog';
import { type Collection, type Entry, Numbering } from './collection';
import type { FileEntry } from './entry';
import type { IdentifierKind } from './identifiers';
import { identifierMark, marksOf } from './identityIndex';
import type { Reference } from './reference';

/** The references Metascribe ships. */
export type BuiltInReferences = Collection<BuiltInEntry>;

export class BuiltInEntry implements Entry {
	readonly origin = 'built-in';
	readonly aliases: readonly string[] = [];

	constructor(
		readonly number: number,
		readonly reference: Reference,
	) {}

	get key(): string {
		return this.reference.key;
	}

	read(): Reference {
		return this.reference;
	}

	mayContain(): boolean {
		return true;
	}
}

export function builtInReferences(references: readonly Reference[]): BuiltInReferences {
	const numbering = new Numbering();
	return { numbering, entries: references.map((reference) => new BuiltInEntry(numbering.next(), reference)) };
}

export interface Library {
	/** The writer's bibliographies, in the order pandoc reads them: of several entries with one key the last counts. */
	readonly bibliographies: readonly Bibliography[];
	readonly builtIns: BuiltInReferences;
	/** The entry a citation of this key means: the writer's, else the built-in one. Keys are compared as pandoc does, exactly. */
	get(key: string): Entry | undefined;
	/** The writer's entry for a key (or for one of its further keys). */
	own(key: string): FileEntry | undefined;
	builtIn(key: string): BuiltInEntry | undefined;
	/** All of the writer's entries with this key, in the order they are read. */
	entriesOf(key: string): readonly FileEntry[];
	/** The entry with this identifier, in whatever form it is written: the writer's before the built-in one. */
	withIdentifier(kind: IdentifierKind, written: string): Entry | undefined;
	/** The writer's entry for the same work: same DOI, PMID or PMCID, or same title and year. */
	sameWork(reference: Reference): FileEntry | undefined;
	/** The same without waiting: in a large bibliography whose index is not there yet, nothing is found. */
	sameWorkAtHand(reference: Reference): FileEntry | undefined;
	/** Keys of the writer's that look like this one, closest first. A pass over all keys: for advice, not for every check. */
	closestKeys(key: string): readonly string[];
}

/** Cheap: what has to be worked out for a bibliography is kept with it, whatever library it is part of. */
export function createLibrary(bibliographies: readonly Bibliography[], builtIns: BuiltInReferences): Library {
	const lastFirst = [...bibliographies].reverse();
	const own = (key: string) => firstOf(lastFirst, (bibliography) => withKey(bibliography, key).at(-1));
	const builtIn = (key: string) => withKey(builtIns, key).at(-1);
	const marked = (among: readonly Bibliography[], mark: string) =>
		firstOf(among, (bibliography) => firstWithMark(bibliography, mark, (entry) => own(entry.key) === entry));
	return {
		bibliographies,
		builtIns,
		own,
		builtIn,
		get: (key) => own(key) ?? builtIn(key),
		entriesOf: (key) => bibliographies.flatMap((bibliography) => withKey(bibliography, key)),
		withIdentifier(kind, written) {
			const mark = identifierMark(kind, written);
			return mark === undefined ? undefined : (marked(lastFirst, mark) ?? firstWithMark(builtIns, mark, () => true));
		},
		sameWork: (reference) => firstOf(marksOf(reference), (mark) => marked(lastFirst, mark)),
		sameWorkAtHand: (reference) => firstOf(marksOf(reference), (mark) => marked(lastFirst.filter(isAtHand), mark)),
		closestKeys: (key) => closestKeys(lastFirst, key),
	};
}

function firstOf<Item, Result>(items: readonly Item[], find: (item: Item) => Result | undefined): Result | undefined {
	for (const item of items) {
		const found = find(item);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Where the entries with a key stand in their list. A key that stands once, as nearly all do, needs no array. */
type Places = number | readonly number[];

const keyMaps = new WeakMap<Collection, ReadonlyMap<string, Places>>();

function keysOf(collection: Collection): ReadonlyMap<string, Places> {
	let map = keyMaps.get(collection);
	if (!map) {
		map = mapKeys(collection.entries);
		keyMaps.set(collection, map);
	}
	return map;
}

function mapKeys(entries: readonly Entry[]): ReadonlyMap<string, Places> {
	const map = new Map<string, Places>();
	const aliased: number[] = [];
	for (const [place, { key, aliases }] of entries.entries()) {
		if (aliases.length > 0) aliased.push(place);
		if (key === '') continue;
		const known = map.get(key);
		map.set(key, known === undefined ? place : [...(typeof known === 'number' ? [known] : known), place]);
	}
	// A further key never hides an entry that has it as its own.
	for (const place of aliased) {
		for (const alias of entries[place]?.aliases ?? []) if (!map.has(alias)) map.set(alias, place);
	}
	return map;
}

function withKey<Item extends Entry>(collection: Collection<Item>, key: string): readonly Item[] {
	const places = keysOf(collection).get(key);
	const list = typeof places === 'number' ? [places] : (places ?? []);
	return list.map((place) => collection.entries[place]).filter((entry) => entry !== undefined);
}

/** So many entries are indexed in some ten milliseconds. */
const QUICKLY_INDEXED = 500;

function isAtHand(bibliography: Bibliography): boolean {
	return bibliography.entries.length <= QUICKLY_INDEXED || catalogs.isReady(bibliography);
}

/** The first entry that bears the mark and can be cited. */
function firstWithMark<Item extends Entry>(
	collection: Collection<Item>,
	mark: string,
	isWanted: (entry: Item) => boolean,
): Item | undefined {
	for (const { index, entries, places } of catalogs.layersOf(collection)) {
		for (const position of index.identities.candidates(mark)) {
			const current = entries[position] && collection.entries[places[position] ?? -1];
			if (current && isWanted(current) && marksOf(current.read({ abstract: false })).includes(mark)) return current;
		}
	}
	return undefined;
}

/** How many keys are worth proposing. */
const MAX_CLOSEST = 3;

/** From this length on, the beginning of a key is a hint at the whole. */
const SHORTEST_BEGINNING = 4;
/** A key that goes on where the wanted one ends is closer than one with two slips of the pen, and less close than one. */
const BEGINNING_DISTANCE = 1.5;

interface CloseKey {
	readonly key: string;
	readonly distance: number;
}

/** Keys within about a quarter of their length, or of which one begins with the other; case alone counts as no difference. */
function closestKeys(bibliographies: readonly Bibliography[], key: string): readonly string[] {
	const closest = bibliographies.flatMap((bibliography) => closestIn(bibliography, key)).sort(byDistance);
	return [...new Set(closest.map((found) => found.key))].slice(0, MAX_CLOSEST);
}

/** An unknown key is asked about in every version of a manuscript, and all keys are compared with it. */
const knownClosest = new WeakMap<Bibliography, Map<string, readonly CloseKey[]>>();
/** A key that is being typed is another one with each letter. */
const MOST_KNOWN = 1000;

function closestIn(bibliography: Bibliography, key: string): readonly CloseKey[] {
	let known = knownClosest.get(bibliography);
	if (!known || known.size >= MOST_KNOWN) {
		known = new Map();
		knownClosest.set(bibliography, known);
	}
	let closest = known.get(key);
	if (!closest) {
		closest = findClosest(bibliography, key);
		known.set(key, closest);
	}
	return closest;
}

function findClosest(bibliography: Bibliography, key: string): readonly CloseKey[] {
	const wanted = key.toLowerCase();
	let limit = Math.max(BEGINNING_DISTANCE, Math.floor(key.length / 4));
	let closest: CloseKey[] = [];
	for (const candidate of keysOf(bibliography).keys()) {
		const apart = candidate === key ? Number.POSITIVE_INFINITY : distanceOfKeys(candidate, wanted, limit);
		if (apart <= limit) {
			closest.push({ key: candidate, distance: apart });
			closest = closest.sort(byDistance).slice(0, MAX_CLOSEST);
			if (closest.length === MAX_CLOSEST) limit = Math.min(limit, closest.at(-1)?.distance ?? limit);
		}
	}
	return closest;
}

function byDistance(a: CloseKey, b: CloseKey): number {
	return a.distance - b.distance || a.key.length - b.key.length;
}

function distanceOfKeys(candidate: string, wanted: string, limit: number): number {
	const difference = Math.abs(candidate.length - wanted.length);
	const written = candidate.toLowerCase();
	const shorter = Math.min(candidate.length, wanted.length);
	const isBeginning = shorter >= SHORTEST_BEGINNING && (written.startsWith(wanted) || wanted.startsWith(written));
	if (isBeginning) return Math.min(difference, BEGINNING_DISTANCE);
	return difference > limit ? Number.POSITIVE_INFINITY : distance(written, wanted);
}
