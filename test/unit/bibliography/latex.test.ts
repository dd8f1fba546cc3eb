import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { latexToText, verbatimToText } from '../../../server/src/service/bibliography/bibtex/latex';

/** LaTeX and the text it stands for. */
const texts: readonly (readonly [latex: string, text: string])[] = [
	['plain text stays', 'plain text stays'],
	['{The {VEGFR1} Niche}', 'The VEGFR1 Niche'],
	['M{\\"u}ller', 'Müller'],
	['M\\"{u}ller', 'Müller'],
	['M\\"uller', 'Müller'],
	["Garc{\\'\\i}a", 'García'],
	["Garc\\'{\\i}a", 'García'],
	["{\\v{C}}ern{\\'y}", 'Černý'],
	["\\v Cern\\'y", 'Černý'],
	['{\\AA}ngstr{\\"o}m', 'Ångström'],
	['K\\aa re', 'Kåre'],
	['S{\\o}ren {\\O}rsted', 'Søren Ørsted'],
	['Stra{\\ss}e', 'Straße'],
	['{\\L}ukasz', 'Łukasz'],
	['Fran\\c{c}ois', 'François'],
	['Erd{\\H{o}}s', 'Erdős'],
	['\\c{S}ent{\\"u}rk, I\\u{g}d{\\i}r', 'Şentürk, Iğdır'],
	['\\textit{E. coli} and {\\it S. aureus}', 'E. coli and S. aureus'],
	['\\emph{in \\textbf{vivo}}', 'in vivo'],
	['TGF-$\\beta$ signalling', 'TGF-β signalling'],
	['{$\\alpha$}-SMA', 'α-SMA'],
	['{TNF}{\\textalpha} and \\textgreek{b}', 'TNFα and b'],
	['H$_2$O and Ca$^{2+}$', 'H₂O and Ca²⁺'],
	['10$^{-3}$ and IC$_{50}$', '10⁻³ and IC₅₀'],
	['$x_{max}$ and $2^k$', 'x_max and 2^k'],
	['\\textsuperscript{18}F-FDG and CO\\textsubscript{2}', '¹⁸F-FDG and CO₂'],
	['$p \\leq 0.05$, $\\sim$10\\%', 'p ≤ 0.05, ∼10%'],
	['$\\frac{1}{2}$', '1/2'],
	['\\ensuremath{\\gamma}', 'γ'],
	['\\(\\kappa\\)B', 'κB'],
	['5\\% \\& \\$10 \\#1 a\\_b \\{x\\}', '5% & $10 #1 a_b {x}'],
	['pages 1--10 --- and more', 'pages 1–10 — and more'],
	["``quoted'' and `single'", "“quoted” and ‘single'"],
	["O'Brien's", "O'Brien's"],
	['a~b\\ c\\,d', 'a b c d'],
	['line\n   break\tand  spaces', 'line break and spaces'],
	['\\url{https://example.org/a_b}', 'https://example.org/a_b'],
	['\\href{https://example.org}{the site}', 'the site'],
	['\\unknown{kept} \\dropped text', 'kept text'],
	['$\\unknown x$', 'unknownx'],
	['\\textregistered{} and \\texttrademark', '® and ™'],
	['<i>E. coli</i> H<sub>2</sub>O &amp; &lt;5', 'E. coli H2O & <5'],
	['p < 0.05 and a > b', 'p < 0.05 and a > b'],
	['AT&T', 'AT&T'],
	['{{{deep}}}', 'deep'],
	['unclosed {group', 'unclosed group'],
	['unopened} group', 'unopened group'],
	['ends in \\', 'ends in'],
	["\\'", ''],
	['e\u0301', 'é'],
	['日本 {\\"o}', '日本 ö'],
];

const addresses: readonly (readonly [latex: string, text: string])[] = [
	['https://example.org/a\\_b\\%20c', 'https://example.org/a_b%20c'],
	['http://example.org/{\\~{}}jane', 'http://example.org/~jane'],
	['http://example.org/\\textasciitilde jane', 'http://example.org/~ jane'],
	['10.1002/(SICI)1097-0215{\\#}1', '10.1002/(SICI)1097-0215#1'],
	['{10.1000/a{\\_}b}', '10.1000/a_b'],
	['\\url{https://example.org}', 'https://example.org'],
];

suite('LaTeX as plain text', () => {
	for (const [latex, text] of texts) test(latex, () => assert.equal(latexToText(latex), text));
	test('deep nesting is no danger', () => {
		const deep = `${"\\'{".repeat(100_000)}x`;
		assert.equal(typeof latexToText(deep), 'string');
	});
});

suite('LaTeX of addresses', () => {
	for (const [latex, text] of addresses) test(latex, () => assert.equal(verbatimToText(latex), text));
});
