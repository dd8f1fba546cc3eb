import type { Knowledge } from '../../server/src/service';

/** A small knowledge base for tests: none of them depends on what is shipped. */
export const knowledge: Knowledge = {
	categories: { niche: 'Niche and microenvironment', process: 'The cascade', gene: 'Genes' },
	terms: [
		term('pre-metastatic-niche', 'Pre-metastatic niche', 'niche', {
			abbreviations: ['PMN'],
			definition: 'A distant site altered before tumour cells arrive.',
			note: 'Not the metastatic niche.',
			related: ['metastasis'],
			sources: [{ reference: 'kaplan2005', citation: 'Kaplan et al. 2005' }],
		}),
		term('metastasis', 'Metastasis', 'process', { variants: ['metastatic'] }),
		term('bone-metastasis', 'Bone metastasis', 'process', { broader: ['metastasis'] }),
		term('tumour-microenvironment', 'Tumour microenvironment', 'niche', { abbreviations: ['TME'] }),
		term('tgf-beta', 'TGF-β', 'gene', { synonyms: ['transforming growth factor beta'], abbreviations: ['TGFB'] }),
		term('met-gene', 'MET', 'gene', { synonyms: ['c-MET'] }),
		term('met-transition', 'Mesenchymal–epithelial transition', 'process', { abbreviations: ['MET'] }),
		term('local-invasion', 'Local invasion', 'process', { variants: ['invasion'] }),
		term('metastatic-latency', 'Metastatic latency', 'process', { variants: ['latency'] }),
		term('neutrophil', 'Neutrophil', 'niche', { abbreviations: ['PMN'] }),
		term('nucleus', 'Nucleus', 'process', {}),
		term('extracellular-matrix', 'Extracellular matrix', 'niche', { abbreviations: ['ECM'] }),
		term('ctc', 'Circulating tumour cell', 'process', { abbreviations: ['CTC'] }),
	],
	conditions: [
		{
			surface: 'invasion',
			terms: ['local-invasion'],
			condition: 'context',
			contextWords: ['tumour', 'cancer'],
			neverWith: ['bacterial'],
		},
		{ surface: 'latency', terms: ['metastatic-latency'], condition: 'never', contextWords: [], neverWith: [] },
		{
			surface: 'MET',
			terms: ['met-gene', 'met-transition'],
			condition: 'case',
			contextWords: [],
			neverWith: [],
			readings: { 'met-gene': ['HGF', 'amplif'], 'met-transition': ['EMT'] },
		},
	],
	abbreviations: [
		{
			abbreviation: 'MET',
			expansions: ['mesenchymal–epithelial transition', 'MET proto-oncogene', 'metabolic equivalent'],
			terms: ['met-gene', 'met-transition'],
			context: { 'metabolic equivalent': ['exercise'] },
			advice: 'Write the gene in italics.',
		},
	],
	references: [
		{
			key: 'kaplan2005',
			type: 'article-journal',
			title: 'VEGFR1-positive progenitors initiate the pre-metastatic niche',
			authors: [
				{ family: 'Kaplan', given: 'RN' },
				{ family: 'Riba', given: 'RD' },
				{ family: 'Lyden', given: 'D' },
			],
			year: 2005,
			containerTitle: 'Nature',
			doi: '10.1038/nature04186',
			evidence: 'animal',
			species: ['mouse'],
			finding: 'In mice, marrow-derived progenitors gathered before tumour cells.',
		},
	],
	claims: [],
	journals: [],
	retractions: [],
	claimModel: {},
};

type Term = Knowledge['terms'][number];

function term(id: string, label: string, category: string, more: Partial<Term>): Term {
	return {
		id,
		label,
		category,
		definition: `${label}, defined.`,
		synonyms: [],
		abbreviations: [],
		variants: [],
		looseSynonyms: [],
		broader: [],
		narrower: [],
		related: [],
		identifiers: {},
		sources: [],
		support: 'literature',
		...more,
	};
}
