/**
 * What client and server say to each other beyond the Language Server Protocol. Imports nothing: either side may bring
 * its own version of the protocol library.
 */

/** From server to client: the text of a file, wherever it is. Answers `null` if it cannot be read. */
export const readFileRequest = 'metascribe/readFile';
export interface ReadFileParams {
	readonly uri: string;
}
export type ReadFileResult = string | null;

/** From server to client: the names of the files in a folder. Answers `null` if it cannot be read. */
export const readFolderRequest = 'metascribe/readFolder';
export interface ReadFolderParams {
	readonly uri: string;
}
export type ReadFolderResult = readonly string[] | null;

/** From server to client: the addresses of the files in and below a folder that match a glob pattern. */
export const findFilesRequest = 'metascribe/findFiles';
export interface FindFilesParams {
	readonly folder: string;
	readonly pattern: string;
}
export type FindFilesResult = readonly string[] | null;

/** From client to server: the bibliography entry that the key under the cursor means. Answers `null` if there is none. */
export const entryRequest = 'metascribe/entry';
export interface EntryParams {
	readonly uri: string;
	readonly position: { readonly line: number; readonly character: number };
}
export interface EntryResult {
	readonly key: string;
	/** As it is written in its file; in BibTeX if it comes from Metascribe. */
	readonly text: string;
}

/** From client to server: an open bibliography put in order. Nothing is changed by asking. */
export const tidyRequest = 'metascribe/tidy';
export interface TidyParams {
	readonly uri: string;
}
export interface TidyResult {
	/** The whole text, of this version of the document. `null` if the format is not BibTeX. */
	readonly text: string | null;
	readonly version: number;
	/** Keys of the entries that no manuscript uses, and that are left out. */
	readonly removed: readonly string[];
	readonly entries: number;
	/** How many manuscripts use the file; nothing is left out if it is none. */
	readonly manuscripts: number;
}

/** A place in a document, as the protocol has it. */
export interface CitingParams {
	readonly uri: string;
	readonly position: { readonly line: number; readonly character: number };
}

/** A reference to choose from. */
export interface OfferedReference {
	readonly key: string;
	/** "Kaplan et al. 2005". */
	readonly label: string;
	readonly title: string;
	readonly journal: string;
	/** Whether it is Metascribe's, and not in the writer's bibliography yet. */
	readonly isBuiltIn: boolean;
	/** The words of the sentence that speak for it; empty for a search. */
	readonly matchingWords: readonly string[];
}

/** From client to server: the references that match some words, best first; without words, those that fit the place. */
export const searchRequest = 'metascribe/search';
export interface SearchParams extends CitingParams {
	readonly words: string;
}
export type SearchResult = readonly OfferedReference[];

/** From client to server: the references that fit the sentence at a place. Answers `null` where there is none. */
export const forSentenceRequest = 'metascribe/forSentence';
export type ForSentenceResult = { readonly sentence: string; readonly offers: readonly OfferedReference[] } | null;

/** From client to server: the edit that cites works at a place, or for the sentence there. Nothing is changed by asking. */
export const citeRequest = 'metascribe/cite';
export interface CiteParams extends CitingParams {
	readonly keys: readonly string[];
	readonly place: 'cursor' | 'sentence';
}

/** From client to server: what makes built-in references the writer's own. Nothing is changed by asking. */
export const addReferencesRequest = 'metascribe/addReferences';
export interface AddReferencesParams {
	readonly uri: string;
	readonly keys: readonly string[];
}
/** `null` if there is nothing to add. Edits are a `WorkspaceEdit`, passed on as it is. */
export type AddReferencesResult<Edit> = {
	/** `null` if the document has no folder for a bibliography. */
	readonly edit: Edit | null;
	/** The name of the file. */
	readonly file: string;
	readonly creates: boolean;
} | null;

/** From client to server: whether the Quarto extension, which completes keys in `.qmd` files, has come or gone. */
export const quartoNotification = 'metascribe/quarto';
export interface QuartoParams {
	readonly present: boolean;
}

/** What the client passes with `initialize`. Other clients need not. */
export interface InitializationOptions {
	/** Whether the client has the command `metascribe.addReference`, which takes a document's address and a key. */
	readonly addsReferences?: boolean;
	/** Whether the Quarto extension is there, too. */
	readonly quarto?: boolean;
	/** Whether the client answers the requests above. Without them the node server reads `file:` itself. */
	readonly readsFiles?: boolean;
}

/** A term as the client shows it. Plain text throughout: whoever shows it escapes it. */
export interface GlossaryEntry {
	readonly id: string;
	readonly label: string;
	/** The title of its category. */
	readonly category: string;
	readonly abbreviations: readonly string[];
	readonly synonyms: readonly string[];
	readonly definition: string;
	/** Empty if there is none; so is `evidence`. */
	readonly note: string;
	readonly evidence: string;
	readonly sources: readonly {
		readonly name: string;
		readonly journal: string;
		readonly url: string | undefined;
		/** The citation key, if the writer's bibliography has the work. */
		readonly key: string | undefined;
	}[];
	readonly related: readonly { readonly id: string; readonly label: string }[];
	/** Whether it is from the writer's own glossary. */
	readonly own: boolean;
}

/** From client to server: all terms by category, as they are for a document, or for the workspace without one. */
export const listTermsRequest = 'metascribe/listTerms';
export interface ListTermsParams {
	readonly uri?: string;
}
export type ListTermsResult = readonly GlossaryEntry[];

/** From client to server: the terms that fit a query, best first; all of them for an empty query. */
export const searchTermsRequest = 'metascribe/searchTerms';
export interface SearchTermsParams {
	readonly uri?: string;
	readonly query: string;
}
export type SearchTermsResult = readonly GlossaryEntry[];

/** From client to server: the id of the term at a position of a manuscript. Answers `null` if there is none. */
export const termAtRequest = 'metascribe/termAt';
export interface TermAtParams {
	readonly uri: string;
	readonly position: { readonly line: number; readonly character: number };
}
export type TermAtResult = string | null;
