import { suite, test } from 'node:test';
import { checkDiagnostics } from '../../support/check';
import { checkBibliographyDiagnostics, checkBibliographyFixed } from '../../support/checkBibliography';

const NICHE = 'VEGFR1-positive haematopoietic progenitors initiate the niche';

suite('duplicate-key', () => {
	test('in the bibliography, at the entries that are not cited', () => {
		checkBibliographyDiagnostics(`//- /refs.bib
@misc{a, title = {One}}
      ^ warning duplicate-key: Another entry below has the key “a”, too, and is the one that is cited. Give
@misc{b, title = {Two}}
@misc{a, title = {Three}}
`);
		checkBibliographyFixed(
			'//- /refs.bib\n@misc{<|>a, title = {One}}\n\n@misc{b, title = {Two}}\n@misc{a, title = {One}}',
			'Remove this entry',
			'@misc{b, title = {Two}}\n@misc{a, title = {One}}',
		);
	});

	test('in a manuscript, if the entries are different works', () =>
		checkDiagnostics(`//- /review.md
Known [@a; @b] and again [@a].
       ^^ warning duplicate-key: “a” is the key of 2 different works (one.bib and two.bib). The citation means “Three”.
//- /one.bib
@misc{a, title = {One}}
@misc{b, title = {Two}}
//- /two.bib
@misc{a, title = {Three}}
@misc{b, title = {Two}}`));

	test('silent', () => {
		checkBibliographyDiagnostics(
			'//- /refs.bib\n@misc{a, title = {One}}\n@misc{A, title = {One}}\n@misc{, title = {x}}',
			{
				diagnostics: { 'invalid-entry': 'off' },
			},
		);
		checkDiagnostics(
			'//- /review.md\nKnown [@b].\n//- /one.bib\n@misc{a, title = {One}}\n@misc{a, title = {Two}}\n@misc{b, title = {B}}',
		);
	});
});

suite('duplicate-reference', () => {
	test('in the bibliography: same DOI, same PMID, same title and year', () => {
		checkBibliographyDiagnostics(`//- /refs.bib
@article{a, title = {${NICHE}}, doi = {10.1038/nature04186}}
@article{b, title = {${NICHE}}, doi = {https://doi.org/10.1038/NATURE04186}}
         ^ information duplicate-reference: “b” is the same work as “a”: they share their DOI.
@article{c, title = {Seed and soil of metastasis}, pmid = {12345}, year = 1889}
@article{d, title = {Seed and soil}, pmid = {12345}}
         ^ information duplicate-reference: “d” is the same work as “c”: they share their PMID.
@article{e, title = {Seed and Soil of {Metastasis}}, year = 1889}
         ^ information duplicate-reference: “e” is the same work as “c”: they share their title and year.
`);
	});

	test('in a manuscript that cites both', () =>
		checkDiagnostics(`//- /review.md
Known [@a], @b and [@a; @b].
            ^^ warning duplicate-reference: “b” is the work that is cited as “a” before: they share their DOI.
//- /refs.bib
@article{a, title = {${NICHE}}, doi = {10.1038/nature04186}}
@article{b, title = {${NICHE}}, doi = {10.1038/nature04186}}`));

	test('silent', () => {
		for (const entries of [
			// Chapters are listed with the DOI of their book.
			'@incollection{a, title = {Dormancy of cells}, doi = {10.1000/x}}\n@incollection{b, title = {Bone niches}, doi = {10.1000/x}}',
			// One of the numbers is wrong.
			'@article{a, title = {Freezing of arrays}, pmid = {1}, doi = {10.1000/x}}\n@article{b, title = {Thawing of arrays}, pmid = {1}, doi = {10.1000/y}}',
			// A preprint and the article are two works.
			`@article{a, title = {${NICHE}}, year = 2020, doi = {10.1101/123}}\n@article{b, title = {${NICHE}}, year = 2020, doi = {10.1038/456}}`,
			'@article{a, title = {Introduction}, year = 2020}\n@article{b, title = {Introduction}, year = 2020}',
			`@article{a, title = {${NICHE}}, year = 2020}\n@article{b, title = {${NICHE}}, year = 2010}`,
			`@article{a, author = {Paget, S}, title = {${NICHE}}}\n@article{b, author = {Ewing, J}, title = {${NICHE}}}`,
		]) {
			checkBibliographyDiagnostics(`//- /refs.bib\n${entries}`);
			checkDiagnostics(`//- /review.md\nKnown [@a; @b].\n//- /refs.bib\n${entries}`);
		}
		checkDiagnostics(
			`//- /review.md\nKnown [@a].\n//- /refs.bib\n@misc{a, doi = {10.1000/x}}\n@misc{b, doi = {10.1000/x}}`,
		);
	});
});

suite('unused-reference', () => {
	test('an entry that no manuscript cites', () => {
		checkBibliographyDiagnostics(`//- /refs.bib
@misc{a, title = {A}}
@misc{b, title = {B}}
      ^ hint unused-reference: The manuscript that uses this bibliography does not cite “b”.
//- /review.md
Known [@a].`);
		checkBibliographyFixed(
			'//- /refs.bib\n@misc{a, title = {A}}\n@misc{<|>b, title = {B}}\n\n% note\n@misc{c}\n//- /review.md\nKnown [@a].',
			'Remove this entry',
			'@misc{a, title = {A}}\n% note\n@misc{c}',
		);
	});

	test('silent', () => {
		for (const [entries, rest] of [
			['@misc{b, title = {B}}', ''],
			['@misc{b, title = {B}}', '//- /review.md\n---\nnocite: "@b"\n---\n'],
			['@misc{b, title = {B}}', '//- /review.md\n---\nnocite: "@*"\n---\n'],
			['@misc{b, title = {B}}', '//- /review.md\nText. <!-- perhaps [@b] -->'],
			['@misc{b, title = {B}}', '//- /review.md\nText.\n//- /paper.tex\nText \\citep[see][]{a, b}.'],
			['@misc{b, ids = {old}, title = {B}}', '//- /review.md\nText [@old].'],
			['@misc{a, crossref = {b}}\n@misc{b, title = {B}}', '//- /review.md\nText [@a].'],
		]) {
			checkBibliographyDiagnostics(`//- /refs.bib\n${entries}\n${rest}`);
		}
		const library = Array.from({ length: 600 }, (_, index) => `@misc{k${index}, title = {T}}`).join('\n');
		checkBibliographyDiagnostics(`//- /refs.bib\n${library}\n//- /review.md\nText [@k1].`);
	});
});

suite('invalid-entry', () => {
	test('in the bibliography, at its place', () =>
		checkBibliographyDiagnostics(`//- /refs.bib
@misc{a, title = {A}}
@misc{b title = {B}}
      ^ warning invalid-entry: Missing comma after the key “b”.
`));

	test('silent', () =>
		checkBibliographyDiagnostics('//- /refs.bib\n@misc{a, title = {A}}\n% a comment\n@misc{b, title = {B}}'));
});
