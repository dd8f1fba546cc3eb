import type { RuleLevel, Settings } from '../settings';
import type { BibliographySnapshot, Snapshot } from '../snapshot';
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
	return findings(snapshot.settings, (rule) => rule.check?.(snapshot)).filter(
		({ code, range }) => !isSuppressed(suppressions, code, range),
	);
}

const bibliographyDiagnoses = new WeakMap<BibliographySnapshot, readonly Diagnosis[]>();

/** All findings in a bibliography that is open, in the order of the text. */
export function diagnoseBibliography(snapshot: BibliographySnapshot): readonly Diagnosis[] {
	let found = bibliographyDiagnoses.get(snapshot);
	if (!found) {
		const { settings } = snapshot;
		found = settings.diagnostics.enabled ? findings(settings, (rule) => rule.checkBibliography?.(snapshot)) : [];
		bibliographyDiagnoses.set(snapshot, found);
	}
	return found;
}

/** What the rules that are switched on find, in the order of the text. */
function findings(
	{ diagnostics }: Settings,
	check: (rule: Rule) => Iterable<Finding> | undefined,
): readonly Diagnosis[] {
	return rules
		.flatMap((rule) => {
			const level = diagnostics.rules[rule.code] ?? 'default';
			return level === 'off' ? [] : [...(check(rule) ?? [])].map((finding) => diagnosis(rule, finding, level));
		})
		.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function diagnosis(rule: Rule, finding: Finding, level: Exclude<RuleLevel, 'off'>): Diagnosis {
	const severity = level === 'default' ? (finding.severity ?? rule.defaultSeverity) : level;
	return { ...finding, code: rule.code, severity };
}
