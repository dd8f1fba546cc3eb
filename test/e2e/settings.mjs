/** User settings that keep the window quiet and its answers ours. */
export const settings = {
	'workbench.startupEditor': 'none',
	'workbench.welcomePage.walkthroughs.openOnInstall': false,
	'workbench.enableExperiments': false,
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'telemetry.telemetryLevel': 'off',
	'extensions.ignoreRecommendations': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'update.mode': 'none',
	'security.workspace.trust.enabled': false,
	'git.enabled': false,
	'chat.disableAIFeatures': true,
	'window.confirmBeforeClose': 'never',
	'files.autoSave': 'off',
};

/** For tests that read the screen: only Metascribe answers, and soon. */
export const testSettings = {
	...settings,
	'editor.hover.delay': 100,
	'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
	'editor.wordBasedSuggestions': 'off',
	'editor.suggest.preview': false,
	'editor.minimap.enabled': false,
};
