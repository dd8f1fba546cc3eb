import type { Range } from '../text/range';
import type { BlockContent, PlacedContent } from './blocks';

/** What part of a paper a section is. `skip`: references, acknowledgements, legends … */
export type SectionKind = 'abstract' | 'intro' | 'methods' | 'results' | 'discussion' | 'conclusion' | 'body' | 'skip';

export interface Section {
	/** Counts the headings before it; 0 is the text before the first. */
	readonly index: number;
	readonly title: string;
	readonly kind: SectionKind;
	/** 1 to 6; 0 before the first heading. */
	readonly level: number;
}

/** What a block is for. `prose` and `item` hold the author's sentences; nothing else makes claims. */
export type BlockRole =
	| 'prose'
	| 'item'
	| 'heading'
	| 'quote'
	| 'note'
	| 'definition'
	| 'caption'
	| 'figure'
	| 'table'
	| 'code'
	| 'other';

/** A heading, paragraph, list item, table, code block … in the order of the text. Blocks do not overlap. */
export interface Block extends Range {
	readonly content: BlockContent;
	/** What the block is for, judged from its neighbours too. Only `prose` and `item` make claims. */
	readonly role: BlockRole;
	readonly section: Section;
}

const NAMES: readonly (readonly [SectionKind, RegExp])[] = [
	[
		'abstract',
		/^(?:(?:graphical |structured |plain language )?abstract|(?:lay |plain.language )?summary|synopsis|highlights|key ?points|significance(?: statement)?|author summary)$/,
	],
	['intro', /^(?:(?:general )?introduction|background|overview)\b/],
	[
		'methods',
		/^(?:(?:material|patient|subject)s? and methods?|methods?|methodology|experimental (?:procedures|section|design)|search strategy|literature search|statistical (?:analysis|methods)|star methods|online methods|methods? and materials?)\b/,
	],
	['results', /^(?:results|findings|results and discussion)\b/],
	['discussion', /^(?:(?:general )?discussion|limitations)\b/],
	[
		'conclusion',
		/^(?:(?:general |concluding )?(?:conclusions?|remarks)|conclusions? and|outlook|perspectives?|future (?:directions|perspectives|work)|summary and)\b/,
	],
	[
		'skip',
		/^(?:references|bibliography|works cited|literature cited|acknowledge?ments?|funding|(?:author|contributors?).?s? contributions?|credit author|conflicts? of interests?|competing interests?|declarations?|disclosures?|ethics|consent|data (?:and code )?availability|code availability|availability of|supplement(?:ary|al)|supporting information|abbreviations|list of abbreviations|glossary|appendix|appendices|keywords?|figure legends?|figures|tables|author information|affiliations?|correspondence|publication history|orcid|about the authors?|open access|copyright|how to cite)\b/,
	],
];

/** Gives every block its role and its section. One pass over the blocks. */
export function outline(contents: readonly PlacedContent[], text: string): readonly Block[] {
	const blocks: Block[] = [];
	const ancestors: Section[] = [];
	const divs: (SectionKind | undefined)[] = [];
	let section: Section = { index: 0, title: '', kind: 'body', level: 0 };
	contents.forEach(({ start, content }, index) => {
		const end = start + content.length;
		const title = headingTitle(content);
		const role =
			title === undefined ? roleOf(content, contents[index - 1]?.content, contents[index + 1]?.content) : 'heading';
		if (title !== undefined) {
			section = sectionUnder(ancestors, title, content.level || 1, section.index + 1);
		} else if (content.kind === 'fence') {
			readFence(text.slice(start, end), divs);
		}
		const div = divs.findLast((kind) => kind !== undefined);
		blocks.push({ start, end, content, role, section: div ? { ...section, kind: div } : section });
	});
	return blocks;
}

/** The section that a heading opens: its kind is that of its name, else that of the section around it. */
function sectionUnder(ancestors: Section[], title: string, level: number, index: number): Section {
	while ((ancestors.at(-1)?.level ?? 0) >= level) {
		ancestors.pop();
	}
	const section = { index, title, level, kind: kindOf(title) ?? ancestors.at(-1)?.kind ?? 'body' };
	ancestors.push(section);
	return section;
}

/** The kind a section's name says it is. */
function kindOf(title: string): SectionKind | undefined {
	const name = title
		.toLowerCase()
		.replace(/^(?:[\divxlc]+(?:\.\d+)*[.):]?\s+|box \d+[.:]?\s*)/, '')
		.replace(/[:.]\s*$/, '')
		.trim();
	return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The title of a heading, or of a one-line paragraph that is nothing but a section's name, as in pasted text. */
function headingTitle(content: BlockContent): string | undefined {
	if (content.kind === 'heading') {
		return content.sentences.map((sentence) => sentence.text).join(' ');
	}
	const [only, ...more] = content.sentences;
	if (
		content.kind !== 'paragraph' ||
		!only ||
		more.length > 0 ||
		only.text.length > 60 ||
		content.clusters.length > 0
	) {
		return undefined;
	}
	const words = only.text.split(' ').length;
	return words <= 4 && kindOf(only.text) !== undefined ? only.text : undefined;
}

function roleOf(content: BlockContent, before: BlockContent | undefined, after: BlockContent | undefined): BlockRole {
	switch (content.kind) {
		case 'paragraph':
			if (content.isFigure) {
				return 'figure';
			}
			return isCaption(content, before, after)
				? 'caption'
				: after?.kind === 'definition' && isOneLine(content)
					? 'definition'
					: 'prose';
		case 'definition':
			return before?.kind === 'table' || after?.kind === 'table' ? 'caption' : 'definition';
		case 'item':
		case 'quote':
		case 'note':
		case 'heading':
		case 'table':
		case 'code':
			return content.kind;
		case 'math':
		case 'html':
		case 'comment':
		case 'fence':
		case 'other':
			return 'other';
	}
}

/** A paragraph that opens "Figure 2." wherever it stands, or "Table: Survival by stage" beside a table. */
function isCaption(content: BlockContent, before: BlockContent | undefined, after: BlockContent | undefined): boolean {
	const besideTable = before?.kind === 'table' || after?.kind === 'table';
	return content.caption === 'numbered' || (content.caption === 'table' && besideTable);
}

function isOneLine(content: BlockContent): boolean {
	return !content.prose.includes('\n');
}

/** Follows the opening and closing of fenced divs; a div may say what its text is. */
function readFence(fence: string, divs: (SectionKind | undefined)[]): void {
	const name = fence.replace(/^:+/, '').trim();
	if (name === '') {
		divs.pop();
	} else if (/#refs\b|\.references\b/.test(name)) {
		divs.push('skip');
	} else {
		divs.push(/[.\s]?abstract\b/i.test(name) ? 'abstract' : undefined);
	}
}
