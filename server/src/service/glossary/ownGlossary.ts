import { closest } from 'fastest-levenshtein';
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Range } from '../text/range';
import { type FieldKind, TERM_FIELDS } from './ownFields';
import type { Term, TermSource } from './term';

/** A glossary of the writer's, in the form that `data/schema/terms.schema.json` describes: YAML, or JSON. */
export interface OwnGlossary {
	readonly uri: string;
	readonly text: string;
	/** The intact terms; each knows where it stands. */
	readonly terms: readonly Term[];
	/** What is wrong in the file, in the order of the text. */
	readonly problems: readonly GlossaryProblem[];
}

/** What is wrong, where in the file, and what to do. */
export interface GlossaryProblem {
	readonly range: Range;
	/** `error`: the term, or all of the file, is left out. `warning`: only the field is. */
	readonly severity: 'error' | 'warning';
	readonly message: string;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** One mistake of syntax brings others; more than these nobody reads. */
const MOST_SYNTAX_ERRORS = 3;
/** The category of terms that name none. */
export const OWN_CATEGORY = 'own';

/** Reads a writer's glossary. Never throws: what is broken is reported and left out, the other terms count. */
export function readOwnGlossary(uri: string, text: string): OwnGlossary {
	const problems: GlossaryProblem[] = [];
	const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, logLevel: 'silent' });
	for (const { pos, message } of document.errors.slice(0, MOST_SYNTAX_ERRORS)) {
		const start = Math.max(0, Math.min(pos[0], text.length - 1));
		const end = Math.min(Math.max(pos[1], start + 1), text.length);
		const advice = 'Correct it; until then terms after it may be missing.';
		problems.push({
			range: { start, end },
			severity: 'error',
			message: `This is not valid YAML: ${message}. ${advice}`,
		});
	}
	const reading: Reading = {
		uri,
		text,
		report: (node, severity, message) => void problems.push({ range: rangeOf(node, text), severity, message }),
	};
	const root = asNode(document.contents);
	if (root && !isMap(root)) {
		reading.report(root, 'error', 'A glossary is a map. Begin the file with “terms:” and list the terms below it.');
	}
	const terms = isMap(root) ? readRoot(root, reading) : [];
	return { uri, text, terms, problems: problems.sort((a, b) => a.range.start - b.range.start) };
}

/** What reading one file needs everywhere. */
interface Reading {
	readonly uri: string;
	readonly text: string;
	report(node: Node | undefined, severity: GlossaryProblem['severity'], message: string): void;
}

function readRoot(root: YAMLMap, reading: Reading): readonly Term[] {
	const { report } = reading;
	for (const { key } of root.items) {
		const name = nameOf(key);
		if (name !== 'terms' && name !== 'category' && name !== '$schema') {
			report(
				asNode(key),
				'warning',
				`“${name}” is no field of a glossary. It has \`terms\`, and may have a \`category\`.`,
			);
		}
	}
	const category = readCategory(root, reading);
	const terms = asNode(root.get('terms', true));
	if (!isSeq(terms)) {
		report(terms ?? firstKey(root), 'error', 'This glossary lists no terms. Write “terms:” and below it “- id: …”.');
		return [];
	}
	const byId = new Map<string, Term>();
	for (const item of terms.items) {
		const node = asNode(item);
		const term = readTerm(node, category, reading);
		if (term && byId.has(term.id)) {
			const id = isMap(node) ? asNode(node.get('id', true)) : undefined;
			report(id, 'error', `The id “${term.id}” stands twice in this file. Give one of the terms another.`);
		} else if (term) {
			byId.set(term.id, term);
		}
	}
	return [...byId.values()];
}

function readCategory(root: YAMLMap, { report }: Reading): string {
	const node = asNode(root.get('category', true));
	const value = plain(node);
	if (typeof value === 'string' && ID.test(value)) {
		return value;
	}
	if (node !== undefined) {
		report(node, 'warning', 'A category is a name in lower case, its words joined by hyphens: “lab-terms”.');
	}
	return OWN_CATEGORY;
}

/** What to do about a field that must be there. */
const MISSING = [
	['id', 'Add one in lower case, its words joined by hyphens: “pre-metastatic-niche”.'],
	['label', 'Add the name as a heading would show it.'],
	['definition', 'Say in one to three sentences what it is.'],
] as const;

