/** Text as Markdown shows it literally. For everything that comes from a bibliography, a glossary or the data. */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_{}[\]()#+!|~$^=:]/g, '\\$&')
		.replace(/^(\s*)([-+>]|\d+[.)])/, '$1\\$2')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;');
}

/** A link; the address may come from a bibliography, so only web addresses are linked and nothing in them ends the link. */
export function link(label: string, url: string): string {
	return /^https?:\/\//i.test(url)
		? `[${escapeMarkdown(label)}](<${encodeURI(decodeSafely(url)).replace(/[<>()\\]/g, encodeURIComponent)}>)`
		: escapeMarkdown(label);
}

function decodeSafely(url: string): string {
	try {
		return decodeURI(url);
	} catch {
		return url;
	}
}
