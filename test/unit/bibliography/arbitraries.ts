import fc from 'fast-check';

/** Pieces that bibliographies are made of, whole and broken, so that random texts hit the grammar and its edges. */
const bibtexPieces = [
	'@article{a1,\n  title = {The Niche},\n  author = {Kaplan, R. N. and Lyden, David},\n  year = 2005\n}\n\n',
	'@article{a2, title = "Two", journal = nat, year = {2006}}\n',
	'@book{whole, title = {Whole}, year = 1999}\n',
	'@incollection{part, crossref = {whole}, title = {Part}}\n',
	'@string{nat = "Nature"}\n',
	'@string{nat = "Nature Reviews"}\n',
	'@comment{a comment}\n',
	'@comment{unclosed\n',
	'@comment no group\n',
	'@preamble{"x"}\n',
	'@misc{b, title = {Unclosed\n',
	'@misc{c, title = {Extra}}, year = 2000}\n',
	'@misc{d title = {X}}\n',
	'@misc{, title = {No key}}\n',
	'@online{e, ids = {e1, e2}, url = {https://example.org/%7Ea}}\n',
	'% a comment @article{no, }\n',
	'jane@example.org ',
	'@article{',
	'@',
	'{',
	'}',
	'"',
	',',
	'=',
	'#',
	'%',
	'\\',
	'(',
	')',
	'\n',
	' ',
	'title = {x},\n',
	'  year = 2000,\n',
	"\\'{e}",
	'é',
	'😀',
	'\u0301',
];

const jsonPieces = [
	'[',
	']',
	'{',
	'}',
	',',
	':',
	'"',
	'\n',
	'{"id": "a", "type": "article-journal", "title": "T <i>x</i>", "issued": {"date-parts": [[2005]]}}',
	'{"id": 5, "author": [{"family": "Kaplan", "given": "R"}]},\n',
	'{"title": "no id"},',
	'{"id": "b", "title": "unclosed',
	'{"references": [',
	'"id": "c"',
	'\\',
	'😀',
];

const yamlPieces = [
	'---\n',
	'references:\n',
	'- id: a\n  title: The Niche\n  issued: {year: 2005}\n',
	'- title: second\n  id: "b c"\n',
	'  - id: c\n    abstract: |\n      several\n      lines\n',
	'- {id: d, title: flow}\n',
	'- id: [broken\n',
	'- title: no id\n',
	'- id: *alias\n',
	'other:\n- x\n- id: no\n',
	'# a comment\n',
	'...\n',
	'\n',
	' ',
	'-',
	'id:',
	'\t',
	'"',
	'😀',
];

/** A text in pieces, with a file name that says what it should be read as. */
export const files: fc.Arbitrary<{ readonly uri: string; readonly pieces: readonly string[] }> = fc.oneof(
	fileOf('file:///refs.bib', bibtexPieces),
	fileOf('file:///refs.json', jsonPieces),
	fileOf('file:///refs.yaml', yamlPieces),
);

function fileOf(uri: string, pieces: readonly string[]) {
	const piece = fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...pieces) },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
	);
	return fc.record({ uri: fc.constant(uri), pieces: fc.array(piece, { maxLength: 14 }) });
}
