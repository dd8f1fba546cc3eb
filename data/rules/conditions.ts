import { type Data, type Entry, problemAt } from '../data';
import type { Problem } from '../problem';
import type { ConditionRecord } from '../records';
import { foldForm, formsOf } from './surfaceForms';

/** Conditions on what is no term or no form of one, and conditions that can never hold. */
export function* conditions(data: Data): Iterable<Problem> {
	const ids = new Set(data.terms.map(({ record }) => record.id));
	const known = knownForms(data);
	for (const entry of data.conditions) {
		const { surface, terms = [], readings = {}, planned } = entry.record;
		for (const [index, id] of terms.entries()) {
			if (ids.has(id)) continue;
			yield problemAt(
				entry,
				['terms', index],
				`The condition on "${surface}" names "${id}", which is no term.`,
				'Correct the id or take it out.',
			);
		}
		for (const id of Object.keys(readings)) {
			if (ids.has(id)) continue;
			yield problemAt(
				entry,
				['readings', id],
				`A reading of "${surface}" names "${id}", which is no term.`,
				'Correct the id or take the reading out.',
			);
		}
		const isForm = known.matched.has(foldForm(surface)) || known.searched.has(foldForm(surface));
		if (planned && known.matched.has(foldForm(surface))) {
			yield problemAt(entry, ['planned'], `"${surface}" is a form of a term now.`, 'Take `planned` out.');
		} else if (!planned && !isForm && entry.record.condition !== 'never') {
			const advice = 'Correct it, add it to the term, or write "planned: true".';
			yield problemAt(entry, ['surface'], `"${surface}" is no form of any term.`, advice);
		}
		yield* holdable(entry);
	}
}

function* holdable(entry: Entry<ConditionRecord>): Iterable<Problem> {
	const { surface, condition, context, readings, not_with = [] } = entry.record;
	if (condition === 'context' && !context && !readings) {
		const advice = 'Add `context` or `readings`, or choose case or never.';
		yield problemAt(entry, ['condition'], `"${surface}" needs context, and no word of it is given.`, advice);
	}
	for (const [index, word] of not_with.entries()) {
		if (word !== surface && !context?.includes(word)) continue;
		const why = word === surface ? 'is the form itself' : 'stands under `context` too';
		yield problemAt(
			entry,
			['not_with', index],
			`"${word}" ${why}, so "${surface}" could never match.`,
			'Take it out of one of them.',
		);
	}
}

/** Folded forms: those that match in text, and those that only help to find a term or are declared abbreviations. */
function knownForms(data: Data): { matched: ReadonlySet<string>; searched: ReadonlySet<string> } {
	const matched = data.terms.flatMap((entry) => formsOf(entry).map((form) => foldForm(form.text)));
	const loose = data.terms.flatMap(({ record }) => (record.loose_synonyms ?? []).map(foldForm));
	const declared = data.abbreviations.map(({ record }) => foldForm(record.abbreviation));
	return { matched: new Set(matched), searched: new Set([...loose, ...declared]) };
}
