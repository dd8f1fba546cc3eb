import type { Article } from '../article/article';
import type { Range } from '../text/range';

/** Where findings are not wanted: of the named rules, or of all if none is named. */
export interface Suppression extends Range {
	readonly codes: readonly string[];
}

/** `<!-- metascribe-disable-next-line unsupported-claim -->`, and the pair `-disable` and `-enable`. */
const DIRECTIVE = /^<!--\s*metascribe-(disable-next-line|disable|enable)(?=\s|-->)([^>]*?)-->$/;

/** What the writer switched off with comments in the text. */
export function suppressionsIn(article: Article): readonly Suppression[] {
	const suppressions: Suppression[] = [];
	let open: { start: number; codes: readonly string[] }[] = [];
	for (const { comment, command, codes } of directives(article)) {
		if (command === 'disable-next-line') {
			suppressions.push({ ...nextLine(article.text, comment.end), codes });
		} else if (command === 'disable') {
			open.push({ start: comment.end, codes });
		} else {
			const ends = (codesOfOpen: readonly string[]): boolean =>
				codes.length === 0 || codesOfOpen.length === 0 || codesOfOpen.some((code) => codes.includes(code));
			suppressions.push(...open.filter((item) => ends(item.codes)).map((item) => ({ ...item, end: comment.start })));
			open = open.filter((item) => !ends(item.codes));
		}
	}
	return [...suppressions, ...open.map((item) => ({ ...item, end: article.text.length }))];
}

/** Whether a finding of that rule at that place is suppressed. A finding on two lines is, if either of them is. */
export function isSuppressed(suppressions: readonly Suppression[], code: string, { start, end }: Range): boolean {
	return suppressions.some(
		(item) => (item.codes.length === 0 || item.codes.includes(code)) && start < item.end && end > item.start,
	);
}

function* directives(article: Article): Iterable<{ comment: Range; command: string; codes: readonly string[] }> {
	for (const block of article.blocks) {
		for (const { start, end } of block.content.comments) {
			const comment = { start: block.start + start, end: block.start + end };
			const match = DIRECTIVE.exec(article.text.slice(comment.start, comment.end).trim());
			if (match) {
				const [, command = '', codes = ''] = match;
				yield { comment, command, codes: codes.split(/[\s,]+/).filter((code) => code !== '') };
			}
		}
	}
}

/** The next line that is not blank. */
function nextLine(text: string, from: number): Range {
	let start = text.indexOf('\n', from) + 1;
	while (start > 0 && start < text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		if (text.slice(start, end).trim() !== '') {
			return { start, end };
		}
		start = end + 1;
	}
	return { start: text.length, end: text.length };
}
