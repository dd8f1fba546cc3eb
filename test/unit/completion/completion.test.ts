import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { checkAccepted, checkCompletion, completionItems } from '../../support/check';

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

	test('what is cited near comes before what is cited far away', () =>
		checkCompletion(review(`Known [@muller2019].\n\n${'Much text. '.repeat(900)}\n\nKnown [@psaila2009]. More [@<|>`), [
			'psaila2009',
			'muller2019',
			'kaplan2005',
		]));

	test('what fits the sentence comes first, typed or not', () => {
		checkCompletion(review('They adapt to foreign soil [@<|>'), ['psaila2009', 'muller2019', 'kaplan2005']);
		checkCompletion(review('Marrow has its niches [@<|>'), ['muller2019', 'psaila2009', 'kaplan2005']);
		checkCompletion(review('They adapt to foreign soil [@20<|>'), ['psaila2009', 'muller2019', 'kaplan2005']);
	});

	test('not behind a key that is there in full', () => {
		for (const text of [
			'[@muller2019 <|>',
			'[@muller2019, p. 3<|>',
			'As @psaila2009 showed that<|>',
			'As @muller2019. Next<|>',
		]) {
			checkCompletion(review(text), undefined);
		}
		checkCompletion(review('[@muller2019<|>'), ['muller2019']);
		checkCompletion(review('[@muller bone<|>'), ['muller2019']);
	});

	test('beside the Quarto extension, what that does not find', () => {
		const beside = { fit: true, besideQuarto: true };
		checkCompletion(review('[@mull<|>'), [], {}, beside);
		checkCompletion(review('[@<|>'), ['kaplan2005'], {}, beside);
		checkCompletion(review('[@marrow niches<|>'), ['muller2019'], {}, beside);
		checkCompletion(review('[@marrow<|>'), undefined, { completion: { quarto: 'defer' } }, beside);
		checkCompletion(review('[@mull<|>'), ['muller2019'], { completion: { quarto: 'all' } }, beside);
		checkCompletion(review('[@mull<|>'), ['muller2019'], { completion: { quarto: 'defer' } });
	});

	test('an item names the paper, and the editor can filter it by key, author, year and title', () => {
		const [item] = completionItems(review('[@marrow<|>'));
		assert.deepEqual(item, {
			key: 'muller2019',
			newText: 'muller2019',
			label: 'Müller & Kang 2019',
			title: 'Bone marrow niches',
			journal: 'Cell',
			filterText: 'marrow muller2019 Müller Kang 2019 Bone marrow niches',
			isBuiltIn: false,
		});
		const long = `\n@article{long, title = {${'A title without end '.repeat(20)}}, author = {${'Name, A. and '.repeat(40)}Last, B.}, year = 2020}`;
		const [other] = completionItems(`${review('[@title<|>')}${long}`);
		assert.match(other?.filterText ?? '', /^title long (?:Name ){4}2020 A title without end A title/);
		assert.equal(other?.filterText.length, 128);
		assert.ok((other?.title.length ?? 0) <= 72);
	});

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
		checkAccepted(review('As @{mul<|>'), 'As @{muller2019}');
		checkAccepted(review('As [@{mul<|>}].'), 'As [@{muller2019}].');
		const odd = '\n@misc{a(b)/, title = {Oddity}}';
		checkAccepted(`${review('As @oddi<|>')}${odd}`, 'As @{a(b)/}');
		checkAccepted(`${review('As @{oddi<|>')}${odd}`, 'As @{a(b)/}');
	});
});
