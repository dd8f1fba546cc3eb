import type { BibliographyProblem, ProblemCode } from '../problem';
import type { Field, Use } from './block';
import { closeBrace, endOfLine, percent } from './characters';

/** How a block starts. */
export interface Opening {
	readonly start: number;
	/** In lower case: "article". */
	readonly type: string;
	/** Behind the opening brace. */
	readonly bodyStart: number;
	/** The character that closes the block. */
	readonly close: number;
	readonly braceMissing?: boolean;
}

/** How far the scan of one block has come, and what it has found. */
export class BlockState {
	position: number;
	keyStart: number;
	keyEnd: number;
	readonly problems: BibliographyProblem[] = [];
	readonly uses: Use[] = [];

	constructor(
		readonly text: string,
		readonly opening: Opening,
		/** Whether a line that looks like a field ends the value before it. */
		readonly careful: boolean,
		/** Collects the fields where they are wanted. */
		readonly fields: Field[] | undefined,
	) {
		this.position = opening.bodyStart;
		this.keyStart = opening.bodyStart;
		this.keyEnd = opening.bodyStart;
	}

	atClose(): boolean {
		const code = this.text.charCodeAt(this.position);
		return code === this.opening.close || code === closeBrace;
	}

	/** Skips white space and `%` comments. */
	skipSpace(): void {
		const { text } = this;
		let i = this.position;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === percent) i = endOfLine(text, i);
			else if (code > 32 && code !== 0xa0 && code !== 0xfeff) break;
		}
		this.position = Math.min(i, text.length);
	}

	report(code: ProblemCode, start: number, end: number, message: string): void {
		this.problems.push({ range: { start, end: Math.max(start, end) }, code, message });
	}
}
