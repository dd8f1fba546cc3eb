import { suite, test } from 'node:test';
import { checkDiagnostics, checkFixed, checkFixes } from '../../support/check';

const LIBRARY = '\n//- /refs.bib\n@article{paget1889, title = {Seed and soil}, author = {Paget, S.}, year = 1889}';

suite('unknown-citation', () => {
	test('a key that no bibliography has', () =>
		checkDiagnostics(`//- /review.md
Known [@nobody1999; @paget1889] of old.
       ^^^^^^^^^^^ warning unknown-citation: No reference has the key “nobody1999”, so the citation will come out empty. Add it${LIBRARY}`));

	test('a key with a slip of the pen', () => {
		checkDiagnostics(`//- /review.md
@paget1989 said so.
^^^^^^^^^^ warning unknown-citation: No reference has the key “paget1989”, so the citation will come out empty. Did you mean “paget1889”?${LIBRARY}`);
		checkFixes(`//- /review.md\n@paget<|>1989 said so.${LIBRARY}`, [
			'Change to @paget1889',
			'Ignore “unknown-citation” in this line',
		]);
		checkFixed(`//- /review.md\n@paget<|>1989 said so.${LIBRARY}`, 'Change to', '@paget1889 said so.');
	});

	test('a work that Metascribe knows and the bibliography lacks', () =>
		checkDiagnostics(`//- /review.md
Seen [@kaplan2005].
      ^^^^^^^^^^^ warning unknown-citation: No reference has the key “kaplan2005”, so the citation will come out empty. Metascribe knows the work${LIBRARY}`));

	test('an address with an at sign, and what to do about it', () => {
		checkDiagnostics(`//- /review.md
See https://x.org/@nobody and <https://x.org/@nobody>.
                  ^^^^^^^ warning unknown-citation: Pandoc reads “@nobody” in a bare address as a citation${LIBRARY}`);
	});

	test('without any bibliography it is said once', () =>
		checkDiagnostics(`
			Known [@a; @b] and [@c].
			       ^^ warning unknown-citation: This document has no bibliography, so the key “a” cannot be resolved. Neither can the 2 after it.
		`));

	test('silent', () => {
		for (const text of [
			'Known [@paget1889] and @paget1889 [p. 571].',
			'See @fig-volcano and @tbl-stage.',
			'See [@doi:10.1000/x; @pmid:123; @url:https://x.org].',
			'`[@nobody]`, $@nobody$, me@nobody.org, \\@nobody',
			'---\nnote: "[@nobody]"\n---\n\nText.',
			'<!-- metascribe-disable-next-line unknown-citation -->\nKnown [@nobody].',
			'<!-- metascribe-disable -->\n\nKnown [@nobody].\n\nAnd [@noone].',
			'<!-- metascribe-disable unknown-citation -->\n\nKnown [@nobody].\n\n<!-- metascribe-enable unknown-citation -->',
		]) {
			checkDiagnostics(`//- /review.md\n${text}${LIBRARY}`);
		}
		checkDiagnostics(`//- /review.md\nKnown [@nobody].${LIBRARY}`, { diagnostics: { 'unknown-citation': 'off' } });
		checkDiagnostics(`//- /review.md\nKnown [@nobody].${LIBRARY}`, { diagnostics: { enabled: false } });
	});

	test('its severity is what the setting says', () =>
		checkDiagnostics(`//- /review.md\nKnown [@nobody].\n       ^^^^^^^ hint unknown-citation: No reference${LIBRARY}`, {
			diagnostics: { 'unknown-citation': 'hint' },
		}));

	test('an enabled rule is reported again after the range that disables it', () =>
		checkDiagnostics(`//- /review.md
<!-- metascribe-disable unknown-citation -->

Known [@nobody].

<!-- metascribe-enable unknown-citation -->

Known [@nobody].
       ^^^^^^^ warning unknown-citation: No reference${LIBRARY}`));
});