function readTerm(node: Node | undefined, category: string, reading: Reading): Term | undefined {
	const { uri, text, report } = reading;
	if (!isMap(node)) {
		report(node, 'error', 'A term is a map with `id`, `label` and `definition`. Write “- id: …”.');
		return undefined;
	}
	const fields = readFields(node, reading);
	for (const [name, advice] of MISSING) {
		if (!node.has(name)) {
			report(firstKey(node), 'error', `This term has no \`${name}\`. ${advice}`);
		}
	}
	const [id, label, definition] = MISSING.map(([name]) => stringIn(fields.get(name)));
	if (id === undefined || label === undefined || definition === undefined) {
		return undefined;
	}
	const note = stringIn(fields.get('note'));
	return {
		id,
		label,
		category,
		definition: oneLine(definition),
		synonyms: stringsIn(fields.get('synonyms')),
		abbreviations: stringsIn(fields.get('abbreviations')),
		variants: stringsIn(fields.get('variants')),
		looseSynonyms: stringsIn(fields.get('loose_synonyms')),
		broader: stringsIn(fields.get('broader')),
		narrower: stringsIn(fields.get('narrower')),
		related: stringsIn(fields.get('related')),
		identifiers: {},
		sources: sourcesIn(fields.get('sources')),
		...(note !== undefined && { note: oneLine(note) }),
		support: 'none-yet',
		origin: { uri, range: rangeOf(node, text), labelRange: rangeOf(asNode(node.get('label', true)), text) },
	};
}

/** The values of those fields that are as they should be. */
function readFields(node: YAMLMap, { report }: Reading): ReadonlyMap<string, Plain> {
	const fields = new Map<string, Plain>();
	for (const { key, value } of node.items) {
		const name = nameOf(key);
		const kind = TERM_FIELDS.get(name);
		if (!kind) {
			const meant = closest(name, [...TERM_FIELDS.keys()]);
			report(asNode(key), 'warning', `“${name}” is no field of a term. Did you mean \`${meant}\`?`);
			continue;
		}
		const read = plain(asNode(value));
		const problem = kind.check(read);
		if (problem === undefined) {
			fields.set(name, read);
		} else {
			report(asNode(value) ?? asNode(key), severityOf(kind), `\`${name}\` ${problem}`);
		}
	}
	return fields;
}

function severityOf({ required }: FieldKind): GlossaryProblem['severity'] {
	return required ? 'error' : 'warning';
}

function asNode(value: unknown): Node | undefined {
	return isMap(value) || isSeq(value) || isScalar(value) ? value : undefined;
}

function firstKey(map: YAMLMap): Node {
	return asNode(map.items[0]?.key) ?? map;
}

function nameOf(key: unknown): string {
	return isScalar(key) ? String(key.value) : '';
}

/** A value without its place in the file. Aliases are left out: a glossary needs none, and they can grow without bound. */
type Plain = string | number | boolean | null | undefined | readonly Plain[] | ReadonlyMap<string, Plain>;

function plain(node: Node | undefined): Plain {
	if (isSeq(node)) {
		return node.items.map((item) => plain(asNode(item)));
	}
	if (isMap(node)) {
		return new Map(node.items.map(({ key, value }) => [nameOf(key), plain(asNode(value))]));
	}
	const value: unknown = isScalar(node) ? node.value : undefined;
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function stringIn(value: Plain): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function stringsIn(value: Plain): readonly string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function sourcesIn(value: Plain): readonly TermSource[] {
	return Array.isArray(value) ? value.flatMap((item) => (item instanceof Map ? sourceIn(item) : [])) : [];
}

function sourceIn(source: ReadonlyMap<string, Plain>): readonly TermSource[] {
	const field = (name: string): string | undefined => stringIn(source.get(name));
	const [reference, doi, pmid] = [field('reference'), field('doi'), field('pmid')];
	const pubmed = pmid && `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
	const url = doi ? `https://doi.org/${doi}` : (field('url') ?? pubmed);
	const citation = field('citation') ?? reference ?? '';
	return source.has('doubt') ? [] : [{ ...(reference && { reference }), citation, ...(url && { url }) }];
}

/** Folded YAML ends in a line break. */
function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function rangeOf(node: Node | undefined, source: string): Range {
	const [start = 0, end = 0] = node?.range ?? [];
	const stop = source.slice(start, end).trimEnd().length;
	return { start, end: Math.min(source.length, start + Math.max(1, stop)) };
}
