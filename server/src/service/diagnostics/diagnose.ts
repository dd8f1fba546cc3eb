import type { Snapshot } from '../snapshot';
import type { Diagnosis, Finding, Rule } from './rule';
import { rules } from './rules';
import { isSuppressed, suppressionsIn } from './suppressions';

/** Findings are asked for by the editor and again by its quick fixes; a snapshot never changes. */
const diagnoses = new WeakMap<Snapshot, readonly Diagnosis[]>();

/** All findings in a document, in the order of the text: settings and suppressions applied. */
export function diagnose(snapshot: Snapshot): readonly Diagnosis[] {
	const known = diagnoses.get(snapshot);
	if (known) {
		return known;
	}
	const found = snapshot.settings.diagnostics.enabled ? runRules(snapshot) : [];
	diagnoses.set(snapshot, found);
	return found;
}

function runRules(snapshot: Snapshot): readonly Diagnosis[] {
	const suppressions = suppressionsIn(snapshot.article);
	return rules
		.flatMap((rule) => {
			const level = snapshot.settings.diagnostics.rules[rule.code] ?? 'default';
			return level === 'off' ? [] : [...rule.check(snapshot)].map((finding) => diagnosis(rule, finding, level));
		})
		.filter(({ code, range }) => !isSuppressed(suppressions, code, range))
		.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function diagnosis(
	rule: Rule,
	finding: Finding,
	level: Exclude<Snapshot['settings']['diagnostics']['rules'][string], 'off'>,
): Diagnosis {
	const severity = level === 'default' ? (finding.severity ?? rule.defaultSeverity) : level;
	return { ...finding, code: rule.code, severity };
}
