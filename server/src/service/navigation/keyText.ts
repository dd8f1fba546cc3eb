/** How a citation key is written: in a citation, and in each format of bibliography. */
import { scanCitationKey } from '../article/citationKey';
import type { FormatName } from '../bibliography/format';
import type { KeyOccurrence } from '../bibliography/keyOccurrences';

/** What pandoc takes in a BibTeX key, without what BibTeX programs stumble over. */
const BIBTEX_KEY = /^[\p{L}\p{N}_.:;?!*/+&'-]+$/u;
/** A YAML scalar that needs no quotes and is read as text. */
const PLAIN_SCALAR = /^(?!(?:true|false|null|yes|no|on|off|nan|inf)$)[\p{L}_][\p{L}\p{N}_.:#$%&+?<>~/-]*$/iu;

/** Why a text cannot be a citation key, or nothing. By pandoc's grammar (`citeKey` in Text.Pandoc.Parsing). */
export function keyProblem(key: string, format: FormatName | undefined): string | undefined {
	if (key === '') {
		return 'Type a key.';
	}
	if (/\s/.test(key)) {
		return `“${key}” contains a space. A citation key is one word.`;
	}
	if (citedAs(key, false) === undefined) {
		return `“${key}” cannot be cited: its braces do not match.`;
	}
	if (format === 'bibtex' && !BIBTEX_KEY.test(key)) {
		const odd = [...key].find((character) => !BIBTEX_KEY.test(character)) ?? '';
		return `“${key}” contains “${odd}”, which a BibTeX key cannot. Use letters, digits and - _ : . / +.`;
	}
	return undefined;
}

/** `@key`, or `@{key}` where the key needs it; `undefined` if it cannot be cited at all. */
export function citedAs(key: string, braced: boolean): string | undefined {
	const bare = `@${key}`;
	if (!braced && scanCitationKey(bare, 0) === bare.length) {
		return bare;
	}
	const inBraces = `@{${key}}`;
	return scanCitationKey(inBraces, 0) === inBraces.length ? inBraces : undefined;
}

/**
 * What to put over an occurrence in a bibliography so that it is `key`.
 *
 * @returns `undefined` where the key is written in a way that leaves doubt about its place
 */
export function writtenIn(format: FormatName, { range, kind, entry }: KeyOccurrence, key: string): string | undefined {
	if (format === 'bibtex' || kind !== 'entry' || !entry) {
		return key;
	}
	const before = entry.text.source.slice(0, range.start - entry.start);
	const [, , quote = ''] = /(["']?)\bid\1\s*:\s*(["']?)$/i.exec(before.slice(-40)) ?? [undefined, undefined, 'none'];
	switch (quote) {
		case '"':
			return JSON.stringify(key).slice(1, -1);
		case "'":
			return key.replaceAll("'", "''");
		case '':
			return format === 'csl-yaml' && PLAIN_SCALAR.test(key) ? key : JSON.stringify(key);
		default:
			return undefined;
	}
}
