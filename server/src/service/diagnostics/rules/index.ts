import type { Rule } from '../rule';
import { invalidFrontMatter } from './invalid-front-matter';
import { missingBibliography } from './missing-bibliography';
import { unknownCitation } from './unknown-citation';
import { unsupportedClaim } from './unsupported-claim';

/** Every rule there is. */
export const rules: readonly Rule[] = [invalidFrontMatter, missingBibliography, unknownCitation, unsupportedClaim];
