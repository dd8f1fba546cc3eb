import { formatReference, identifierLinks, shortCitation } from '../bibliography/formatReference';
import type { Reference } from '../bibliography/reference';
import type { Term, TermSource } from '../glossary/term';
import type { Snapshot } from '../snapshot';
import type { CitationHover, Hover, TermHover } from './hover';
import { escapeMarkdown, link } from './markdown';

/** A hover fits a glance: no more than this many sources. */
const MOST_SOURCES = 3;
const MOST_RELATED = 6;

const SUPPORT: Readonly<Record<Term['support'], string>> = {
	literature: '',
	'literature-partial': 'The sources back a part of this definition.',
	ontology: 'Defined after an ontology entry.',
	'identifier-only': 'No article behind this definition yet, only a registry entry.',
	weak: 'The sources behind this definition are weak.',
	'none-yet': 'No source behind this definition yet.',
};

const EVIDENCE: Readonly<Record<NonNullable<Reference['evidence']>, string>> = {
	review: 'Review',
	'meta-analysis': 'Meta-analysis',
	'randomised-trial': 'Randomised trial',
	trial: 'Clinical trial',
	cohort: 'Cohort study',
	'case-series': 'Case series',
	animal: 'Animal study',
	'in-vitro': 'In vitro study',
	computational: 'Computational study',
	guideline: 'Guideline',
	commentary: 'Commentary',
	primary: 'Primary study',
};

/** A hover as Markdown. Everything that comes from data or from the writer's files is escaped. */
export function renderHover(snapshot: Snapshot, hover: Hover): string {
	return hover.kind === 'citation' ? renderCitation(hover) : renderTerms(snapshot, hover);
}

/** A reference as the hover over its key and the completion list show it. */
export function renderReference(reference: Reference): string {
	const parts = [
		`**${escapeMarkdown(reference.title ?? 'Untitled')}**`,
		escapeMarkdown(formatReference({ ...reference, title: '' })),
		badge(reference),
		reference.finding ? escapeMarkdown(reference.finding) : '',
		reference.abstract ? escapeMarkdown(excerpt(reference.abstract)) : '',
		identifierLinks(reference)
			.map(({ label, url }) => link(label, url))
			.join(' · '),
	];
	return parts.filter((part) => part !== '').join('\n\n');
}

function badge({ evidence, verification }: Reference): string {
	const parts = [
		evidence ? EVIDENCE[evidence] : '',
		verification?.level === 'partial'
			? `checked in part (not seen: ${verification.notSeen.join(', ') || 'its page'})`
			: '',
	].filter((part) => part !== '');
	return parts.length === 0 ? '' : `_${escapeMarkdown(parts.join(' · '))}_`;
}

function renderCitation({ entry, isBuiltIn, timesCited }: CitationHover): string {
	const where = isBuiltIn ? 'One of Metascribe’s references; not in your bibliography yet' : '';
	const count = timesCited > 1 ? `Cited ${timesCited} times here` : '';
	const foot = [where, count].filter((part) => part !== '').join(' · ');
	return [renderReference(entry.reference), foot && `---\n${escapeMarkdown(foot)}`]
		.filter((part) => part !== '')
		.join('\n\n');
}

function renderTerms(snapshot: Snapshot, { terms }: TermHover): string {
	const rendered = terms.map((term) => renderTerm(snapshot, term));
	return terms.length > 1
		? [`_Used in ${terms.length} senses. Say which at first use._`, ...rendered].join('\n\n---\n\n')
		: rendered.join('');
}

function renderTerm(snapshot: Snapshot, term: Term): string {
	const { glossary } = snapshot;
	const category = glossary.categories[term.category] ?? term.category;
	const related = [...term.related, ...term.broader, ...term.narrower]
		.flatMap((id) => glossary.terms.get(id)?.label ?? [])
		.slice(0, MOST_RELATED);
	const sources = term.sources.slice(0, MOST_SOURCES).map((source) => renderSource(snapshot, source));
	return [
		`**${escapeMarkdown(term.label)}** · _${escapeMarkdown(category)}_`,
		escapeMarkdown(term.definition),
		term.note ? `**Mind:** ${escapeMarkdown(term.note)}` : '',
		SUPPORT[term.support] && `_${SUPPORT[term.support]}_`,
		sources.length > 0 ? `**Sources:** ${sources.join(' · ')}` : '',
		related.length > 0 ? `**See also:** ${related.map(escapeMarkdown).join(', ')}` : '',
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** Author and year, linked; with its key where the writer's bibliography has the work. */
function renderSource({ library }: Snapshot, source: TermSource): string {
	const entry = source.reference === undefined ? undefined : library.builtIn(source.reference);
	if (!entry) {
		const label = source.citation;
		return source.url ? link(label, source.url) : escapeMarkdown(label);
	}
	const { reference } = entry;
	const journal = reference.containerTitle ? ` _${escapeMarkdown(reference.containerTitle)}_` : '';
	const [first] = identifierLinks(reference);
	const name = first ? link(shortCitation(reference), first.url) : escapeMarkdown(shortCitation(reference));
	const own = library.sameWork(reference);
	return `${name}${journal}${own ? ` (\`@${own.key.replace(/`/g, '')}\`)` : ''}`;
}

/** The first sentences of an abstract. */
function excerpt(text: string): string {
	const longest = 320;
	const cut = text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest));
	return cut.length < text.length ? `${cut} …` : cut;
}
