import type { Rule } from '../rule';
import { duplicateKey } from './duplicate-key';
import { duplicateReference } from './duplicate-reference';
import { invalidEntry } from './invalid-entry';
import { invalidFrontMatter } from './invalid-front-matter';
import { malformedCitation } from './malformed-citation';
import { missingBibliography } from './missing-bibliography';
import { unknownCitation } from './unknown-citation';
import { unsupportedClaim } from './unsupported-claim';
import { unusedReference } from './unused-reference';

/** Every rule there is. */
export const rules: readonly Rule[] = [
	invalidFrontMatter,
	missingBibliography,
	invalidEntry,
	unknownCitation,
	malformedCitation,
	duplicateKey,
	duplicateReference,
	unusedReference,
	unsupportedClaim,
];
