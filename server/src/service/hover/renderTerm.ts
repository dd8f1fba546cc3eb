import { evidenceFor, type ShownSource, sourcesOf } from '../glossary/evidence';
import type { Term } from '../glossary/term';
import type { Snapshot } from '../snapshot';
import type { DefinitionHover, TermHover } from './hover';
import { escapeMarkdown, link } from './markdown';

/** A hover fits a glance: no more than this many sources, neighbours and abbreviations. */
const MOST_SOURCES = 3;
const MOST_RELATED = 5;
const MOST_ABBREVIATIONS = 3;
const LONGEST_NAME = 60;

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
	const sources = sourcesOf(term, snapshot.library).slice(0, MOST_SOURCES);
	const evidence = evidenceFor(term, snapshot.library);
	const title = [
		`**${escapeMarkdown(term.label)}**`,
		abbreviationsOf(term),
		category && `_${escapeMarkdown(category)}_`,
	];
	return [
		title.filter((part) => part !== '').join(' · '),
		escapeMarkdown(term.definition),
		term.note ? `**Note** ${escapeMarkdown(term.note)}` : '',
		[evidence && `**Evidence** ${escapeMarkdown(evidence)}`, sources.map(renderSource).join(' · ')]
			.filter((line) => line !== '')
			.join('\\\n'),
		related.length > 0 ? `**See also** ${related.map(escapeMarkdown).join(', ')}` : '',
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

/** Author and year, linked, and the journal; with its key where the writer's bibliography has the work. */
function renderSource({ name, journal, url, key }: ShownSource): string {
	const short = shorten(name);
	const title = url ? link(short, url) : escapeMarkdown(short);
	const where = journal === '' ? '' : `, _${escapeMarkdown(journal)}_`;
	return `${title}${where}${key === undefined ? '' : ` \`@${key.replace(/`/g, '')}\``}`;
}

/** A page may have a long title. */
function shorten(name: string): string {
	return name.length <= LONGEST_NAME ? name : `${name.slice(0, name.lastIndexOf(' ', LONGEST_NAME))} …`;
}

/** Up to a full stop that a space and a capital follow. */
function firstSentence(text: string): string {
	return /^.*?[.!?](?=\s\p{Lu})/u.exec(text)?.[0] ?? text;
}
