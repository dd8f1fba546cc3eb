import type { GlossaryEntry } from '../../../server/src/protocol';

/** Where the page finds what it loads, and what it may load. */
export interface PageParts {
	/** The webview's source for the content security policy. */
	readonly cspSource: string;
	readonly style: string;
	readonly script: string;
	/** The words of the page that are not the glossary's. */
	readonly words: PageWords;
}

export interface PageWords {
	readonly title: string;
	readonly search: string;
	/** Shown when nothing fits the search. */
	readonly nothing: string;
	readonly evidence: string;
	readonly seeAlso: string;
	readonly own: string;
	readonly categories: string;
}

/** The glossary as a page: readable without its script, which adds the search. Everything from data or files is escaped. */
export function glossaryPage(entries: readonly GlossaryEntry[], parts: PageParts): string {
	const { cspSource, style, script, words } = parts;
	const categories = groupByCategory(entries);
	const policy = `default-src 'none'; style-src ${cspSource}; script-src ${cspSource};`;
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<header>
<input id="search" type="search" placeholder="${escapeHtml(words.search)}" aria-label="${escapeHtml(words.search)}" autocomplete="off" spellcheck="false">
<span id="count" role="status"></span>
</header>
<div class="columns">
<nav aria-label="${escapeHtml(words.categories)}"><ul>
${categories.map(({ title, terms }, index) => `<li><a href="#category-${index}">${escapeHtml(title)}</a><span>${terms.length}</span></li>`).join('\n')}
</ul></nav>
<main>
${categories.map((category, index) => categorySection(category, index, words)).join('\n')}
<p id="nothing" hidden>${escapeHtml(words.nothing)}</p>
</main>
</div>
<script src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

interface Category {
	readonly title: string;
	readonly terms: readonly GlossaryEntry[];
}

function groupByCategory(entries: readonly GlossaryEntry[]): readonly Category[] {
	const categories = new Map<string, GlossaryEntry[]>();
	for (const entry of entries) {
		categories.set(entry.category, [...(categories.get(entry.category) ?? []), entry]);
	}
	return [...categories].map(([title, terms]) => ({ title, terms }));
}

function categorySection({ title, terms }: Category, index: number, words: PageWords): string {
	return `<section><h2 id="category-${index}">${escapeHtml(title)}</h2>
${terms.map((term) => termArticle(term, words)).join('\n')}
</section>`;
}

function termArticle(term: GlossaryEntry, words: PageWords): string {
	const names = [term.label, ...term.abbreviations, ...term.synonyms].join(' ');
	const lines = [
		`<h3>${escapeHtml(term.label)}${abbreviations(term)}${term.own ? ` <span class="own">${escapeHtml(words.own)}</span>` : ''}</h3>`,
		term.synonyms.length > 0 ? `<p class="synonyms">${escapeHtml(term.synonyms.join(', '))}</p>` : '',
		`<p class="definition">${escapeHtml(term.definition)}</p>`,
		term.note === '' ? '' : `<p class="note">${escapeHtml(term.note)}</p>`,
		term.evidence === ''
			? ''
			: `<p class="evidence"><b>${escapeHtml(words.evidence)}</b> ${escapeHtml(term.evidence)}</p>`,
		sources(term),
		related(term, words),
	].filter((line) => line !== '');
	return `<article id="term-${escapeHtml(term.id)}" data-names="${escapeHtml(names.toLowerCase())}" tabindex="-1">
${lines.join('\n')}
</article>`;
}

function abbreviations({ abbreviations: names, label }: GlossaryEntry): string {
	const shown = names.filter((name) => name !== label);
	return shown.length === 0 ? '' : ` <span class="abbreviation">${escapeHtml(shown.join(', '))}</span>`;
}

function sources({ sources: all }: GlossaryEntry): string {
	const items = all.map(({ name, journal, url, key }) => {
		const title =
			url !== undefined && /^https?:\/\//i.test(url)
				? `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`
				: escapeHtml(name);
		const where = journal === '' ? '' : `, <i>${escapeHtml(journal)}</i>`;
		return `<li>${title}${where}${key === undefined ? '' : ` <code>@${escapeHtml(key)}</code>`}</li>`;
	});
	return items.length === 0 ? '' : `<ul class="sources">${items.join('')}</ul>`;
}

function related({ related: all }: GlossaryEntry, words: PageWords): string {
	const links = all.map(({ id, label }) => `<a href="#term-${escapeHtml(id)}">${escapeHtml(label)}</a>`);
	return links.length === 0 ? '' : `<p class="related"><b>${escapeHtml(words.seeAlso)}</b> ${links.join(', ')}</p>`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
