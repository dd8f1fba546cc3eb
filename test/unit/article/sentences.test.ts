import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseArticle } from '../../../server/src/service/article/article';

/** `¦` marks where a sentence ends; everything else is as written. */
function checkSentences(marked: string): void {
	const text = marked.replaceAll(' ¦ ', ' ');
	const { blocks } = parseArticle({ uri: 'u', version: 1, text });
	const sentences = blocks.flatMap(({ start, content }) =>
		content.sentences.map((sentence) => text.slice(start + sentence.start, start + sentence.end)),
	);
	assert.equal(sentences.join(' ¦ '), marked);
}

suite('Sentences', () => {
	for (const marked of [
		'Kaplan et al. showed it in 2005. ¦ Others followed.',
		'It was shown by Kaplan et al. ¦ The authors used mice.',
		'As in Fig. 2A, cells grew (Fig. 3). ¦ They spread, e.g. to bone, i.e. marrow.',
		'E. coli was used. ¦ S. aureus was not.',
		'Tumours lost p53. ¦ This was confirmed.',
		'Seen in vivo. ¦ HER2+ cells grew. ¦ miR-200 fell. ¦ mTOR rose. ¦ α-SMA stayed. ¦ c-MET too.',
		'Patients took vitamin D. ¦ They improved.',
		'Survival rose (HR 0.72; P < 0.05). ¦ Toxicity fell by approx. 30% vs. placebo.',
		'Cells spread [@a]. ¦ They rest. [@b; @c, p. 3] ¦ @d [p. 1] saw them wake.',
		'Cells spread.^[Or so it seems. In mice [@a].] ¦ They rest.[^1] ¦ They wake.',
		'He asked, "Does it form?" ¦ It does. ¦ (Not in controls.) ¦ She said "soil."',
		'NETs form.1,2 ¦ They trap cells.',
		'*It spreads.* ¦ **It rests.** ¦ It `wakes. Up` at $p < 0.05$. ¦ $x$ rises.',
		'First, in the U.S. and U.K. it rose. ¦ Dr. Li and Prof. J. D. Watson agreed.',
		'It rose … and fell. ¦ Why? ¦ Nobody knows!',
		'Version 2.0 was used. ¦ 30% of cells died.',
		'Table 1. Patients. ¦ Values are means.',
	]) {
		test(marked, () => checkSentences(marked));
	}
});
