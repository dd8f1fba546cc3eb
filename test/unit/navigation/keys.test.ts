import { suite, test } from 'node:test';
import { checkHoverTitle } from '../../support/check';
import { checkCitationsOfKey, checkLinks, checkRenamed } from '../../support/checkBibliography';

suite('The citations of a key', () => {
	test('everywhere in a manuscript', () =>
		checkCitationsOfKey(`//- /review.md
---
nocite: "@a, @b"
         ^^
---

Known [@a; see @b, and @a], as @{a<|>} says[^1].
       ^^
                       ^^
                               ^^^^^^^

[^1]: And -@a.
           ^^`));

	test('not in code, and not of longer keys', () =>
		checkCitationsOfKey(`//- /review.md
Known @<|>a, \`@a\`, @ab, @a:b, x@a and \\@a.
      ^^^^^
//- /refs.bib
@misc{a}`));

	test('no key, no citations', () => checkCitationsOfKey('//- /review.md\nKno<|>wn [@a].'));
});

suite('Rename', () => {
	test('a key in manuscript and bibliography', () => {
		checkRenamed(
			'//- /review.md\nKnown [@a<|>; @b] and @a.\n//- /refs.bib\n@misc{a,\n title = {a}}\n@misc{b, crossref = {a}}',
			'c2',
			['Known [@c2; @b] and @c2.', '@misc{c2,\n title = {a}}\n@misc{b, crossref = {c2}}'],
		);
	});

	test('with braces where the new key needs them, or where they were', () => {
		checkRenamed('//- /review.md\nKnown [@a<|>] and @{a}x.\n//- /refs.bib\n@misc{a}', 'c.', [
			'Known [@{c.}] and @{c.}x.',
			'@misc{c.}',
		]);
		checkRenamed('//- /review.md\nKnown [@a<|>] and @{a}x.\n//- /refs.bib\n@misc{a}', 'c', [
			'Known [@c] and @{c}x.',
			'@misc{c}',
		]);
	});

	test('in CSL JSON and YAML, in quotes where they are needed', () => {
		checkRenamed('//- /review.md\nSee @a<|>.\n//- /r.json\n[{"title": "a", "id": "a"}]', 'b"c', [
			'See @{b"c}.',
			'[{"title": "a", "id": "b\\"c"}]',
		]);
		checkRenamed('//- /review.md\nSee @7<|>.\n//- /r.json\n[{"id": 7}]', 'b', ['See @b.', '[{"id": "b"}]']);
		checkRenamed('//- /review.md\nSee @a<|>.\n//- /r.yaml\nreferences:\n- id: a\n  title: a', 'b', [
			'See @b.',
			'references:\n- id: b\n  title: a',
		]);
		checkRenamed('//- /review.md\nSee @a<|>.\n//- /r.yaml\nreferences:\n- id: a\n  title: a', '2005', [
			'See @2005.',
			'references:\n- id: "2005"\n  title: a',
		]);
	});

	test('a further key of an entry', () =>
		checkRenamed('//- /review.md\n@old<|>, @a.\n//- /refs.bib\n@misc{a, ids = {older, old}}', 'former', [
			'@former, @a.',
			'@misc{a, ids = {older, former}}',
		]));

	test('only the entry that is cited, of several with its key', () =>
		checkRenamed('//- /review.md\nSee @a<|>.\n//- /refs.bib\n@misc{a, title = {1}}\n@misc{a, title = {2}}', 'b', [
			'See @b.',
			'@misc{a, title = {1}}\n@misc{b, title = {2}}',
		]));

	test('refused: spaces, braces that do not match, what BibTeX cannot have', () => {
		for (const key of ['', 'a b', 'a{', 'a,b', 'a=b', 'a"b', 'a@b', 'a}b']) {
			checkRenamed('//- /review.md\nSee @a<|>.\n//- /refs.bib\n@misc{a}', key, undefined);
		}
	});

	test('refused where the place of the key is not certain', () =>
		checkRenamed('//- /review.md\nSee @a<|>.\n//- /r.yaml\n- {title: abc, id: a}', 'b', undefined));
});

suite('A key that is an identifier', () => {
	test('means the work that has it: the writer’s entry, else one of Metascribe’s', () => {
		checkHoverTitle(
			'//- /review.md\nKnown [@doi:10.1000/<|>abc].\n       ^^^^^^^^^^^^^^^^^^^\n//- /refs.bib\n@misc{a, title = {Seed}, doi = {10.1000/ABC}}',
			'**Seed**',
		);
		checkHoverTitle(
			'Known [@doi:10.1038/<|>nature04186].\n       ^^^^^^^^^^^^^^^^^^^^^^^^^^^',
			'**VEGFR1-positive progenitors initiate the pre-metastatic niche**',
		);
		checkHoverTitle('Known [@doi:10.1000/<|>none].', undefined);
	});
});

suite('Links', () => {
	test('of identifiers in a manuscript', () =>
		checkLinks(`//- /review.md
See doi:10.1038/nature04186, (10.1000/abc(1)d), PMID: 12345 and PMC1234567.
    ^^^^^^^^^^^^^^^^^^^^^^^ https://doi.org/10.1038/nature04186
                              ^^^^^^^^^^^^^^^ https://doi.org/10.1000/abc(1)d
                                                ^^^^^^^^^^^ https://pubmed.ncbi.nlm.nih.gov/12345/
                                                                ^^^^^^^^^^ https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/

Known [@doi:10.1000/x; @pmid:777].
       ^^^^^^^^^^^^^^ https://doi.org/10.1000/x
                       ^^^^^^^^^ https://pubmed.ncbi.nlm.nih.gov/777/`));

	test('of the fields of an entry', () =>
		checkLinks(`//- /refs.bib
@misc{a, doi = {10.1000/x}, pmid = "12", url = {https://x.org/a_b},
                ^^^^^^^^^ https://doi.org/10.1000/x
                                    ^^ https://pubmed.ncbi.nlm.nih.gov/12/
                                                ^^^^^^^^^^^^^^^^^ https://x.org/a_b
 note = {10.1000/y}}`));

	test('silent', () => {
		checkLinks('//- /review.md\nSection 10.2/3, `10.1000/x`, https://doi.org/10.1000/x and version 10.1000.');
		checkLinks('//- /refs.bib\n@misc{a, doi = {none}, url = {see the page}}\n@comment{doi = {10.1000/x}}');
	});
});
