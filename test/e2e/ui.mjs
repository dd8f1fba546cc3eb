// The packed and installed extension, used as a writer uses it: with mouse and keyboard, reading what is on the screen.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openPage } from './browser.mjs';
import {
	clickAtEnd,
	colourOf,
	hoverOver,
	leaveHover,
	lineWith,
	openFile,
	openProblems,
	squiggles,
	suggestions,
	waitForSquiggle,
} from './window.mjs';

const patience = 30_000;
/** Rows that a list shows at once. */
const longestList = 12;

/** Goes through the steps, with a screenshot after each; a list of `{title, error?}` up to the first that failed. */
export async function runInterface(server, browser, screenshots) {
	fs.rmSync(screenshots, { recursive: true, force: true });
	fs.mkdirSync(screenshots, { recursive: true });
	const page = await openPage(browser, server);
	page.setDefaultTimeout(patience);
	const results = [];
	try {
		await openFile(page, server, 'review.md');
		for (const [index, [title, step]] of Object.entries(steps).entries()) {
			const error = await step(page).catch((reason) => String(reason.stack ?? reason));
			const name = `${index + 1}-${title.replaceAll(' ', '-')}${error === undefined ? '' : '-FAILED'}.png`;
			await page.screenshot({ path: path.join(screenshots, name) });
			results.push(error === undefined ? { title } : { title, error });
			if (error !== undefined) {
				break;
			}
		}
	} finally {
		await page.context().close();
	}
	return results;
}

/** One after the other, on one file: a step starts where the one before it ended. */
const steps = {
	'squiggles appear': async (page) => {
		await waitForSquiggle(page);
		await until(async () => (await squiggles(page).count()) >= 2, 'two squiggles');
	},
	'a citation key has a colour of its own': async (page) => {
		await until(
			async () => (await colourOf(page, 'kaplan2005')) !== (await colourOf(page, 'bone marrow')),
			'the colour',
		);
	},
	'resting on a term explains it': async (page) => {
		const text = await hoverOver(page, 'pre-metastatic niche', 'before tumour cells arrive');
		assert.match(text, /Kaplan et al\. 2005/);
	},
	'resting on a citation key shows the reference': async (page) => {
		await leaveHover(page);
		const text = await hoverOver(page, 'kaplan2005', 'bone marrow progenitors');
		assert.match(text, /10\.1038\/nature04186/);
	},
	'resting on a squiggle says what is wrong': async (page) => {
		await leaveHover(page);
		const text = await hoverOver(page, 'Studies have shown', 'unsupported-claim');
		assert.match(text, /metascribe/i);
	},
	'typing offers references': async (page) => {
		await leaveHover(page);
		await clickAtEnd(page, 'bone metastases.');
		await page.keyboard.press('Control+End');
		await page.keyboard.type('The soil matters, too [@', { delay: 40 });
		await suggestions(page).filter({ hasText: 'kaplan2005' }).first().waitFor();
	},
	'an offer is accepted': async (page) => {
		await page.keyboard.type('fidl', { delay: 40 });
		await accept(page, 'fidler2003');
		await expectLine(page, 'The soil matters', 'The soil matters, too [@fidler2003]');
	},
	'offers are found by a word of the title': async (page) => {
		await page.keyboard.press('End');
		await page.keyboard.type('\nIntegrins choose the organ [@exosome', { delay: 40 });
		await accept(page, 'Hoshino et al. 2015');
		await expectLine(page, 'Integrins choose', 'Integrins choose the organ [@hoshino2015tumour]');
	},
	'offers are found by author and word together': async (page) => {
		await page.keyboard.press('End');
		await page.keyboard.type('\nThe niche comes first [@kaplan preparing', { delay: 40 });
		await accept(page, 'Kaplan et al. 2006');
		await expectLine(page, 'The niche comes', 'The niche comes first [@kaplan2006preparing]');
	},
	'an offer is found by author, word and year, and named by its title': async (page) => {
		await page.keyboard.press('End');
		await page.keyboard.type('\nSo it was seen [@kaplan niche 2005', { delay: 40 });
		await accept(page, 'VEGFR1-positive');
		await expectLine(page, 'So it was seen', 'So it was seen [@kaplan2005]');
	},
	'a citation is inserted by searching': async (page) => {
		await page.keyboard.press('End');
		await page.keyboard.type('\nAn old thought', { delay: 40 });
		await page.keyboard.press('Escape');
		await runCommand(page, 'Metascribe: Insert Citation');
		await page.locator('.quick-input-title', { hasText: 'Insert Citation' }).waitFor();
		await page.keyboard.type('fidler pathogenesis 2003', { delay: 40 });
		const found = page.locator('.quick-input-widget .quick-input-list .monaco-list-row', { hasText: 'fidler2003' });
		await found.first().waitFor();
		await page.keyboard.press('Enter');
		await expectLine(page, 'An old thought', 'An old thought [@fidler2003]');
	},
	'a sentence is cited with what fits it': async (page) => {
		await page.keyboard.press('End');
		await page.keyboard.type('\n\nBone marrow progenitors initiate the pre-metastatic niche.', { delay: 10 });
		await runCommand(page, 'Metascribe: Cite This Sentence');
		const first = page
			.locator('.quick-input-widget .quick-input-list .monaco-list-row', { hasText: 'matches: ' })
			.first();
		await first.waitFor();
		assert.match(await first.textContent(), /Kaplan et al\. 2005/);
		await page.keyboard.press('Enter');
		await expectLine(page, 'Bone marrow', 'Bone marrow progenitors initiate the pre-metastatic niche [@kaplan2005].');
	},
	'the Problems panel lists the findings': async (page) => {
		const rows = await openProblems(page);
		await rows.filter({ hasText: 'unknown-citation' }).first().waitFor();
		await rows.filter({ hasText: 'unsupported-claim' }).first().waitFor();
	},
	'a quick fix corrects a mistyped key': async (page) => {
		await clickAtEnd(page, 'paget18');
		await page.keyboard.press('Control+.');
		await takeFromList(page, '.action-widget', 'paget1889');
		await until(
			async () => (await lineWith(page, 'Paget compared'))?.includes('[@paget1889, p. 571]'),
			'the correction',
		);
		const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'paget1890' });
		await until(async () => (await rows.count()) === 0, 'the finding to go');
	},
};

/** Runs a command of the palette. */
async function runCommand(page, title) {
	await page.keyboard.press('F1');
	const palette = page.locator('.quick-input-widget');
	await palette.locator('.quick-input-list .monaco-list-row').first().waitFor();
	await page.keyboard.type(title, { delay: 10 });
	await palette.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
	await page.keyboard.press('Enter');
}

/** Takes an offer of the suggestion list. */
async function accept(page, key) {
	await takeFromList(page, '.suggest-widget.visible', key);
}

/** Goes down a list to the row with the text, and takes it. The keyboard, since an older VS Code shields such lists. */
async function takeFromList(page, list, text) {
	await page.locator(`${list} .monaco-list-row`, { hasText: text }).first().waitFor();
	const focused = page.locator(`${list} .monaco-list-row.focused`);
	for (let row = 0; row < longestList && !(await focused.textContent()).includes(text); row++) {
		await page.keyboard.press('ArrowDown');
	}
	await page.keyboard.press('Enter');
}

async function expectLine(page, words, expected) {
	await until(async () => (await lineWith(page, words)) === expected, expected);
}

async function until(ask, what) {
	const end = Date.now() + patience;
	while (!(await ask())) {
		assert.ok(Date.now() < end, `waited in vain for: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
