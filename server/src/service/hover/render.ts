import { formatReference, identifierLinks } from '../bibliography/formatReference';
import type { Reference } from '../bibliography/reference';
import type { Snapshot } from '../snapshot';
import type { CitationHover, Hover } from './hover';
import { escapeMarkdown, link } from './markdown';
import { renderDefinition, renderTerms } from './renderTerm';

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
	switch (hover.kind) {
		case 'citation':
			return renderCitation(hover);
		case 'term':
			return renderTerms(snapshot, hover);
		case 'definition':
			return renderDefinition(hover);
	}
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

/** The first sentences of an abstract. */
function excerpt(text: string): string {
	const longest = 320;
	const cut = text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest));
	return cut.length < text.length ? `${cut} …` : cut;
}
