import type { ClaimKind } from './model';
import type { SentenceReading } from './reading';

/** Reasons that a kind of claim gives when no plain cue was found. */
const reasonOfKind: Partial<Record<ClaimKind, string>> = {
	statistic: 'a statement of how many or how often',
	finding: 'a finding of research',
	mechanism: 'a statement of how something works',
	clinical: 'a clinical statement',
	'method-or-resource': 'names a method or resource',
	priority: 'a priority claim',
};

/** Cues so plain that they give the reason whatever the kind. */
const plain: ReadonlySet<string> = new Set([
	'studies-show',
	'reported-passive',
	'priority',
	'statistic',
	'attribution',
]);

/** Cues that give the reason if they agree with the kind. */
const fitting: Partial<Record<ClaimKind, readonly string[]>> = {
	statistic: ['proportion', 'comparison'],
	finding: ['association', 'comparison', 'causal', 'consensus', 'proportion'],
	mechanism: ['causal', 'association', 'consensus'],
	clinical: ['outcome', 'proportion', 'comparison'],
	'method-or-resource': ['resource', 'consensus'],
	priority: [],
};

/** Why the sentence would need a reference, as a short plain phrase: "a statistic". */
export function reasonOf({ cues, kinds: { needing } }: SentenceReading): string {
	const telling = fitting[needing] ?? [];
	const cue = cues.find(({ id }) => plain.has(id)) ?? cues.find(({ id }) => telling.includes(id));
	return cue?.why ?? reasonOfKind[needing] ?? 'a statement of fact';
}
