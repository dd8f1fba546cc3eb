import { identifierLinks, shortCitation } from '../bibliography/formatReference';
import type { Reference } from '../bibliography/reference';
import type { Term, TermSource } from '../glossary/term';
import type { Snapshot } from '../snapshot';
import type { DefinitionHover, TermHover } from './hover';
import { escapeMarkdown, link } from './markdown';

/** A hover fits a glance: no more than this many sources, neighbours and abbreviations. */
const MOST_SOURCES = 3;
const MOST_RELATED = 5;
const MOST_ABBREVIATIONS = 3;

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

/** What the words over which the pointer rests mean. Everything from data or files is escaped. */
export function renderTerms(snapshot: Snapshot, hover: TermHover): string {
	const [term, ...more] = hover.terms;
	const { otherReadings } = hover;
	if (term && more.length === 0 && otherReadings.length === 0) {
		return renderTerm(snapshot, term, hover.definedAs);
	}
	const count = hover.terms.length + otherReadings.length;
	if (count === 1) {
		return `**${escapeMarkdown(hover.written)}** · ${escapeMarkdown(otherReadings.join())}\n\n_Not in the glossary._`;
	}
	const advice = hover.advice === '' ? 'Say which at first use.' : hover.advice;
	return [
		`**${escapeMarkdown(hover.written)}** · _Used in ${count} senses in this field. ${escapeMarkdown(advice)}_`,
		[
			...hover.terms.map(
				(one) => `- **${escapeMarkdown(one.label)}**: ${escapeMarkdown(firstSentence(one.definition))}`,
			),
			...otherReadings.map((reading) => `- ${escapeMarkdown(reading)}`),
		].join('\n'),
	].join('\n\n');
}

/** An abbreviation of the document's own. */
export function renderDefinition({ definition }: DefinitionHover): string {
	return `**${escapeMarkdown(definition.abbreviation)}** · ${escapeMarkdown(definition.longForm)}\n\n_As this document defines it._`;
}

function renderTerm(snapshot: Snapshot, term: Term, definedAs: string | undefined): string {
	const { glossary } = snapshot;
	const category = glossary.categories[term.category] ?? term.category;
	const related = [...term.related, ...term.broader, ...term.narrower]
		.flatMap((id) => glossary.terms.get(id)?.label ?? [])
		.slice(0, MOST_RELATED);
	const sources = term.sources.slice(0, MOST_SOURCES).map((source) => `- ${renderSource(snapshot, source)}`);
	const title = [
		`**${escapeMarkdown(term.label)}**`,
		abbreviationsOf(term),
		category && `_${escapeMarkdown(category)}_`,
	];
	return [
		title.filter((part) => part !== '').join(' · '),
		escapeMarkdown(term.definition),
		term.note ? `> ${escapeMarkdown(term.note)}` : '',
		[evidenceLine(snapshot, term), ...sources].filter((line) => line !== '').join('\n'),
		related.length > 0 ? `See also ${related.map((label) => `_${escapeMarkdown(label)}_`).join(', ')}` : '',
		definedAs === undefined ? '' : `_Here “${escapeMarkdown(definedAs)}”, as this document defines it._`,
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

function abbreviationsOf({ abbreviations, label }: Term): string {
	return abbreviations
		.filter((abbreviation) => !label.includes(abbreviation))
		.slice(0, MOST_ABBREVIATIONS)
		.map(escapeMarkdown)
		.join(', ');
}

/** What kind of work the definition rests on, in which species, and where that is not all of it. */
function evidenceLine({ library }: Snapshot, { sources, support, origin }: Term): string {
	const references = sources.flatMap(({ reference }) =>
		reference ? (library.builtIn(reference)?.reference ?? []) : [],
	);
	const kinds = distinct(references.flatMap(({ evidence }) => (evidence ? EVIDENCE[evidence] : [])));
	const species = distinct(references.flatMap((reference) => reference.species ?? []));
	const where = species.length > 0 ? ` (${species.join(', ')})` : '';
	const rests = kinds.length > 0 ? `${kinds.join(', ')}${where}` : '';
	const said = [rests, origin === undefined ? SUPPORT[support] : 'your own glossary'].filter((part) => part !== '');
	return said.length === 0 ? '' : `**Evidence** ${escapeMarkdown(said.join('; '))}`;
}

/** Author and year, linked, and the journal; with its key where the writer's bibliography has the work. */
function renderSource({ library }: Snapshot, source: TermSource): string {
	const entry = source.reference === undefined ? undefined : library.builtIn(source.reference);
	if (!entry) {
		return source.url ? link(source.citation, source.url) : escapeMarkdown(source.citation);
	}
	const { reference } = entry;
	const [first] = identifierLinks(reference);
	const name = first ? link(shortCitation(reference), first.url) : escapeMarkdown(shortCitation(reference));
	const journal = reference.containerTitle ? `, _${escapeMarkdown(reference.containerTitle)}_` : '';
	const own = library.sameWork(reference);
	return `${name}${journal}${own ? ` · \`@${own.key.replace(/`/g, '')}\`` : ''}`;
}

/** Up to a full stop that a space and a capital follow. */
function firstSentence(text: string): string {
	return /^.*?[.!?](?=\s\p{Lu})/u.exec(text)?.[0] ?? text;
}

function distinct(items: readonly string[]): readonly string[] {
	return [...new Set(items)];
}
