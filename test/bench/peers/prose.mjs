// Tools that read prose. Each function analyses a text and gives the number of its findings.
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextPassive from 'retext-passive';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import retextStringify from 'retext-stringify';
import writeGoodRule from 'textlint-rule-write-good';
import writeGoodChecker from 'write-good';

const processor = retext()
	.use(retextEnglish)
	.use(retextPassive)
	.use(retextReadability)
	.use(retextRepeatedWords)
	.use(retextStringify);

export async function analyseWithRetext(text) {
	return (await processor.process(text)).messages.length;
}

export function analyseWithWriteGood(text) {
	return writeGoodChecker(text).length;
}

const kernel = new TextlintKernel();
const plugins = [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }];
const rules = [{ ruleId: 'write-good', rule: writeGoodRule.default ?? writeGoodRule }];

/** textlint without any rule: what its parsing alone takes. */
export function parseWithTextlint(text) {
	return lint(text, []);
}

export function analyseWithTextlint(text) {
	return lint(text, rules);
}

async function lint(text, chosen) {
	const { messages } = await kernel.lintText(text, { ext: '.md', filePath: 'manuscript.md', plugins, rules: chosen });
	return messages.length;
}
