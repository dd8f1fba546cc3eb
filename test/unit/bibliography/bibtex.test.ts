import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readBibliography } from '../../../server/src/service/bibliography/bibliography';
import { checkReference, problemsIn, referenceIn } from './check';

suite('BibTeX and BibLaTeX entries', () => {
	test('a journal article in BibTeX', () => {
		assert.deepEqual(
			referenceIn(`@Article{kaplan2005,
				Author = "Kaplan, Rosandra N. and Riba, Rebecca D.",
				TITLE = {{VEGFR1-positive haematopoietic bone marrow progenitors}},
				journal = {Nature}, volume = 438, number = {7069}, pages = {820--827},
				month = dec, year = 2005, doi = {https://doi.org/10.1038/nature04186},
				keywords = {niche, metastasis}, abstract = {The cellular events.}
			}`),
			{
				type: 'article-journal',
				title: 'VEGFR1-positive haematopoietic bone marrow progenitors',
				authors: [
					{ family: 'Kaplan', given: 'Rosandra N.' },
					{ family: 'Riba', given: 'Rebecca D.' },
				],
				year: 2005,
				containerTitle: 'Nature',
				volume: '438',
				issue: '7069',
				page: '820-827',
				doi: '10.1038/nature04186',
				abstract: 'The cellular events.',
				keywords: ['niche', 'metastasis'],
			},
		);
	});

	test('an article in BibLaTeX, with PubMed as its archive', () => {
		checkReference(
			'@article{a, journaltitle={BMC}, journalsubtitle={Cancer}, date={2009-01-02/2010}, title={T}, subtitle={S}, eprint={19192285}, eprinttype={pubmed}}',
			{ containerTitle: 'BMC: Cancer', year: 2009, title: 'T: S', pmid: '19192285' },
		);
	});

	test('entry types', () => {
		const types: Record<string, string> = {
			article: 'article-journal',
			inproceedings: 'paper-conference',
			incollection: 'chapter',
			phdthesis: 'thesis',
			techreport: 'report',
			online: 'webpage',
			dataset: 'dataset',
			misc: 'document',
			nonsense: 'document',
		};
		for (const [written, type] of Object.entries(types)) checkReference(`@${written}{a, title={T}}`, { type });
	});

	test('@string, months and joined values', () => {
		const text =
			'@STRING(nat = "Nature")\n@string{rev = nat # { Reviews}}\n@article{a, journal = rev # " Cancer", month = jan}';
		checkReference(text, { containerTitle: 'Nature Reviews Cancer' });
		assert.deepEqual(problemsIn(text), []);
	});

	test('@string is found wherever it stands, in any case', () => {
		checkReference('@article{a, journal = NAT}\n@string{nat = {Nature}}', { containerTitle: 'Nature' });
	});

	test('crossref gives the book, not its identifiers', () => {
		const text = `@incollection{part, crossref = {whole}, title = {Part}, author = {A, B}}
			@book{whole, title = {Whole}, subtitle = {All of it}, editor = {E, F}, year = 1999, publisher = {P},
				doi = {10.1000/whole}, isbn = {1}, pages = {500}}`;
		const [part] = readBibliography('file:///refs.bib', text).entries;
		assert.deepEqual(part?.reference, {
			key: 'part',
			type: 'chapter',
			title: 'Part',
			authors: [{ family: 'A', given: 'B' }],
			editors: [{ family: 'E', given: 'F' }],
			year: 1999,
			containerTitle: 'Whole: All of it',
			publisher: 'P',
		});
	});

	test('xdata lends its fields and cannot be cited', () => {
		const text = '@xdata{shared, publisher = {P}, year = 2000}\n@book{a, xdata = {shared}, title = {T}}';
		checkReference(text, { publisher: 'P', year: 2000, title: 'T' });
	});

	test('parents that go in a circle', () => {
		const text = '@book{a, crossref = {b}, title = {A}}\n@book{b, crossref = {a}, year = 1999}';
		const [a] = readBibliography('file:///refs.bib', text).entries;
		assert.equal(a?.reference.year, 1999);
	});

	test('comments, preambles and commented-out entries are no entries', () => {
		const text = `% Encoding: UTF-8
			% @article{no1, title = {No}}
			@comment{@article{no2, title = {No}}}
			@Comment{jabref-meta: databaseType:bibtex;}
			@preamble{"\\newcommand{\\x}{y}"}
			@article{yes, % the only one
				title = {Yes}, % @article{no3,
				%year = 1900,
			}
			@comment This is not @ an entry`;
		const { entries, problems } = readBibliography('file:///refs.bib', text);
		assert.deepEqual(
			entries.map(({ key, reference }) => [key, reference.title, reference.year]),
			[['yes', 'Yes', undefined]],
		);
		assert.deepEqual(problems, []);
	});

	test('parentheses around an entry', () => {
		checkReference('@article(a, title = {A (b)}, year = 2000)', { title: 'A (b)', year: 2000 });
	});

	test('a byte order mark and no space anywhere', () => {
		checkReference('\ufeff@article{a,title={T},year=2000}', { title: 'T', year: 2000 });
	});

	test('an @ at the start of a line in an abstract is no entry', () => {
		const text = '@article{a,\n abstract = {Write to\n@jane (at work), or\n@article of the year},\n title = {T}\n}';
		checkReference(text, { title: 'T' });
		assert.deepEqual(problemsIn(text), []);
	});

	test('escaped braces and quotation marks in groups', () => {
		checkReference('@article{a, title = {Set \\{a\\}}, note = "say {"}hello{"}", year = 2000}', {
			title: 'Set {a}',
			year: 2000,
		});
	});

	test('the last of a repeated field counts, as in pandoc', () => {
		checkReference('@article{a, title = {One}, title = {Two}}', { title: 'Two' });
	});

	test('years in all forms', () => {
		const years: readonly (readonly [string, number | undefined])[] = [
			['year = 2005', 2005],
			['year = {2005a}', 2005],
			['year = {c. 2005}', 2005],
			['date = {2005-03}', 2005],
			['date = {2005~}', 2005],
			['date = {/2005}', 2005],
			['year = {in press}', undefined],
			['year = {20055}', undefined],
			['date = {2004}, year = {1999}', 2004],
		];
		for (const [field, year] of years) checkReference(`@article{a, ${field}}`, { ...(year && { year }) });
		assert.equal(referenceIn('@article{a, year = {in press}}').year, undefined);
		assert.equal(referenceIn('@article{a, year = {20055}}').year, undefined);
	});

	test('problems of an intact file: none', () => {
		assert.deepEqual(problemsIn('@article{a,\n title = "T",\n year = 2000,\n}\n\n@misc{b, title = {U}}\n'), []);
	});
});

