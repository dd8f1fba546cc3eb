import { suite, test } from 'node:test';
import { checkAccepted, checkCompletion } from '../../support/check';

const LIBRARY = `
//- /refs.bib
@article{muller2019, title = {Bone marrow niches}, author = {Müller, Anna and Kang, Yibin}, year = 2019, journal = {Cell}}
@article{psaila2009, title = {Adapting the foreign soil}, author = {Psaila, B. and Lyden, D.}, year = 2009, journal = {Nat Rev Cancer}}
`;

const review = (text: string): string => `//- /review.md\n${text}${LIBRARY}`;
const ALL = ['muller2019', 'psaila2009', 'kaplan2005'];

suite('Completion of citations', () => {
	test('where a citation can stand', () => {
		checkCompletion(review('Known [@<|>'), ALL);
		checkCompletion(review('Known [@<|>].'), ALL);
		checkCompletion(review('Known [@x; @<|>].'), ALL);
		checkCompletion(review('Known [see -@<|>].'), ALL);
		checkCompletion(review('As @<|>'), ALL);
		checkCompletion(review('# Heading @<|>'), ALL);
		checkCompletion(review('- item [@<|>'), ALL);
		checkCompletion(review('Text^[note [@<|>]]'), ALL);
	});

	test('nowhere else', () => {
		for (const text of [
			'Known <|>',
			'me@<|>',
			'me@exam<|>',
			'`@<|>`',
			'```\n@<|>\n```',
			'$@<|>$',
			'\\@<|>',
			'<!-- @<|> -->',
			'---\na: "@<|>"\n---\n',
			'<https://x.org/@<|>>',
			'[text](x@<|>)',
		]) {
			checkCompletion(review(text), undefined);
		}
	});

	test('by author, title, year and key, without diacritics, several words, one typo', () => {
		checkCompletion(review('[@muller<|>'), ['muller2019']);
		checkCompletion(review('[@Müll<|>'), ['muller2019']);
		checkCompletion(review('[@marrow<|>'), ['muller2019']);
		checkCompletion(review('[@2009<|>'), ['psaila2009']);
		checkCompletion(review('[@foreign lyden<|>'), ['psaila2009']);
		checkCompletion(review('[@psalia<|>'), ['psaila2009']);
		checkCompletion(review('[@lyden<|>'), ['psaila2009', 'kaplan2005']);
		checkCompletion(review('[@nobody<|>'), []);
	});

	test('what is cited already comes first', () =>
		checkCompletion(review('Known [@psaila2009]. More [@<|>'), ['psaila2009', 'muller2019', 'kaplan2005']));

	test('built-in references can be switched off, and stand back where the writer has the work', () => {
		checkCompletion(review('[@kap<|>'), [], { completion: { builtInReferences: false } });
		checkCompletion(
			'//- /review.md\n[@kap<|>\n//- /refs.bib\n@article{mine, title = {X}, author = {Kaplan, R.}, doi = {10.1038/nature04186}}',
			['mine'],
		);
	});

	test('accepting replaces what was typed, and the rest of a key', () => {
		checkAccepted(review('Known [@mul<|>].'), 'Known [@muller2019].');
		checkAccepted(review('Known [@foreign soil<|>].'), 'Known [@psaila2009].');
		checkAccepted(review('Known [@psa<|>ila19].'), 'Known [@psaila2009].');
		checkAccepted(review('As @mul<|> says.'), 'As @muller2019 says.');
		checkAccepted(review('As @mul<|>'), 'As [@muller2019]', { completion: { brackets: true } });
		checkAccepted(review('As [@mul<|>'), 'As [@muller2019', { completion: { brackets: true } });
	});
});
