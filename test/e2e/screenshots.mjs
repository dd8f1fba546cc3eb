// Pictures for the README, of the packed extension on the sample review, 1280 by 800, light and dark:
//   node test/e2e/screenshots.mjs [folder]        (client/media by default)
import fs from 'node:fs';
import path from 'node:path';
import { findBrowser, launchBrowser, openPage } from './browser.mjs';
import { installHost, root } from './hosts.mjs';
import { log, packExtension, startServer } from './lib.mjs';
import { testSettings } from './settings.mjs';
import { clickAtEnd, hoverOver, leaveHover, openFile, openProblems, suggestions, waitForSquiggle } from './window.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(root, 'client/media'));
const viewport = { width: 1280, height: 800 };
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
/** Room for the text: what a reader of the README does not need to see is put away. */
const pictureSettings = {
	...testSettings,
	'[markdown]': { 'editor.wordWrap': 'bounded', 'editor.wordWrapColumn': 96 },
	'editor.fontSize': 15,
	'editor.lineHeight': 1.6,
	'editor.renderLineHighlight': 'none',
	'editor.renderWhitespace': 'none',
	'workbench.colorCustomizations': { 'editor.rangeHighlightBackground': '#00000000' },
	'editor.stickyScroll.enabled': false,
	'editor.suggest.showStatusBar': false,
	'breadcrumbs.enabled': false,
	'window.commandCenter': false,
	'workbench.layoutControl.enabled': false,
	'workbench.activityBar.location': 'hidden',
	'workbench.statusBar.visible': false,
};

fs.mkdirSync(folder, { recursive: true });
const host = installHost('current');
const vsix = packExtension();
const browser = await launchBrowser(host, findBrowser());
try {
	for (const [name, theme] of Object.entries(themes)) {
		const settings = { ...pictureSettings, 'workbench.colorTheme': theme };
		const server = await startServer(host, { workspace: path.join(root, 'client/sample'), settings, vsix });
		try {
			await takePictures(server, name);
		} finally {
			await server.discard();
		}
	}
} finally {
	await browser.close();
}

async function takePictures(server, theme) {
	const page = await openPage(browser, server, { viewport });
	page.setDefaultTimeout(30_000);
	const picture = async (subject) => {
		const file = path.join(folder, `${subject}-${theme}.png`);
		await page.screenshot({ path: file });
		log(path.relative(root, file));
	};
	await openFile(page, server, 'review.md');
	await waitForSquiggle(page);
	// The side bar goes: the text is what matters.
	await page.keyboard.press('Control+B');

	await hoverOver(page, '**pre-metastatic niche**', 'before tumour cells arrive');
	await picture('hover');
	await leaveHover(page);

	const problems = await openProblems(page);
	await problems.filter({ hasText: 'unsupported-claim' }).first().click();
	await picture('problems');
	await page.keyboard.press('Control+J');

	await page.keyboard.press('Control+1');
	await page.keyboard.press('Control+End');
	await clickAtEnd(page, 'felt');
	await page.keyboard.press('End');
	await page.keyboard.type(' [@hosseini early', { delay: 40 });
	await suggestions(page).first().waitFor();
	// Unfolds what there is to know of the reference.
	await page.keyboard.press('Control+Space');
	await page.locator('.suggest-details-container .suggest-details').waitFor();
	await picture('suggestion');
	await page.context().close();
}
