/** Something wrong in the data: where, what, and what to do about it. */
export interface Problem {
	/** Path inside the data folder, with forward slashes. */
	readonly file: string;
	/** One-based. */
	readonly line: number;
	readonly message: string;
	readonly advice: string;
}
