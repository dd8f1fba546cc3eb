import { suite, test } from 'node:test';
import { checkDiagnostics, checkFixed } from '../../support/check';

const LIBRARY =
	'\n//- /refs.bib\n@article{coleman1987, title = {Bone metastases in patients with advanced breast cancer}, author = {Coleman, R. and Rubens, R.}, year = 1987}';
const NEEDED = 'warning unsupported-claim: Citation needed: ';

suite('unsupported-claim', () => {
	test('what studies have shown, and a statistic', () => {
		checkDiagnostics(`
			Studies have shown that 70% of patients with breast cancer develop bone metastases.
			^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NEEDED}reports what studies have shown. Nothing cited here supports it.
		`);
	});

	test('the finding is the sentence, exactly', () => {
		checkDiagnostics(`
			We close. Studies have shown that *70%* of patients relapse. 😀 We go on.
			          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NEEDED}
		`);
		checkDiagnostics(`
			- Studies have shown that 70% of patients relapse.
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NEEDED}
		`);
	});

	test('silent where the claim is supported', () => {
		for (const text of [
			'Studies have shown that 70% of patients relapse [@coleman1987].',
			'@coleman1987 showed that 70% of patients relapse.',
			'Studies have shown that 70% of patients relapse.[^1]\n\n[^1]: In [@coleman1987].',
			'Studies have shown that 70% of patients relapse^[See [@coleman1987].].',
			'Studies have shown that 70% of patients relapse (Coleman and Rubens, 1987).',
			'Studies have shown that 70% of patients relapse [3–5].',
			'Mao and colleagues (2019) reported that 70% of patients relapse.',
			'Coleman (1987) reported that 70% of patients relapse.',
		]) {
			checkDiagnostics(`//- /review.md\n${text}${LIBRARY}`);
		}
	});

	test('a citation after the full stop supports its sentence too', () =>
		checkDiagnostics(`//- /review.md\nStudies have shown that 70% of patients relapse. [@coleman1987]${LIBRARY}`, {
			diagnostics: { 'malformed-citation': 'off' },
		}));

	test('silent where nothing is claimed', () => {
		const claim = 'Studies have shown that 70% of patients relapse.';
		for (const text of [
			`# ${claim}`,
			`\`\`\`\n${claim}\n\`\`\``,
			`As code\n\n    ${claim}`,
			`$$ ${claim} $$`,
			`---\nabstract: ${claim}\n---\n`,
			`| a |\n|---|\n| ${claim} |`,
			`| a |\n|---|\n| b |\n\n: ${claim}`,
			`**Figure 2.** ${claim}`,
			`![${claim}](a.png)`,
			`# Abstract\n\n${claim}`,
			`# References\n\n${claim}`,
			`<!-- ${claim} -->`,
			`<div>\n${claim}\n</div>`,
			`\\begin{figure}\n${claim}\n\\end{figure}`,
			'In this review, we ask how 70% of patients relapse.',
			'Is it true that 70% of patients relapse?',
			'Studies have shown that 70% of patients relapse',
		]) {
			checkDiagnostics(text);
		}
	});

	test('silent where the writer says so', () => {
		const claim = 'Studies have shown that 70% of patients relapse.';
		checkDiagnostics(`<!-- metascribe-disable-next-line unsupported-claim -->\n${claim}`);
		checkDiagnostics(`<!-- metascribe-disable-next-line -->\n\n${claim}`);
		checkDiagnostics(claim, { diagnostics: { 'unsupported-claim': 'off' } });
		checkDiagnostics(
			`<!-- metascribe-disable-next-line unknown-citation -->\n${claim}\n${'^'.repeat(claim.length)} ${NEEDED}`,
		);
	});

	test('the fix cites before the full stop', () =>
		checkFixed(
			`//- /review.md\nStudies have shown that 70% of pat<|>ients with breast cancer develop bone metastases.${LIBRARY}`,
			'Cite Coleman & Rubens 1987: ',
			'Studies have shown that 70% of patients with breast cancer develop bone metastases [@coleman1987].',
		));

	test('the fix that ignores it puts a comment above the line', () =>
		checkFixed(
			'First.\n\nStudies have shown that 70% of pat<|>ients relapse.',
			'Ignore',
			'First.\n\n<!-- metascribe-disable-next-line unsupported-claim -->\nStudies have shown that 70% of patients relapse.',
		));
});
