import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkHover, checkHoverPart, checkHoverTitle, hoverOfTerm } from '../../support/check';
import { dedent } from '../../support/fixture';

suite('Hover', () => {
	test('over a term: what it is, on whose evidence, what it is not', () =>
		checkHover(
			`
			The pre-metastatic ni<|>che forms.
			    ^^^^^^^^^^^^^^^^^^^^^^^
			`,
			dedent(`
				**Pre-metastatic niche** · PMN · _Niche and microenvironment_

				A distant site altered before tumour cells arrive.

				**Note** Not the metastatic niche.

				**Evidence** animal studies \\(mouse\\)\\
				[Kaplan et al. 2005](<https://doi.org/10.1038/nature04186>), _Nature_

				**See also** Metastasis
			`),
		));

	test('a source that the bibliography has is named by its key', () =>
		checkHoverPart(
			`
			//- /review.md
			The pre-metastatic ni<|>che forms.
			//- /refs.bib
			@article{own2005, title = {VEGFR1}, doi = {10.1038/nature04186}}
			`,
			'[Kaplan et al. 2005](<https://doi.org/10.1038/nature04186>), _Nature_ `@own2005`',
		));

	test('an abbreviation of several senses shows all of them, in short', () =>
		checkHover(
			`
			Much was said of ME<|>T here.
			                 ^^^^^^
			`,
			dedent(`
				**MET** · _Used in 3 senses in this field. Write the gene in italics._

				- **Mesenchymal–epithelial transition**: Mesenchymal–epithelial transition, defined.
				- **MET**: MET, defined.
				- metabolic equivalent
			`),
		));

	test('the sense that the text speaks for is shown alone', () => {
		checkHoverTitle('HGF drives ME<|>T.\n           ^^^^^^', '**MET** · _Genes_');
		checkHoverTitle('After exercise, 5 ME<|>T.\n                  ^^^^^^', '**MET** · metabolic equivalent');
	});

	test("the document's own definition decides", () => {
		checkHoverTitle(
			'Polymorphonuclear neutrophils (PMN) rest. The P<|>MN go.\n                                              ^^^^^^',
			'**Neutrophil** · PMN · _Niche and microenvironment_',
		);
		checkHoverTitle(
			'The metabolic equivalent (MET) rose. The M<|>ET fell.\n                                         ^^^^^^',
			'**MET** · metabolic equivalent',
		);
		checkHoverTitle(
			'The Meteorological Enquiry Team (MET) met. The M<|>ET left.\n                                               ^^^^^^',
			'**MET** · Meteorological Enquiry Team',
		);
	});

	test('an abbreviation that only the document explains', () => {
		checkHover(
			`
			Sudden cardiac death (SCD) is rare. Of S<|>CD we say no more.
			                                       ^^^^^^
			`,
			'**SCD** · Sudden cardiac death\n\n_As this document defines it._',
		);
		checkHover('Sudden cardiac death is rare. Of S<|>CD we say no more.', undefined);
	});

	test('what data and files say is text: no images, links, commands or HTML', () => {
		const evil =
			'![x](http://x.org/i.png) [run](command:quit) <img src=x onerror=1> `a` **b** $(bug) https://x.org & <!-- -->';
		const markdown = hoverOfTerm({
			definition: evil,
			note: evil,
			label: `Evil ${evil}`,
			abbreviations: ['EVL'],
			sources: [],
		});
		assert.doesNotMatch(markdown, /(?<!\\)!\[|(?<!\\)\]\(|<img|<!--|(?<!\\)`|(?<!\\)\$\(/);
		assert.match(markdown, /&lt;img src\\=x/);
	});

	test('over a key of the bibliography', () =>
		checkHover(
			`
			//- /review.md
			Seen in mice [see @kap<|>lan2005, p. 3].
			                  ^^^^^^^^^^^^^^
			//- /refs.bib
			@article{kaplan2005, title = {My *own* title}, author = {Kaplan, R. N.}, year = 2005, journal = {Nature}, doi = {10.1038/nature04186}}
			`,
			dedent(`
				**My \\*own\\* title**

				Kaplan RN. Nature. 2005.

				[DOI 10\\.1038/nature04186](<https://doi.org/10.1038/nature04186>)
			`).replace('10\\.', '10.'),
		));

	test('over a built-in key says that the bibliography lacks it', () =>
		checkHoverTitle(
			'Seen [@kaplan<|>2005].\n      ^^^^^^^^^^^^^^',
			'**VEGFR1-positive progenitors initiate the pre-metastatic niche**',
		));

	test('at both edges of a term', () => {
		checkHoverTitle('A <|>metastasis.\n  ^^^^^^^^^^^^^', '**Metastasis** · _The cascade_');
		checkHoverTitle('A metastasis<|>.\n  ^^^^^^^^^^', '**Metastasis** · _The cascade_');
	});

	test('in headings, tables, lists, quotes, footnotes and captions', () => {
		checkHoverTitle('# On meta<|>stasis\n     ^^^^^^^^^^^^^', '**Metastasis** · _The cascade_');
		checkHoverTitle('| a |\n|---|\n| meta<|>stasis |\n  ^^^^^^^^^^^^^', '**Metastasis** · _The cascade_');
		checkHoverTitle('- meta<|>stasis\n  ^^^^^^^^^^^^^', '**Metastasis** · _The cascade_');
		checkHoverTitle('Text^[of meta<|>stasis]\n         ^^^^^^^^^^^^^', '**Metastasis** · _The cascade_');
		checkHoverTitle('[^1]: The meta<|>stasis\n          ^^^^^^^^^^^^^', '**Metastasis** · _The cascade_');
	});

	test('nothing in code, math, front matter, addresses, keys and comments', () => {
		checkHover('`meta<|>stasis`', undefined);
		checkHover('```\nmeta<|>stasis\n```', undefined);
		checkHover('$meta<|>stasis$', undefined);
		checkHover('---\ntitle: meta<|>stasis\n---\n', undefined);
		checkHover('See https://x.org/meta<|>stasis here.', undefined);
		checkHover('See 10.1000/meta<|>stasis here.', undefined);
		checkHover('[text](meta<|>stasis)', undefined);
		checkHover('See [@meta<|>stasis].', undefined);
		checkHover('<!-- meta<|>stasis -->', undefined);
		checkHover('<span title="meta<|>stasis">x</span>', undefined);
	});

	test('nothing over other words, and nothing when switched off', () => {
		checkHover('Plain wo<|>rds.', undefined);
		checkHover('<|>', undefined);
		checkHover('meta<|>stasis', undefined, { hover: { enabled: false } });
	});
});
