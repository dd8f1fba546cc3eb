/**
 * The records as the files hold them, once their schema has accepted them. The schemas in `schema/` say what each field
 * means; the compiled form is `Knowledge`.
 */

import type { Evidence } from '../server/src/service/bibliography/reference';
import type { ClaimStatus } from '../server/src/service/claims/claim';
import type { MatchingCondition, Term } from '../server/src/service/glossary/term';

export interface SourceRecord {
	readonly reference?: string;
	readonly citation?: string;
	readonly kind?: string;
	readonly doi?: string;
	readonly pmid?: string;
	readonly url?: string;
	readonly seen?: boolean;
	readonly doubt?: string;
}

export interface TermRecord {
	readonly id: string;
	readonly label: string;
	readonly tier?: 'core' | 'extended';
	readonly definition: string;
	readonly note?: string;
	readonly abbreviations?: readonly string[];
	readonly synonyms?: readonly string[];
	readonly variants?: readonly string[];
	readonly loose_synonyms?: readonly string[];
	readonly ambiguous?: Readonly<Record<string, readonly string[]>>;
	readonly broader?: readonly string[];
	readonly narrower?: readonly string[];
	readonly related?: readonly string[];
	readonly identifiers?: Readonly<Record<string, string | readonly string[]>>;
	readonly support?: Term['support'];
	readonly sources?: readonly SourceRecord[];
}

export interface TermFileRecord {
	readonly category?: string;
	readonly terms: readonly TermRecord[];
}

export interface CategoryRecord {
	readonly id: string;
	readonly title: string;
	readonly order: number;
}

export interface NameRecord {
	readonly family?: string;
	readonly given?: string;
	readonly 'non-dropping-particle'?: string;
	readonly 'dropping-particle'?: string;
	readonly suffix?: string;
	readonly literal?: string;
}

export interface ReferenceRecord {
	readonly id: string;
	readonly type: string;
	readonly title: string;
	readonly author: readonly NameRecord[];
	readonly 'container-title': string;
	readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
	readonly volume?: string;
	readonly issue?: string;
	readonly page?: string;
	readonly DOI?: string;
	readonly PMID?: string;
	readonly PMCID?: string;
	readonly custom: {
		readonly evidence: Evidence;
		readonly species?: readonly string[];
		readonly topics?: readonly string[];
		readonly more_authors?: true;
		readonly finding: string;
		readonly finding_from: 'abstract_or_text_seen' | 'secondary_text_seen' | 'title_and_background_knowledge_only';
		readonly finding_doubt?: string;
		readonly verification: {
			readonly level: 'full' | 'partial';
			readonly sources: number;
			readonly seen_on: string;
			readonly not_seen?: readonly string[];
			readonly pages?: readonly string[];
			readonly remark?: string;
		};
	};
}

export interface ClaimRecord {
	readonly id: string;
	readonly claim: string;
	readonly paraphrases?: readonly string[];
	readonly status: ClaimStatus;
	readonly support?: readonly SourceRecord[];
	readonly qualify?: readonly SourceRecord[];
	readonly advice: string;
	readonly terms: readonly string[];
}

export interface AbbreviationRecord {
	readonly abbreviation: string;
	readonly readings: readonly string[];
	readonly terms?: readonly string[];
	readonly awaited?: readonly string[];
	/** Words that speak for a reading, by reading. */
	readonly context?: Readonly<Record<string, readonly string[]>>;
	readonly advice?: string;
}

export interface ConditionRecord {
	readonly surface: string;
	readonly terms?: readonly string[];
	readonly condition: MatchingCondition['condition'];
	readonly reason?: string;
	readonly context?: readonly string[];
	readonly not_with?: readonly string[];
	readonly readings?: Readonly<Record<string, readonly string[]>>;
	readonly otherwise?: string;
	readonly planned?: true;
}

export interface JournalRecord {
	readonly name: string;
	readonly year_minus_volume: number;
	readonly records: number;
}

export interface RetractionRecord {
	readonly id: string;
	readonly title?: string;
	readonly first_author?: string;
	readonly authors?: readonly string[];
	readonly journal: string;
	readonly year: number;
	readonly volume?: string;
	readonly page?: string;
	readonly doi?: string;
	readonly pmid?: string;
	readonly notice: {
		readonly doi?: string;
		readonly pmid?: string;
		readonly year?: number;
		readonly date?: string;
		readonly citation?: string;
		readonly by?: string;
		readonly reason?: string;
	};
	readonly note?: string;
	readonly instead?: string;
	readonly verification: { readonly level: 'full' | 'partial'; readonly evidence: readonly string[] };
}
