import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClaimParagraph, SectionKind } from '../../server/src/service/claims/manuscript';

/** A sentence of the corpus, in the fields of its manifest. */
export interface SentenceRecord {
	readonly id: string;
	readonly doc: string;
	readonly section: string;
	readonly sec_type: SectionKind;
	readonly para: number;
	readonly text_without_citations: string;
	readonly has_citation: boolean;
	readonly narrative: boolean;
	readonly kind: 'p' | 'list' | 'caption' | 'quote';
	readonly eval: boolean;
	readonly reviewlike: boolean;
	readonly domain: string;
}

/** What reviewers said of a sentence: 1 needs a reference, 0.5 arguable, 0 none due; the mean where two rated. */
export interface NeedRecord {
	readonly id: string;
	readonly label: number;
	readonly kind: string;
}

/** Which citations other than a sentence's own the engine is shown. `alone`: the sentence without its paragraph, too. */
export type Visibility = 'all' | 'half' | 'none' | 'alone';
export const visibilities: readonly Visibility[] = ['all', 'half', 'none', 'alone'];

export function readSentences(folder: string): SentenceRecord[] {
	const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
	return files.sort().flatMap((file) => readRecords<SentenceRecord>(join(folder, file)));
}

export function readNeeds(corpus: string): NeedRecord[] {
	return readRecords<NeedRecord>(join(corpus, 'citation-need.jsonl'));
}

function readRecords<T>(file: string): T[] {
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

/** One manuscript as the engine takes it, with the place of each of its records. */
export interface Manuscript {
	readonly doc: string;
	readonly paragraphs: readonly ClaimParagraph[];
	/** `records[p][s]` is the record of sentence s of paragraph p. */
	readonly records: readonly (readonly SentenceRecord[])[];
}

/** The records as manuscripts, in their order; `alone` gives each sentence a manuscript of its own. */
export function toManuscripts(records: readonly SentenceRecord[], visible: Visibility): Manuscript[] {
	if (visible === 'alone') return records.map((record) => toManuscript(record.doc, [[record]], visible));
	return [...groupBy(records, (record) => record.doc)].map(([doc, own]) =>
		toManuscript(doc, [...groupBy(own, (record) => record.para).values()], visible),
	);
}

function toManuscript(doc: string, records: readonly (readonly SentenceRecord[])[], visible: Visibility): Manuscript {
	const paragraphs = records.flatMap(([first, ...rest]) =>
		first ? [toParagraph([first, ...rest], first, visible)] : [],
	);
	return { doc, paragraphs, records };
}

function toParagraph(records: readonly SentenceRecord[], first: SentenceRecord, visible: Visibility): ClaimParagraph {
	return {
		section: visible === 'alone' ? 'body' : first.sec_type,
		sectionId: first.section,
		kind: first.kind === 'p' ? 'paragraph' : first.kind,
		sentences: records.map((record) => ({
			text: record.text_without_citations,
			cited: record.has_citation && shows(record.id, visible),
			narrative: record.narrative,
		})),
	};
}

/** Half the citations are hidden by a fixed coin for each sentence. */
function shows(id: string, visible: Visibility): boolean {
	return visible === 'all' || (visible === 'half' && (hashOf(id) >>> 7) % 2 === 0);
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

export const FOLDS = 5;

/** The fold of each document: by its hash, so that neither the order nor the size of the corpus folder decides. */
export function foldsOf(docs: Iterable<string>): Map<string, number> {
	const sorted = [...new Set(docs)].sort((a, b) => hashOf(a) - hashOf(b));
	return new Map(sorted.map((doc, i) => [doc, i % FOLDS]));
}

/** A fixed coin for each name: FNV-1a, mixed. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash ^ (hash >>> 15)) >>> 0;
}
