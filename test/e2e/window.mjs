// VS Code's window, worked with mouse and keyboard. The selectors are VS Code's own business: when a newer host is taken
// in, this is where they change.
import assert from 'node:assert/strict';
import { remoteUri, workbenchUrl } from './lib.mjs';

const slow = 60_000;
const hoverTries = 6;
const hoverWait = 3_000;

/** Opens a file of the workspace and waits for its text. */
export async function openFile(page, server, name) {
	await page.goto(workbenchUrl(server, [['openFile', remoteUri(server, `${server.folders.workspace}/${name}`)]]));
	await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: slow });
	await page.locator('.monaco-editor .view-lines .view-line').first().waitFor({ timeout: slow });
}

/** Waits for the first squiggle; the server is up when it comes. */
export async function waitForSquiggle(page) {
	await squiggles(page).first().waitFor({ state: 'attached', timeout: slow });
}

export function squiggles(page) {
	return page.locator('.monaco-editor [class*="squiggly-"]');
}

/** The box of some words on the screen; tokens may split them into several elements. */
export async function boxOf(page, words) {
	const found = await page.waitForFunction(findWords, words).catch(() => undefined);
	const box = await found?.jsonValue();
	assert.ok(box && box.width > 0, `${JSON.stringify(words)} is on the screen`);
	return { ...box, centreX: box.x + box.width / 2, centreY: box.y + box.height / 2 };
}

/** The colour in which some words are drawn. */
export async function colourOf(page, words) {
	return (await boxOf(page, words)).colour;
}

/** Rests the mouse on the words until a hover with the expected words comes; what the hover says. */
export async function hoverOver(page, words, expected) {
	const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').filter({ hasText: expected }).first();
	for (let tries = 1; ; tries++) {
		const box = await boxOf(page, words);
		await page.mouse.move(box.centreX + 150, box.centreY + 150);
		await page.mouse.move(box.centreX, box.centreY, { steps: 4 });
		try {
			await hover.waitFor({ timeout: hoverWait });
			return (await hover.textContent()).replaceAll('\u00a0', ' ').trim();
		} catch (error) {
			// A busy extension host may answer with nothing at first.
			if (tries === hoverTries) {
				throw error;
			}
		}
	}
}

export async function leaveHover(page) {
	await page.keyboard.press('Escape');
	await page.mouse.move(2, 2);
	await page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first().waitFor({ state: 'hidden' });
}

/** Puts the cursor behind the last letter of the words. */
export async function clickAtEnd(page, words) {
	const box = await boxOf(page, words);
	await page.mouse.click(box.x + box.width - 1, box.centreY);
}

/** The rows of the list of suggestions. */
export function suggestions(page) {
	return page.locator('.suggest-widget.visible .monaco-list-row');
}

/** The text of the line that has these words in it. */
export async function lineWith(page, words) {
	const lines = await page.locator('.monaco-editor .view-lines .view-line').allInnerTexts();
	return lines.map((line) => line.replaceAll('\u00a0', ' ')).find((line) => line.includes(words));
}

/** Opens the Problems panel; its rows. */
export async function openProblems(page) {
	if (!(await page.locator('.markers-panel').isVisible())) {
		await page.keyboard.press('Control+Shift+M');
	}
	await page.locator('.markers-panel').waitFor();
	return page.locator('.markers-panel .monaco-list-row');
}

/** Runs in the page. */
function findWords(words) {
	for (const line of document.querySelectorAll('.monaco-editor .view-lines .view-line')) {
		// The editor draws a space as U+00A0.
		const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(words);
		if (start < 0) {
			continue;
		}
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		let colour;
		let offset = 0;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const end = offset + node.data.length;
			if (colour === undefined && start < end) {
				range.setStart(node, start - offset);
				colour = getComputedStyle(node.parentElement).color;
			}
			if (colour !== undefined && start + words.length <= end) {
				range.setEnd(node, start + words.length - offset);
				break;
			}
			offset = end;
		}
		const { x, y, width, height } = range.getBoundingClientRect();
		return { x, y, width, height, colour };
	}
	return undefined;
}
