import { suite, test } from 'node:test';
import { checkBibliographyHover, checkTidy } from '../../support/checkBibliography';

suite('The hover over a key in a bibliography', () => {
	test('is the reference, and how often it is cited', () =>
		checkBibliographyHover(
			`//- /refs.bib
@article{pa<|>get1889, title = {Seed and soil}, author = {Paget, Stephen}, year = 1889}
         ^^^^^^^^^^^^
//- /one.md
Known [@paget1889], @paget1889.
//- /two.md
Known [@paget1889; @nobody].
//- /three.md
Nothing.`,
			'**Seed and soil**\n\nPaget S. 1889.\n\n---\nCited 3 times in 2 manuscripts',
		));

	test('silent beside the key', () => {
		checkBibliographyHover('//- /refs.bib\n@article{paget1889, ti<|>tle = {Seed and soil}}', undefined);
		checkBibliographyHover('//- /refs.bib\n@string{p<|>ub = {Springer}}', undefined);
	});
});

suite('Tidy', () => {
	test('sorts by key, and removes what no manuscript cites', () =>
		checkTidy(
			`//- /refs.bib
% Encoding: UTF-8

@misc{b10, title = {B}}
% about a
@misc{a, title = {A}}
@string{pub = {Springer}}

@misc{b2, publisher = pub, crossref = {book}}
@misc{unused, title = {U}}
@book{book, title = {Not cited, but needed}}
@comment{jabref-meta: x}
% the end
//- /review.md
Known [@a; @b2; @b10].`,
			`% Encoding: UTF-8

@string{pub = {Springer}}

% about a
@misc{a, title = {A}}

@misc{b2, publisher = pub, crossref = {book}}

@misc{b10, title = {B}}

@book{book, title = {Not cited, but needed}}

@comment{jabref-meta: x}

% the end
`,
			['unused'],
		));

	test('removes nothing where no manuscript is known', () =>
		checkTidy('//- /refs.bib\n@misc{b}\n@misc{a}', '@misc{a}\n\n@misc{b}\n', []));
});
