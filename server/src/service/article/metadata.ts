import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Range } from '../text/range';

/** A bibliography that metadata names. */
export interface BibliographyPath {
	/** As written: relative to the file, absolute, or `~/…`. */
	readonly path: string;
	/** Where it is written, quotes included. */
	readonly range: Range;
}

/** What pandoc metadata says that matters here: front matter, `_quarto.yml`, `_metadata.yml` … */
export interface Metadata {
	readonly title: string | undefined;
	readonly bibliographies: readonly BibliographyPath[];
	/** Whether references are listed in place, under `references:`. */
	readonly hasReferences: boolean;
	readonly problems: readonly MetadataProblem[];
}

/** What is wrong with the YAML, in words. */
export interface MetadataProblem {
	readonly message: string;
	readonly range: Range;
}

/**
 * Reads metadata. Never throws: broken YAML gives what could be read, and a problem.
 *
 * @param base offset of the YAML in its file; ranges are offsets into the file
 */
export function readMetadata(yaml: string, base: number): Metadata {
	const document = parseDocument(yaml, { strict: false, uniqueKeys: false, logLevel: 'silent' });
	const root = isMap(document.contents) ? document.contents : undefined;
	const find = (key: string): Node | undefined =>
		asNode(root?.items.find((item) => isScalar(item.key) && item.key.value === key)?.value);
	const title = find('title');
	return {
		title: isScalar(title) && typeof title.value === 'string' ? title.value : undefined,
		bibliographies: paths(find('bibliography'), base),
		hasReferences: isSeq(find('references')),
		problems: document.errors.slice(0, 1).map(({ message, pos: [at] }) => {
			const start = base + Math.max(0, Math.min(at, yaml.length - 1));
			const lineEnd = yaml.indexOf('\n', start - base);
			const reason = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
			return {
				message: `The front matter is not valid YAML: ${reason}.`,
				range: { start, end: Math.max(base + (lineEnd < 0 ? yaml.length : lineEnd), start + 1) },
			};
		}),
	};
}

function paths(node: Node | undefined, base: number): readonly BibliographyPath[] {
	if (isSeq(node)) {
		return node.items.flatMap((item) => paths(asNode(item), base));
	}
	if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '' && node.range) {
		return [{ path: node.value.trim(), range: { start: base + node.range[0], end: base + node.range[1] } }];
	}
	return [];
}

function asNode(value: unknown): Node | undefined {
	return isScalar(value) || isSeq(value) || isMap(value) || isAlias(value) ? value : undefined;
}
