/** The indexes that need every reference of a list read: built together, so that each is read once. */
import type { Entry } from './collection';
import { type IdentityIndex, IdentityIndexBuilder } from './identityIndex';
import { createLayeredIndex } from './layers';
import { type SearchIndex, SearchIndexBuilder } from './searchIndex';

export interface Catalog {
	readonly search: SearchIndex;
	readonly identities: IdentityIndex;
}

/** References read between two pauses: a few milliseconds. */
const STEP = 250;

function* build(entries: readonly Entry[]): Generator<undefined, Catalog, undefined> {
	const search = new SearchIndexBuilder();
	const identities = new IdentityIndexBuilder();
	for (const [position, entry] of entries.entries()) {
		const reference = entry.read({ abstract: false });
		search.add(reference, entry.aliases);
		identities.add(reference);
		if (position % STEP === STEP - 1) yield;
	}
	return { search: yield* search.build(), identities: identities.build() };
}

export const catalogs = createLayeredIndex(build);
