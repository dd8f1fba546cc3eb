import type { Name, Reference } from '../server/src/service/bibliography/reference';
import type { KnownClaim } from '../server/src/service/claims/claim';
import type { AmbiguousAbbreviation, MatchingCondition, Term, TermSource } from '../server/src/service/glossary/term';
import type { ClaimModelData, JournalFact, Knowledge, Retraction } from '../server/src/service/knowledge';
import { type Data, type DataFiles, loadData, readDataFolder } from './data';
import type {
	AbbreviationRecord,
	ClaimRecord,
	ConditionRecord,
	JournalRecord,
	NameRecord,
	ReferenceRecord,
	RetractionRecord,
	SourceRecord,
	TermRecord,
} from './records';

/**
 * The data folder in the form that the language service reads. Throws an `Error` that names file and line if a file
 * is missing or its schema does not accept it. Whether the records fit together is for `checkData` to say.
 */
export function compileKnowledge(folder: string): Knowledge {
	return compileFiles(readDataFolder(folder));
}

/** As `compileKnowledge`, from texts. */
export function compileFiles(files: DataFiles): Knowledge {
	const { data, problems } = loadData(files);
	if (!data) {
		const lines = problems
			.slice(0, 10)
			.map(({ file, line, message, advice }) => `${file}:${line}: ${message} ${advice}`);
		throw new Error(`The data cannot be compiled.\n${lines.join('\n')}`);
	}
	return knowledgeOf(data);
}

function knowledgeOf(data: Data): Knowledge {
	const references = new Map(data.references.map(({ record }) => [record.id, record]));
	const categories = data.categories.map(({ record }) => record).sort((a, b) => a.order - b.order);
	const position = new Map(categories.map(({ id }, index) => [id, index]));
	const files = [...data.termFiles].sort((a, b) => (position.get(a.name) ?? 0) - (position.get(b.name) ?? 0));
	return {
		terms: files.flatMap((file) => file.record.terms.map((term) => compileTerm(term, file.name, references))),
		categories: Object.fromEntries(categories.map(({ id, title }) => [id, title])),
		conditions: data.conditions.map(({ record }) => compileCondition(record)),
		abbreviations: data.abbreviations.map(({ record }) => compileAbbreviation(record)),
		references: data.references.map(({ record }) => compileReference(record)),
		claims: data.claims.map(({ record }) => compileClaim(record)),
		retractions: data.retractions.map(({ record }) => compileRetraction(record)),
		journals: data.journals.map(({ record }) => compileJournal(record)),
		claimModel: data.claimModel === undefined ? {} : modelOf(JSON.parse(data.claimModel)),
	};
}

