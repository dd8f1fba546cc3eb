import { blockAt, sentenceAt } from '../article/article';
import { shortCitation } from '../bibliography/formatReference';
import { rankReferences } from '../bibliography/rank';
import { diagnose } from '../diagnostics/diagnose';
import type { Diagnosis } from '../diagnostics/rule';
import type { Snapshot } from '../snapshot';
import type { Range } from '../text/range';

/** A replacement in the manuscript. */
export interface TextEdit {
	readonly range: Range;
	readonly newText: string;
}

/** A quick fix: what it does, and for which finding. */
export interface CodeAction {
	readonly title: string;
	readonly edits: readonly TextEdit[];
	readonly fixes: Diagnosis;
	/** Whether it is the one to take without reading the others. */
	readonly preferred: boolean;
}

const MOST_REFERENCES = 3;
const MOST_KEYS = 3;

/** The quick fixes for the findings that a selection touches. */
export function codeActionsIn(snapshot: Snapshot, selection: Range): readonly CodeAction[] {
	const touched = diagnose(snapshot).filter(
		({ range }) => range.start <= selection.end && selection.start <= range.end,
	);
	return touched.flatMap((finding) => [...fixesFor(snapshot, finding), ...suppressions(snapshot, finding)]);
}

function fixesFor(snapshot: Snapshot, finding: Diagnosis): readonly CodeAction[] {
	switch (finding.data?.kind) {
		case 'unsupported-claim':
			return citeBestMatches(snapshot, finding, finding.data.sentenceEnd);
		case 'unknown-citation':
			return correctKey(snapshot, finding, finding.data.key, finding.data.keyRange);
		case undefined:
			return [];
	}
}

/** Cites one of the references that fit the sentence best, before its full stop. */
function citeBestMatches(snapshot: Snapshot, finding: Diagnosis, sentenceEnd: number): readonly CodeAction[] {
	const found = sentenceAt(snapshot.article, finding.range.start);
	if (!found) {
		return [];
	}
	const previous = found.block.content.sentences[found.block.content.sentences.indexOf(found.sentence) - 1];
	const matches = rankReferences(snapshot.library, {
		text: found.sentence.text,
		...(previous && { previous: previous.text }),
	});
	const at = citationPlace(snapshot.article.text, sentenceEnd);
	return matches.slice(0, MOST_REFERENCES).map(({ entry, matchingWords }) => ({
		title: `Cite ${shortCitation(entry.reference)}: ${shorten(entry.reference.title ?? entry.key)} (${matchingWords.slice(0, 3).join(', ')})`,
		edits: [{ range: { start: at, end: at }, newText: ` [@${entry.key}]` }],
		fixes: finding,
		// A citation is a judgement: none of them is made for the writer.
		preferred: false,
	}));
}

/** Before the full stop and the quotes or brackets around it. */
function citationPlace(text: string, sentenceEnd: number): number {
	let at = sentenceEnd;
	while (/[.!?…]/.test(text[at - 1] ?? '')) {
		at--;
	}
	return at;
}

function correctKey({ library }: Snapshot, finding: Diagnosis, key: string, keyRange: Range): readonly CodeAction[] {
	return library
		.closestKeys(key)
		.slice(0, MOST_KEYS)
		.map((closest, index) => ({
			title: `Change to @${closest}`,
			edits: [{ range: keyRange, newText: `@${closest}` }],
			fixes: finding,
			preferred: index === 0,
		}));
}

/** Switches the rule off for the paragraph, with a comment above it that pandoc does not print. */
function suppressions({ article }: Snapshot, finding: Diagnosis): readonly CodeAction[] {
	const block = blockAt(article, finding.range.start);
	if (block?.role !== 'prose') {
		return [];
	}
	const lineStart = article.text.lastIndexOf('\n', finding.range.start - 1) + 1;
	return [
		{
			title: `Ignore “${finding.code}” in this line`,
			edits: [
				{
					range: { start: lineStart, end: lineStart },
					newText: `<!-- metascribe-disable-next-line ${finding.code} -->\n`,
				},
			],
			fixes: finding,
			preferred: false,
		},
	];
}

function shorten(title: string): string {
	const longest = 60;
	return title.length <= longest ? title : `${title.slice(0, title.lastIndexOf(' ', longest))} …`;
}
