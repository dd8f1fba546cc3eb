import { MARKUP } from './prose';

/** How a caption opens: "Figure 2." or "Supplementary Table 1:", or as captions of pandoc's tables do. */
export type CaptionOpening = 'numbered' | 'table';

const NUMBERED =
	/^(?:supplementary |supp?l?\. |extended data )?(?:figure|fig\.?|table|tab\.|box|scheme|video|movie)\s?S?\d+[A-Z]?(?:[.:|)]|\s[–—-]\s|\s\p{Lu})/iu;
const TABLE = /^(?:table)?:\s/i;

/**
 * Whether a paragraph opens as captions do.
 *
 * @param prose its masked text (see `prose.ts`)
 */
export function captionOpening(prose: string): CaptionOpening | undefined {
	const words = prose.slice(0, 200).replaceAll(MARKUP, '').slice(0, 80);
	if (NUMBERED.test(words)) {
		return 'numbered';
	}
	return TABLE.test(words) ? 'table' : undefined;
}