function modelOf(value: unknown): ClaimModelData {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

function compileTerm(record: TermRecord, category: string, references: ReadonlyMap<string, ReferenceRecord>): Term {
	return {
		id: record.id,
		label: record.label,
		category,
		definition: record.definition,
		synonyms: record.synonyms ?? [],
		abbreviations: record.abbreviations ?? [],
		variants: record.variants ?? [],
		looseSynonyms: record.loose_synonyms ?? [],
		broader: record.broader ?? [],
		narrower: record.narrower ?? [],
		related: record.related ?? [],
		identifiers: Object.fromEntries(
			Object.entries(record.identifiers ?? {}).map(([registry, id]) => [registry, [id].flat().join(', ')]),
		),
		sources: (record.sources ?? [])
			.filter((source) => source.doubt === undefined)
			.map((source) => compileSource(source, references)),
		...present('note', record.note),
		support: record.support ?? 'none-yet',
		...present('tier', record.tier),
	};
}

function compileSource(source: SourceRecord, references: ReadonlyMap<string, ReferenceRecord>): TermSource {
	const reference = source.reference === undefined ? undefined : references.get(source.reference);
	const doi = reference?.DOI ?? source.doi;
	const pmid = reference?.PMID ?? source.pmid;
	const url = doi === undefined ? (source.url ?? (pmid && pubmedUrl(pmid))) : doiUrl(doi);
	return {
		...present('reference', source.reference),
		citation: reference ? shortCitation(reference) : (source.citation ?? ''),
		...present('url', url),
	};
}

function doiUrl(doi: string): string {
	return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
}

function pubmedUrl(pmid: string): string {
	return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
}

/** "Chambers et al. 2002, Nature Reviews Cancer". */
export function shortCitation(record: ReferenceRecord): string {
	const names = record.author.map(
		(name) => name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
	);
	const [first, second] = names;
	const cut = record.custom.more_authors === true || names.length > 2;
	const who = cut ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`;
	return `${who} ${yearOf(record)}, ${record['container-title']}`;
}

function yearOf(record: ReferenceRecord): number | undefined {
	return record.issued['date-parts'][0]?.[0];
}

function compileReference(record: ReferenceRecord): Reference {
	const { custom } = record;
	const shown = custom.finding_from !== 'title_and_background_knowledge_only' && custom.finding_doubt === undefined;
	return {
		key: record.id,
		type: record.type,
		title: record.title,
		authors: record.author.map(compileName),
		...present('moreAuthors', custom.more_authors),
		...present('year', yearOf(record)),
		containerTitle: record['container-title'],
		...present('volume', record.volume),
		...present('issue', record.issue),
		...present('page', record.page),
		...present('doi', record.DOI),
		...present('pmid', record.PMID),
		...present('pmcid', record.PMCID),
		...present('keywords', custom.topics),
		evidence: custom.evidence,
		...present('species', custom.species?.length ? custom.species : undefined),
		...present('finding', shown ? custom.finding : undefined),
		verification: {
			level: custom.verification.level,
			seenOn: custom.verification.seen_on,
			notSeen: custom.verification.not_seen ?? [],
		},
	};
}

function compileName(name: NameRecord): Name {
	return {
		...present('family', name.family),
		...present('given', name.given),
		...present('particle', name['non-dropping-particle'] ?? name['dropping-particle']),
		...present('suffix', name.suffix),
		...present('literal', name.literal),
	};
}

function compileClaim(record: ClaimRecord): KnownClaim {
	const keys = (list: readonly SourceRecord[] = []): string[] => list.flatMap(({ reference }) => reference ?? []);
	return {
		id: record.id,
		claim: record.claim,
		paraphrases: record.paraphrases ?? [],
		status: record.status,
		support: keys(record.support),
		qualify: keys(record.qualify),
		advice: record.advice,
		terms: record.terms,
	};
}

function compileCondition(record: ConditionRecord): MatchingCondition {
	const spoken = record.condition === 'context' ? Object.values(record.readings ?? {}).flat() : [];
	return {
		surface: record.surface,
		terms: record.terms ?? [],
		condition: record.condition,
		contextWords: [...(record.context ?? []), ...spoken],
		neverWith: record.not_with ?? [],
		...present('readings', record.readings),
	};
}

function compileAbbreviation(record: AbbreviationRecord): AmbiguousAbbreviation {
	return {
		abbreviation: record.abbreviation,
		expansions: record.readings,
		terms: record.terms ?? [],
		...present('context', record.context),
		advice: record.advice ?? '',
	};
}

function compileRetraction(record: RetractionRecord): Retraction {
	const { notice } = record;
	return {
		id: record.id,
		...present('title', record.title),
		...present('firstAuthor', record.first_author),
		journal: record.journal,
		year: record.year,
		...present('volume', record.volume),
		...present('page', record.page),
		...present('doi', record.doi),
		...present('pmid', record.pmid),
		...present('noticeDoi', notice.doi),
		...present('noticeDate', notice.date ?? notice.year?.toString()),
		...present('reason', notice.reason),
		...present('instead', record.instead),
	};
}

function compileJournal(record: JournalRecord): JournalFact {
	return { name: record.name, yearMinusVolume: record.year_minus_volume, records: record.records };
}

/** The field with its value, or nothing: spread into a record whose optional fields are absent, never `undefined`. */
function present<K extends string, V>(field: K, value: V | undefined): { readonly [name in K]?: V } {
	const record: { [name in K]?: V } = {};
	if (value !== undefined) record[field] = value;
	return record;
}
