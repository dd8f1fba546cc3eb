import type { Entry } from './collection';
import { FileEntry } from './entry';
import { doiOfAddress, type IdentifierKind } from './identifiers';
import type { Library } from './library';

/** What a citation means: the writer's entry, else one of Metascribe's; by its key, else by the identifier that it names. */
export function citedWork(library: Library, key: string): Entry | undefined {
	const named = identifierIn(key);
	return library.get(key) ?? (named && library.withIdentifier(named.kind, named.identifier));
}

/** The writer's entry that a citation means: by its key, else by the identifier that the key names (`@doi:10.1000/abc`). */
export function citedEntry(library: Library, key: string): FileEntry | undefined {
	const own = library.own(key);
	if (own) {
		return own;
	}
	const named = identifierIn(key);
	const entry = named && library.withIdentifier(named.kind, named.identifier);
	return entry instanceof FileEntry ? entry : undefined;
}

/** The identifier that a manubot key names: `doi:…`, `pmid:…`, `pmc:…`, `url:https://doi.org/…`. */
export function identifierIn(key: string): { readonly kind: IdentifierKind; readonly identifier: string } | undefined {
	const [, prefix = '', identifier = ''] = /^(doi|pmid|pmc|pmcid|url|https?):(.+)$/i.exec(key) ?? [];
	switch (prefix.toLowerCase()) {
		case 'doi':
			return { kind: 'doi', identifier };
		case 'pmid':
			return { kind: 'pmid', identifier };
		case 'pmc':
		case 'pmcid':
			return { kind: 'pmcid', identifier };
		case 'url':
			return addressed(identifier);
		case 'http':
		case 'https':
			return addressed(key);
		default:
			return undefined;
	}
}

function addressed(address: string): { readonly kind: IdentifierKind; readonly identifier: string } | undefined {
	const doi = doiOfAddress(address);
	return doi === undefined ? undefined : { kind: 'doi', identifier: doi };
}
