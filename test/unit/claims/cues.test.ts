import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { cues } from '../../../server/src/service/claims/cues';

/** For each cue, sentences that show it and sentences that only look like it. */
const table: Readonly<Record<string, { readonly loud: readonly string[]; readonly silent: readonly string[] }>> = {
	'studies-show': {
		loud: ['Several studies have shown that exosomes prime the liver.', 'A randomised trial in 2019 found no benefit.'],
		silent: ['We studied the liver.', 'Exosomes prime the liver.'],
	},
	'reported-passive': {
		loud: ['CXCR4 has been widely implicated in homing.', 'Skip lesions were first described in osteosarcoma.'],
		silent: ['The gene is small.', 'It has a description.'],
	},
	priority: {
		loud: ['The seed and soil hypothesis was first proposed in 1889.', 'Paget pioneered the idea.'],
		silent: ['At first, cells detach.', 'The first lymph node is the sentinel node.'],
	},
	statistic: {
		loud: [
			'Metastasis causes 90% of cancer deaths.',
			'The hazard ratio was 0.6.',
			'It rose 3-fold.',
			'It killed 12 patients.',
		],
		silent: ['CD44 marks stem cells.', 'Most cells die.'],
	},
	causal: {
		loud: ['Hypoxia induces VEGF.', 'Loss of E-cadherin leads to invasion.'],
		silent: ['The causality is unknown.', 'The leading hypothesis is old.'],
	},
	comparison: {
		loud: ['Clusters are more metastatic than single cells.', 'It was lower compared with placebo.'],
		silent: ['Rather, it is the soil.', 'Other than that, little is known.'],
	},
	attribution: {
		loud: ['Fidler et al. used melanoma cells.', 'Massagué and colleagues disagree.'],
		silent: ['Cells and colonies grow.'],
	},
	question: {
		loud: ['Why is the liver so often a site?', 'Why “soil”?”'],
		silent: ['Why the liver is a site is unknown.'],
	},
	'this-work': {
		loud: ['In this review, we discuss dormancy.', 'Here, we ask why.', 'The following sections treat each organ.'],
		silent: ['This organ is hit first.', 'Reviews disagree.'],
	},
	'own-doing': {
		loud: ['We then compared both groups.', 'We discuss these below.'],
		silent: ['The authors compared both groups.', 'Weights were compared.'],
	},
	'cross-reference': {
		loud: ['Drugs are listed in Table 2.', 'Figure 3 shows the cascade.', 'As mentioned above, cells detach.'],
		silent: ['The table was set.', 'Cells figure out their way.'],
	},
	structure: {
		loud: ['Several mechanisms have been proposed:', 'The steps are as follows.'],
		silent: ['Several mechanisms have been proposed.'],
	},
	continues: {
		loud: ['They also found macrophages.', 'In these mice, metastases regressed.', 'The authors disagreed.'],
		silent: ['Thyroid cancer spreads to bone.', 'Itching is rare.', 'Theories abound.'],
	},
};

suite('cues', () => {
	for (const [id, { loud, silent }] of Object.entries(table)) {
		const pattern = cues.find((cue) => cue.id === id)?.pattern ?? assert.fail(id);
		for (const text of loud) test(`${id}: ${text}`, () => assert.match(text, pattern));
		for (const text of silent) test(`not ${id}: ${text}`, () => assert.doesNotMatch(text, pattern));
	}

	test('each has a name of its own and keeps no state', () => {
		assert.equal(new Set(cues.map(({ id }) => id)).size, cues.length);
		assert.ok(cues.every(({ pattern }) => !pattern.global && !pattern.sticky));
	});
});
