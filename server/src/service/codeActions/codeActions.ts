import { blockAt } from '../article/article';
import { shortCitation } from '../bibliography/formatReference';
import { type Addition, addReferences } from '../citing/addReference';
import { beforeFullStop, writtenKey } from '../citing/cite';
import { citingSentenceAt, fittingReferences } from '../citing/sentence';
import { diagnose, diagnoseBibliography } from '../diagnostics/diagnose';
import type { Diagnosis } from '../diagnostics/rule';
import type { BibliographySnapshot, Snapshot } from '../snapshot';
import type { Range, TextEdit } from '../text/range';

/** A quick fix: what it does, and for which finding. */
export interface CodeAction {
	readonly title: string;
	readonly edits: readonly TextEdit[];
	readonly fixes: Diagnosis;
	/** Whether it is the one to take without reading the others. */
	readonly preferred: boolean;
	/** Built-in references to make the writer's own, in another file; then `edits` is empty. */
	readonly addition?: Addition;
	/** Two keys of one work that are to become one, in every file that has them; then `edits` is empty. */
	readonly merge?: { readonly from: string; readonly into: string };
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

/** The quick fixes in a bibliography that is open. */
export function codeActionsInBibliography(snapshot: BibliographySnapshot, selection: Range): readonly CodeAction[] {
	return diagnoseBibliography(snapshot)
		.filter(({ range }) => range.start <= selection.end && selection.start <= range.end)
		.flatMap(fixesWithin);
}

/** The fixes that the finding itself holds. */
function fixesWithin(finding: Diagnosis): readonly CodeAction[] {
	const { data } = finding;
	switch (data?.kind) {
		case 'malformed-citation':
			return [{ title: data.title, edits: data.edits, fixes: finding, preferred: true }];
		case 'removable-entry':
			return [{ title: data.title, edits: [{ range: data.removal, newText: '' }], fixes: finding, preferred: false }];
		case 'duplicate-reference': {
			const { from, into } = data;
			return [{ title: `Merge into @${into}`, edits: [], fixes: finding, preferred: false, merge: { from, into } }];
		}
		default:
			return [];
	}
}

function fixesFor(snapshot: Snapshot, finding: Diagnosis): readonly CodeAction[] {
	switch (finding.data?.kind) {
		case 'unsupported-claim':
			return citeBestMatches(snapshot, finding, finding.data.sentenceEnd);
		case 'unknown-citation':
			return [
				...addReference(snapshot, finding, finding.data.key),
				...correctKey(snapshot, finding, finding.data.key, finding.data.keyRange),
			];
		default:
			return fixesWithin(finding);
	}
}

/** Cites one of the references that fit the sentence best, before its full stop. */
function citeBestMatches(snapshot: Snapshot, finding: Diagnosis, sentenceEnd: number): readonly CodeAction[] {
	const sentence = citingSentenceAt(snapshot.article, finding.range.start);
	const matches = sentence ? fittingReferences(snapshot, sentence, MOST_REFERENCES) : [];
	const at = beforeFullStop(snapshot.article.text, sentenceEnd);
	return matches.map(({ entry, matchingWords }) => ({
		title: `Cite ${shortCitation(entry.reference)}: ${shorten(entry.reference.title ?? entry.key)} (${matchingWords.slice(0, 3).join(', ')})`,
		edits: [{ range: { start: at, end: at }, newText: ` [@${writtenKey(entry.key)}]` }],
		fixes: finding,
		// A citation is a judgement: none of them is made for the writer.
		preferred: false,
	}));
}

/** Gives the writer's bibliography the entry of a built-in reference. */
function addReference(snapshot: Snapshot, finding: Diagnosis, key: string): readonly CodeAction[] {
	const addition = addReferences(snapshot, [key]);
	const reference = snapshot.library.builtIn(key)?.reference;
	if (!addition || !reference) {
		return [];
	}
	const file = addition.kind === 'new' ? addition.path : addition.file;
	const title = `Add ${shortCitation(reference)} to ${file}`;
	return [{ title, edits: [], fixes: finding, preferred: true, addition }];
}

function correctKey({ library }: Snapshot, finding: Diagnosis, key: string, keyRange: Range): readonly CodeAction[] {
	return library
		.closestKeys(key)
		.slice(0, MOST_KEYS)
		.map((closest, index) => ({
			title: `Change to @${closest}`,
			edits: [{ range: keyRange, newText: `@${closest}` }],
			fixes: finding,
			preferred: index === 0 && !library.builtIn(key),
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
