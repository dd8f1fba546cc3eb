import { suite, test } from 'node:test';
import { checkHover, checkHoverTitle } from '../../support/check';
import { dedent } from '../../support/fixture';

suite('Hover', () => {
	test('over a term: what it is, on whose evidence, what it is not', () =>
		checkHover(
			`
			The pre-metastatic ni<|>che forms.
			    ^^^^^^^^^^^^^^^^^^^^^^^
			`,
			dedent(`
				**Pre-metastatic niche** · _Niche and microenvironment_

				A distant site altered before tumour cells arrive.

				**Mind\\:** Not the metastatic niche.

				**Sources\\:** [Kaplan et al. 2005](<https://doi.org/10.1038/nature04186>) _Nature_

				**See also\\:** Metastasis
			`).replaceAll('\\:', ':'),
		));

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
