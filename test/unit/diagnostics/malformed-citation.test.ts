import { suite, test } from 'node:test';
import { checkDiagnostics, checkFixed } from '../../support/check';

const LIBRARY = `
//- /refs.bib
@misc{a, title = {A}}
@misc{b, title = {B}}
@misc{c, title = {C}}
@misc{kaplan2005, title = {K}}`;

suite('malformed-citation', () => {
	test('a comma, a space or “and” between keys', () => {
		checkDiagnostics(`//- /review.md
Known [@a, @b].
      ^^^^^^^^ warning malformed-citation: “,” does not separate citations${LIBRARY}`);
		checkDiagnostics(`//- /review.md
Known [see @a, @b and -@c, p. 3].
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning malformed-citation: “,” does not separate citations${LIBRARY}`);
		checkDiagnostics(`//- /review.md
Known [@a @b].
      ^^^^^^^ warning malformed-citation: “ ” does not separate citations${LIBRARY}`);
		checkFixed(
			`//- /review.md\nKnown [see @a, @b and -@c, p. 3; @kaplan<|>2005].${LIBRARY}`,
			'Separate the keys',
			'Known [see @a; @b; -@c, p. 3; @kaplan2005].',
		);
	});

	test('a space after @', () => {
		checkDiagnostics(`//- /review.md
Known [@ kaplan2005] and @ a.
       ^^^^^^^^^^^^ warning malformed-citation: A space after “@” keeps “kaplan2005” from being a citation
                         ^^^ warning malformed-citation: A space after “@” keeps “a”${LIBRARY}`);
		checkFixed(`//- /review.md\nKnown [@ kap<|>lan2005].${LIBRARY}`, 'Remove', 'Known [@kaplan2005].');
	});

	test('a citation behind the full stop', () => {
		checkDiagnostics(`//- /review.md
The niche was seen in mice. [@a] It was seen in men, too [@b].
                            ^^^^ information malformed-citation: This citation stands behind the full stop${LIBRARY}`);
		checkDiagnostics(`//- /review.md
It was seen in men, too [@b]. The niche was seen in mice.[@a]
                                                         ^^^^ information malformed-citation: This citation${LIBRARY}`);
		checkFixed(
			`//- /review.md\nThe niche was seen. [@<|>a] So was it in men [@b].${LIBRARY}`,
			'Put the citation',
			'The niche was seen [@a]. So was it in men [@b].',
		);
	});

	test('silent', () => {
		for (const text of [
			'Known [@a; @b], @a, @b and @c [p. 3; @b].',
			'Known [see @a, p. 3, and compare @b].',
			'Known [@a, cited in @b].',
			'Doses of 5 mg @ 10 mL and [@ 37 °C] were given.',
			'`[@a, @b]`, `@ a` and $[@a, @b]$',
			'Mail me @ home.',
			'As shown by Paget et al. [@a] in mice.',
			'As shown by Paget et al. [@a]',
			'In mice (e.g. [@a]) it was.',
			'Is it so? It is [@a].',
			'One.[@a] Two.[@b] Three.[@c] This style is kept throughout.[@a]',
		]) {
			checkDiagnostics(`//- /review.md\n${text}${LIBRARY}`);
		}
	});
});
