import { identifierLinks, shortCitation } from '../bibliography/formatReference';
import type { Library } from '../bibliography/library';
import type { Reference } from '../bibliography/reference';
import type { Term } from './term';

/** A source of a term as it is shown. */
export interface ShownSource {
	/** "Kaplan et al. 2005". */
	readonly name: string;
	/** Empty where the source is no article or its journal was not seen. */
	readonly journal: string;
	readonly url: string | undefined;
	/** The citation key, if the writer's bibliography has the work. */
	readonly key: string | undefined;
}

const SUPPORT: Readonly<Record<Term['support'], string>> = {
	literature: '',
	'literature-partial': 'the sources back a part of this definition',
	ontology: 'defined after an ontology entry',
	'identifier-only': 'no article behind this definition yet, only a registry entry',
	weak: 'the sources behind this definition are weak',
	'none-yet': 'no source behind this definition yet',
};

/** Kinds of evidence as one speaks of several. */
const EVIDENCE: Readonly<Record<NonNullable<Reference['evidence']>, string>> = {
	review: 'reviews',
	'meta-analysis': 'meta-analyses',
	'randomised-trial': 'randomised trials',
	trial: 'clinical trials',
	cohort: 'cohort studies',
	'case-series': 'case series',
	animal: 'animal studies',
	'in-vitro': 'in vitro studies',
	computational: 'computational studies',
	guideline: 'guidelines',
	commentary: 'commentaries',
	primary: 'primary studies',
};

/** What kind of work a definition rests on, in which species, and whether that is all of it; empty if nothing is known. */
export function evidenceFor({ sources, support, origin }: Term, library: Library): string {
	const references = sources.flatMap(({ reference }) =>
		reference ? (library.builtIn(reference)?.reference ?? []) : [],
	);
	const kinds = distinct(references.flatMap(({ evidence }) => (evidence ? EVIDENCE[evidence] : [])));
	const species = distinct(references.flatMap((reference) => reference.species ?? []));
	const rests = kinds.length === 0 ? '' : `${kinds.join(', ')}${species.length > 0 ? ` (${species.join(', ')})` : ''}`;
	return [rests, origin === undefined ? SUPPORT[support] : ''].filter((part) => part !== '').join('; ');
}

/** The sources of a term, most important first. */
export function sourcesOf({ sources, origin }: Term, library: Library): readonly ShownSource[] {
	return sources.map(({ reference: key, citation, url }) => {
		// A writer's term may name a work of the writer's bibliography.
		const own = key !== undefined && origin !== undefined ? library.own(key) : undefined;
		const entry = own ?? (key === undefined ? undefined : library.builtIn(key));
		if (!entry) {
			return { name: citation, journal: '', url, key: undefined };
		}
		const { reference } = entry;
		return {
			name: shortCitation(reference),
			journal: reference.containerTitle ?? '',
			url: identifierLinks(reference)[0]?.url,
			key: own?.key ?? library.sameWorkAtHand(reference)?.key,
		};
	});
}

function distinct(items: readonly string[]): readonly string[] {
	return [...new Set(items)];
}
