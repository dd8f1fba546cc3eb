import * as v from 'valibot';

/** The severities a finding may have, from loud to quiet. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

const ruleLevel = v.fallback(v.picklist(['default', 'off', 'error', 'warning', 'information', 'hint']), 'default');

const settingsSchema = v.object({
	hover: v.fallback(v.object({ enabled: v.fallback(v.boolean(), true) }), { enabled: true }),
	completion: v.fallback(
		v.object({
			builtInReferences: v.fallback(v.boolean(), true),
			brackets: v.fallback(v.boolean(), false),
			quarto: v.fallback(v.picklist(['complement', 'defer', 'all']), 'complement'),
		}),
		{ builtInReferences: true, brackets: false, quarto: 'complement' },
	),
	bibliography: v.fallback(v.object({ files: v.fallback(v.array(v.string()), []) }), { files: [] }),
	inlayHints: v.fallback(v.object({ references: v.fallback(v.boolean(), false) }), { references: false }),
	glossary: v.fallback(v.object({ files: v.fallback(v.array(v.string()), []) }), { files: [] }),
	claims: v.fallback(
		v.object({ coverage: v.fallback(v.picklist(['sentence', 'neighbour', 'paragraph']), 'neighbour') }),
		{ coverage: 'neighbour' },
	),
	diagnostics: v.fallback(v.record(v.string(), v.union([v.boolean(), v.string()])), {}),
});

/** What a rule is set to: its own choice, off, or one severity for all its findings. */
export type RuleLevel = v.InferOutput<typeof ruleLevel>;

/** The settings under `metascribe.`, complete and valid. */
export interface Settings {
	readonly hover: { readonly enabled: boolean };
	readonly completion: {
		/** Whether Metascribe's own verified references are offered beside the writer's. */
		readonly builtInReferences: boolean;
		/** Whether completing in running text puts the key in brackets. */
		readonly brackets: boolean;
		/** What is offered in `.qmd` files beside the Quarto extension: what it does not find, nothing, or all. */
		readonly quarto: 'complement' | 'defer' | 'all';
	};
	readonly bibliography: {
		/** Bibliographies for every document, besides those its front matter names: paths and glob patterns. */
		readonly files: readonly string[];
	};
	readonly inlayHints: {
		/** Whether author and year are shown behind each citation key. */
		readonly references: boolean;
	};
	readonly glossary: {
		/** Glossaries of the writer's, besides the one in the workspace. */
		readonly files: readonly string[];
	};
	readonly claims: {
		/** How far a citation reaches: its own sentence, its neighbours that continue it, or its paragraph. */
		readonly coverage: 'sentence' | 'neighbour' | 'paragraph';
	};
	readonly diagnostics: {
		readonly enabled: boolean;
		/** By rule code. Rules that are not named have their default. */
		readonly rules: Readonly<Record<string, RuleLevel>>;
	};
}

/** Reads what the editor sends. Anything missing or malformed has its default; nothing throws. */
export function parseSettings(raw: unknown): Settings {
	const parsed = v.parse(v.fallback(settingsSchema, v.parse(settingsSchema, {})), raw ?? {});
	const { enabled, ...levels } = parsed.diagnostics;
	const rules = Object.entries(levels).map(([code, level]) => [code, v.parse(ruleLevel, level)] as const);
	return { ...parsed, diagnostics: { enabled: enabled !== false, rules: Object.fromEntries(rules) } };
}

export const defaultSettings: Settings = parseSettings({});
