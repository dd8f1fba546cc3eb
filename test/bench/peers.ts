import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface ProsePeers {
	analyseWithRetext(text: string): Promise<number>;
	analyseWithWriteGood(text: string): number;
	parseWithTextlint(text: string): Promise<number>;
	analyseWithTextlint(text: string): Promise<number>;
}

export interface TermPeers {
	buildAutomaton(forms: readonly string[]): {
		countRaw(text: string): number;
		countWords(text: string): number;
	};
}

export interface BibtexPeers {
	countEntries(text: string): number;
}

/** The modules of `peers/`, which have their dependencies beside them. They are loaded as they are, not bundled. */
export const loadProsePeers = (): Promise<ProsePeers> => load('prose');
export const loadTermPeers = (): Promise<TermPeers> => load('terms');
export const loadBibtexPeers = (): Promise<BibtexPeers> => load('bibtex');

async function load<Peers>(name: string): Promise<Peers> {
	return import(pathToFileURL(resolve('test/bench/peers', `${name}.mjs`)).href);
}
