import { citationsOf } from '../article/article';
import { citedWork } from '../bibliography/citedEntry';
import { shortCitation } from '../bibliography/formatReference';
import type { Snapshot } from '../snapshot';
import { overlaps, type Range } from '../text/range';

/** What is shown behind a citation key: "Kaplan et al. 2005". */
export interface InlayHint {
	readonly offset: number;
	readonly label: string;
	/** The work's title. */
	readonly tooltip: string;
}

/** Whose work each citation key in a stretch of the text stands for. */
export function inlayHintsIn({ article, library, settings }: Snapshot, range: Range): readonly InlayHint[] {
	if (!settings.inlayHints.references) {
		return [];
	}
	return citationsOf(article)
		.filter(({ keyRange }) => overlaps(keyRange, range))
		.flatMap(({ key, keyRange }) => {
			const reference = citedWork(library, key)?.reference;
			return reference
				? [{ offset: keyRange.end, label: shortCitation(reference), tooltip: reference.title ?? '' }]
				: [];
		});
}
