/** Plain text from the light HTML that CSL, Crossref and PubMed put into titles and abstracts. */

const tag =
	/<\/?(?:i|b|em|strong|sub|sup|sc|scp|span|p|br|u|tt|italic|bold|title|sec|jats:[a-z-]{1,20}|inf)(?:\s[^<>]{0,200})?\/?>/gi;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

const entities: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
	['ndash', '–'],
	['mdash', '—'],
	['alpha', 'α'],
	['beta', 'β'],
	['gamma', 'γ'],
	['delta', 'δ'],
	['kappa', 'κ'],
	['mu', 'μ'],
]);

export function plainMarkup(text: string): string {
	const bare = text.includes('<') ? text.replace(tag, '') : text;
	return bare.includes('&') ? bare.replace(entity, decodeEntity) : bare;
}

function decodeEntity(
	written: string,
	decimal: string | undefined,
	hexadecimal: string | undefined,
	name: string | undefined,
): string {
	if (name !== undefined) return entities.get(name.toLowerCase()) ?? written;
	const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
	const valid = point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
	return valid ? String.fromCodePoint(point) : written;
}
