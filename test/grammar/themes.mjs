// In which of VS Code's own themes does a citation key look like the words around it?
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// The engine that VS Code and the grammar tests use.
const require = createRequire(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'));
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

/** Themes that colour next to nothing in Markdown; a key that stood out there would stand out as the only thing. */
const plain = ['Visual Studio Dark', 'Visual Studio Light', 'Tomorrow Night Blue'];

const line = 'As shown by @paget1889 and others';
const keyAt = line.indexOf('paget');
const foregroundMask = 0b1_1111_1111;
const foregroundShift = 15;

/** Themes, of those given, where the key and the word before it have one colour. */
export async function paleThemes(grammars, themes) {
	const registry = await createRegistry(grammars);
	const grammar = await registry.loadGrammar('text.html.markdown');
	const pale = themes
		.filter((theme) => {
			registry.setTheme(readTheme(theme.path));
			const { tokens } = grammar.tokenizeLine2(line, textmate.INITIAL);
			return colourAt(tokens, keyAt) === colourAt(tokens, 0);
		})
		.map((theme) => theme.id ?? theme.label);
	return {
		tried: themes.length,
		known: pale.filter((name) => plain.includes(name)),
		unexpected: pale.filter((name) => !plain.includes(name)),
	};
}

/** Tokens are pairs: where a token starts, and its attributes in bits. */
function colourAt(tokens, offset) {
	let colour;
	for (let index = 0; index < tokens.length && tokens[index] <= offset; index += 2) {
		colour = (tokens[index + 1] >>> foregroundShift) & foregroundMask;
	}
	return colour;
}

function readTheme(file) {
	const { include, tokenColors = [], colors = {} } = JSON.parse(fs.readFileSync(file, 'utf8'));
	const base = include ? readTheme(path.join(path.dirname(file), include)).settings : [];
	const settings = Array.isArray(tokenColors) ? [...base, ...tokenColors] : base;
	const unscoped = settings.find((rule) => !rule.scope)?.settings.foreground;
	return {
		settings: [{ settings: { foreground: colors['editor.foreground'] ?? unscoped ?? '#010203' } }, ...settings],
	};
}

async function createRegistry(grammars) {
	const wasm = path.join(path.dirname(require.resolve('vscode-oniguruma')), 'onig.wasm');
	await oniguruma.loadWASM(fs.readFileSync(wasm).buffer);
	const files = new Map(grammars.map((grammar) => [grammar.scopeName, grammar.path]));
	return new textmate.Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
			createOnigString: (text) => new oniguruma.OnigString(text),
		}),
		loadGrammar: async (scope) => {
			const file = files.get(scope);
			return file ? textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null;
		},
		getInjections: (scope) =>
			grammars
				.filter(({ injectTo }) => injectTo?.some((to) => scope === to || scope.startsWith(`${to}.`)))
				.map((g) => g.scopeName),
	});
}