suite('what reference managers write', () => {
	test('Zotero and Better BibTeX', () => {
		checkReference(
			`@article{kaplanVEGFR1positiveHaematopoieticBone2005,
  title = {{{VEGFR1-positive}} Haematopoietic Bone Marrow Progenitors Initiate the Pre-Metastatic Niche},
  author = {Kaplan, Rosandra N. and family=Berg, given=Jan, prefix=van den, useprefix=true},
  date = {2005-12-08},
  journaltitle = {Nature},
  shortjournal = {Nature},
  eprint = {16341007},
  eprinttype = {pmid},
  langid = {english},
  note = {PMCID: PMC2945882},
  file = {/Users/jane/Zotero/storage/ABC/Kaplan - 2005.pdf;C\\:\\\\Users\\\\jane}
}`,
			{
				title: 'VEGFR1-positive Haematopoietic Bone Marrow Progenitors Initiate the Pre-Metastatic Niche',
				authors: [
					{ family: 'Kaplan', given: 'Rosandra N.' },
					{ family: 'Berg', given: 'Jan', particle: 'van den' },
				],
				year: 2005,
				containerTitle: 'Nature',
				pmid: '16341007',
				pmcid: 'PMC2945882',
			},
		);
	});

	test('Mendeley', () => {
		checkReference(
			`@article{Psaila2009,
abstract = {The "seed and soil" hypothesis {\\textless}b{\\textgreater}holds{\\textless}/b{\\textgreater} for 5{\\%}.},
author = {Psaila, Bethan and Lyden, David},
doi = {10.1038/nrc2621},
file = {:Users/jane/Psaila, Lyden - 2009 - The metastatic niche.pdf:pdf},
issn = {1474-1768 (Electronic)},
journal = {Nature reviews. Cancer},
keywords = {Humans,Neoplasm Metastasis,Neoplasms,Neoplasms: pathology},
mendeley-tags = {niche},
number = {4},
pages = {285--93},
pmid = {19308068},
title = {{The metastatic niche: adapting the foreign soil.}},
url = {http://www.ncbi.nlm.nih.gov/pubmed/19308068},
volume = {9},
year = {2009}
}`,
			{
				abstract: 'The "seed and soil" hypothesis holds for 5%.',
				title: 'The metastatic niche: adapting the foreign soil.',
				page: '285-93',
				pmid: '19308068',
				keywords: ['Humans', 'Neoplasm Metastasis', 'Neoplasms', 'Neoplasms: pathology'],
			},
		);
	});

	test('JabRef', () => {
		checkReference(
			`% Encoding: UTF-8

@Article{Peinado2017,
  author    = {H{\\'{e}}ctor Peinado and Haiying Zhang},
  journal   = {Nat. Rev. Cancer},
  title     = {Pre-metastatic niches: organ-specific homes for metastases},
  year      = {2017},
  month     = mar,
  number    = {5},
  doi       = {10.1038/nrc.2017.6},
  groups    = {niche},
  publisher = {Springer Science and Business Media {LLC}},
}

@Comment{jabref-meta: databaseType:bibtex;}
`,
			{
				authors: [
					{ family: 'Peinado', given: 'Héctor' },
					{ family: 'Zhang', given: 'Haiying' },
				],
				publisher: 'Springer Science and Business Media LLC',
				issue: '5',
			},
		);
	});

	test('PubMed through TeXMed and Crossref', () => {
		checkReference(
			`@Article{pmid16341007,
   Author="Kaplan, R. N.  and Riba, R. D. ",
   Title="{{V}{E}{G}{F}{R}1-positive niche}",
   Journal="Nature",
   Year="2005",
   Note={[PubMed Central:\\href{https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2945882}{PMC2945882}] [DOI:\\href{https://dx.doi.org/10.1038/nature04186}{10.1038/nature04186}] [PubMed:\\href{https://www.ncbi.nlm.nih.gov/pubmed/16341007}{16341007}] }
}`,
			{
				title: 'VEGFR1-positive niche',
				authors: [
					{ family: 'Kaplan', given: 'R. N.' },
					{ family: 'Riba', given: 'R. D.' },
				],
				doi: '10.1038/nature04186',
				pmid: '16341007',
				pmcid: 'PMC2945882',
			},
		);
		checkReference(
			' @article{Liu_2016, title={Characteristics and Significance of the Pre-metastatic Niche}, volume={30}, ISSN={1535-6108}, url={http://dx.doi.org/10.1016/j.ccell.2016.09.011}, DOI={10.1016/j.ccell.2016.09.011}, number={5}, journal={Cancer Cell}, publisher={Elsevier BV}, author={Liu, Yang and Cao, Xuetao}, year={2016}, month=nov, pages={668–681} }',
			{ doi: '10.1016/j.ccell.2016.09.011', page: '668-681', volume: '30' },
		);
	});

	test('arXiv', () => {
		checkReference('@misc{a, title={T}, eprint={2101.00001}, archivePrefix={arXiv}, primaryClass={q-bio.TO}}', {
			url: 'https://arxiv.org/abs/2101.00001',
		});
	});

	test('a DOI only in the address', () => {
		checkReference('@article{a, url = {https://doi.org/10.1000/xyz}}', { doi: '10.1000/xyz' });
	});
});
