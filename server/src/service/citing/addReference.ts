import type { Article } from '../article/article';
import type { Bibliography } from '../bibliography/bibliography';
import { fileName } from '../bibliography/fileName';
import { insertionOf } from '../bibliography/insertEntry';
import type { Library } from '../bibliography/library';
import type { Reference } from '../bibliography/reference';
import { formatEntry } from '../bibliography/writeEntry';
import type { Snapshot } from '../snapshot';
import type { TextEdit } from '../text/range';

/** What has to be done so that built-in references become the writer's own. */
export type Addition = AddedEntries | NewBibliography;

/** Their entries go into a bibliography that is there. */
export interface AddedEntries {
	readonly kind: 'added';
	readonly bibliography: Bibliography;
	/** The name of its file. */
	readonly file: string;
	readonly edits: readonly TextEdit[];
	readonly keys: readonly string[];
}

/** There is none: a file is made, and the front matter names it. */
export interface NewBibliography {
	readonly kind: 'new';
	/** As the front matter names it: from the document's folder. */
	readonly path: string;
	readonly text: string;
	/** What the front matter needs, if it does not name the file already. */
	readonly frontMatter: TextEdit | undefined;
	readonly keys: readonly string[];
}

/** What a new bibliography is called. */
const NEW_BIBLIOGRAPHY = 'references.bib';

/** Adds those of the keys that mean built-in references and that the writer's bibliographies lack; `undefined` if none. */
export function addReferences(snapshot: Snapshot, keys: readonly string[]): Addition | undefined {
	const { article, library } = snapshot;
	const references = [...new Set(keys)].flatMap((key) => missingReference(library, key));
	if (references.length === 0) {
		return undefined;
	}
	const added = references.map(({ key }) => key);
	const bibliography = writableBibliography(snapshot);
	if (bibliography) {
		const file = fileName(bibliography.uri);
		return { kind: 'added', bibliography, file, edits: [insertionOf(bibliography, references)], keys: added };
	}
	const [missing] = snapshot.missingBibliographies.filter(({ path }) => /\.bib$/i.test(path));
	return {
		kind: 'new',
		path: missing?.path ?? NEW_BIBLIOGRAPHY,
		text: `${references.map((reference) => formatEntry(reference, reference.key, 'bibtex')).join('\n\n')}\n`,
		frontMatter: missing ? undefined : namingInFrontMatter(article),
		keys: added,
	};
}

function missingReference(library: Library, key: string): readonly Reference[] {
	const entry = library.own(key) ? undefined : library.builtIn(key);
	return entry ? [entry.reference] : [];
}

/** The first that the front matter names, else the first there is: a project's, the folder's, the document's own list. */
function writableBibliography({ article, namedBibliographies, library }: Snapshot): Bibliography | undefined {
	const isList = ({ uri, entries }: Bibliography): boolean => uri !== article.uri || entries.length > 0;
	return namedBibliographies[0]?.bibliography ?? library.bibliographies.find(isList);
}

/** Names the new bibliography in the front matter, and makes front matter where there is none. */
function namingInFrontMatter({ text, frontMatter }: Article): TextEdit {
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const line = `bibliography: ${NEW_BIBLIOGRAPHY}${newline}`;
	if (!frontMatter) {
		const start = text.startsWith('\ufeff') ? 1 : 0;
		return { range: { start, end: start }, newText: `---${newline}${line}---${newline}${newline}` };
	}
	const lastLine = text.lastIndexOf('\n', frontMatter.range.end - 1) + 1;
	const isClosed = /^(?:---|\.\.\.)\s*$/.test(text.slice(lastLine, frontMatter.range.end)) && lastLine > 3;
	const at = isClosed ? lastLine : text.indexOf('\n') + 1;
	return { range: { start: at, end: at }, newText: line };
}
