/** The sorted words of an index, kept as one string: a hundred thousand small strings would cost ten times the memory. */
export class Vocabulary {
	private constructor(
		private readonly text: string,
		/** Where each word starts in `text`, and the end of the last. */
		private readonly starts: Uint32Array,
	) {}

	/** `words` must be sorted by UTF-16 units, as `Array.sort` does. */
	static of(words: readonly string[]): Vocabulary {
		const starts = new Uint32Array(words.length + 1);
		let start = 0;
		words.forEach((word, index) => {
			starts[index] = start;
			start += word.length;
		});
		starts[words.length] = start;
		return new Vocabulary(words.join(''), starts);
	}

	get size(): number {
		return this.starts.length - 1;
	}

	word(index: number): string {
		return this.text.slice(this.starts[index], this.starts[index + 1]);
	}

	/** The words that start with `prefix`: indexes from `start` to before `end`. */
	withPrefix(prefix: string): { readonly start: number; readonly end: number } {
		const start = this.lowerBound(prefix, 0, false);
		return { start, end: this.lowerBound(prefix, start, true) };
	}

	/** Whether the word at this index is no longer than the prefix it was found by. */
	isWhole(index: number, length: number): boolean {
		return (this.starts[index + 1] ?? 0) - (this.starts[index] ?? 0) === length;
	}

	/** The index of a word, or -1. */
	indexOf(word: string): number {
		const index = this.lowerBound(word, 0, false);
		return index < this.size && this.isWhole(index, word.length) && this.compare(index, word) === 0 ? index : -1;
	}

	/** The first index from `low` whose word is not before the prefix or, with `past`, is behind all that start with it. */
	private lowerBound(prefix: string, low: number, past: boolean): number {
		let from = low;
		let to = this.size;
		while (from < to) {
			const middle = (from + to) >> 1;
			const order = this.compare(middle, prefix);
			if (order < 0 || (past && order === 0)) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	/** Orders the word before (-1) or behind (1) the prefix; 0 if it starts with it. */
	private compare(index: number, prefix: string): number {
		const start = this.starts[index] ?? 0;
		const length = (this.starts[index + 1] ?? 0) - start;
		for (let i = 0; i < prefix.length; i++) {
			if (i >= length) return -1;
			const difference = this.text.charCodeAt(start + i) - prefix.charCodeAt(i);
			if (difference !== 0) return difference < 0 ? -1 : 1;
		}
		return 0;
	}
}
