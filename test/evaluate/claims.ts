import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Assessment } from '../../server/src/service/claims/assess';
import { type ClaimModel, readModel } from '../../server/src/service/claims/model';
import {
	type NeedRecord,
	readNeeds,
	readSentences,
	type SentenceRecord,
	type Visibility,
	visibilities,
} from './claimsCorpus';
import { predict } from './claimsPredict';
import { crossValidateReference } from './claimsReference';
import { authorTable, flagTable, kindTable, needTable } from './claimsTables';
import { calibrate, crossValidate } from './trainCalibration';

const usage = `claims --corpus <folder of sentence .jsonl> --out <preds.jsonl> [--visible all|half|none|alone]
claims --cross-validate [--corpus ../shared/corpus]

Scores every sentence record of the folder with the shipped model and prints how well the scores find the sentences
that their authors cited. With --cross-validate the model is trained anew without each fifth of the documents, and all
visibilities, the reviewers' labels and the corpus' reference model are compared.`;

/** The command `evaluate -- claims`. */
export function main(args: readonly string[]): void {
	const { values } = parseArgs({
		args: [...args],
		options: {
			corpus: { type: 'string' },
			out: { type: 'string' },
			visible: { type: 'string', default: 'all' },
			model: { type: 'string', default: 'data/claim-model.json' },
			'cross-validate': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const visible = visibilities.find((visibility) => visibility === values.visible);
	if (values.help || !visible || !(values.corpus || values['cross-validate'])) console.log(usage);
	else if (values['cross-validate']) printCrossValidation(values.corpus ?? '../shared/corpus');
	else evaluateShipped(values.corpus ?? '', values.out, visible, values.model);
}

function evaluateShipped(corpus: string, out: string | undefined, visible: Visibility, modelPath: string): void {
	const folder = existsSync(join(corpus, 'sentences')) ? join(corpus, 'sentences') : corpus;
	const records = readSentences(folder);
	const model = readShippedModel(modelPath);
	const assessments = predict(records, model, visible);
	if (out) {
		const lines = records.map(({ id }) => JSON.stringify({ id, score: scoreOf(assessments, id) }));
		writeFileSync(out, `${lines.join('\n')}\n`);
	}
	console.log(`${records.length} sentences, visible citations: ${visible}`);
	console.log('The shipped model was trained on the whole corpus it comes with: on those documents, these figures are');
	console.log('NOT held out. Use --cross-validate for honest figures there.\n');
	console.log(authorTable(records, assessments, model.thresholds.draft.low));
	console.log(flagTable(records, new Map(), assessments));
}

function readShippedModel(path: string): ClaimModel {
	const { model, problems } = readModel(JSON.parse(readFileSync(path, 'utf8')));
	for (const problem of problems) console.error(problem);
	return model;
}

const scoreOf = (assessments: ReadonlyMap<string, Assessment>, id: string): number =>
	Number((assessments.get(id)?.score ?? 0).toFixed(6));

function printCrossValidation(corpus: string): void {
	const records = readSentences(join(corpus, 'sentences'));
	const needs = new Map(readNeeds(corpus).map((need) => [need.id, need]));
	const started = Date.now();
	const validation = crossValidate({ records, needs });
	const shared = calibrate({ records, needs }, validation);
	console.log(`5-fold by document; ${records.length} sentences, ${needs.size} reviewer labels.`);
	console.log(
		'Reviewer labels were made by language-model raters under a written rubric (kappa 0.84-0.92 between two).',
	);
	console.log(
		'Calibration and thresholds were fitted to the pooled out-of-fold scores, so their figures flatter slightly.\n',
	);
	for (const visible of visibilities) {
		const assessments = new Map(
			validation.models.flatMap((data, fold) => {
				const unseen = records.filter((record) => validation.folds.get(record.doc) === fold);
				return [...predict(unseen, readModel({ ...data, ...shared }).model, visible)];
			}),
		);
		printVisibility(visible, records, needs, assessments, shared.thresholds.draft.low);
	}
	console.log('== the reference model, score/ref_lr.mjs --setting b, all citations visible, the same folds');
	const reference = crossValidateReference(corpus, records, validation.folds);
	const scores = new Map([...reference].map(([id, score]) => [id, { score }]));
	console.log(authorTable(records, scores, undefined));
	console.log(needTable(records, needs, scores));
	console.log(`${Math.round((Date.now() - started) / 1000)} s`);
}

function printVisibility(
	visible: Visibility,
	records: readonly SentenceRecord[],
	needs: ReadonlyMap<string, NeedRecord>,
	assessments: ReadonlyMap<string, Assessment>,
	threshold: number,
): void {
	console.log(`== visible citations: ${visible}`);
	console.log(authorTable(records, assessments, threshold));
	console.log(needTable(records, needs, assessments));
	console.log(flagTable(records, needs, assessments));
	if (visible === 'all') console.log(kindTable(needs, assessments));
}

if (require.main === module) main(process.argv.slice(2));
