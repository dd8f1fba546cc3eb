/** How well the literature supports a claim that reviews commonly make. */
export type ClaimStatus = 'well-supported' | 'supported-in-models' | 'contested' | 'often-overstated';

/** A claim that reviews of metastasis commonly make, with what stands behind it. */
export interface KnownClaim {
	readonly id: string;
	readonly claim: string;
	readonly paraphrases: readonly string[];
	readonly status: ClaimStatus;
	/** Keys of built-in references that support it. */
	readonly support: readonly string[];
	/** Keys of built-in references that qualify or contradict it. */
	readonly qualify: readonly string[];
	/** How to word it. */
	readonly advice: string;
	readonly terms: readonly string[];
}
