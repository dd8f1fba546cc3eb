/** What of a file has to be read again after a change: the blocks before and after the change are taken over. */
import type { EntryText, FileEntry } from './entry';
import type { FoundEntry } from './foundEntry';

export interface Plan {
	/** Whether nothing changed at all. */
	readonly unchanged: boolean;
	/** Blocks before the change, at the offsets they have. */
	readonly front: readonly FileEntry[];
	/** Where scanning has to start. */
	readonly resume: number;
	/** How far the blocks behind the change have moved. */
	readonly shift: number;
	/** Whether everything from this offset on is as it was; then `adopted` holds those blocks. */
	adoptFrom(start: number): boolean;
	readonly adopted: readonly FileEntry[];
	/** The block with exactly this source in the part that is read again, if it was read as now: each is given out once. */
	reuse(source: string, found: FoundEntry): EntryText | undefined;
}

export function planRereading(head: string, blocks: readonly FileEntry[], text: string, from: number): Plan {
	const first = blocks[0];
	if (!first) return readAll(from);
	const sameHead = text.startsWith(head);
	let same = 0;
	let position = head.length;
	if (sameHead) {
		for (const block of blocks) {
			const { source, unbounded } = block.text;
			if (unbounded || !text.startsWith(source, position)) break;
			position += source.length;
			same++;
		}
	}
	if (same === blocks.length && position === text.length) return { ...readAll(position), unchanged: true };
	// Where a block ends may depend on the header of the next one, so the last unchanged block is read again too.
	const kept = Math.max(0, same - 1);
	const front = blocks.slice(0, kept);
	const resume = kept > 0 ? (blocks[kept]?.start ?? from) : from;
	return new ChangedPlan(front, resume, blocks, tailOf(blocks, text, Math.max(position, resume)), text.length);
}

function readAll(resume: number): Plan {
	return {
		unchanged: false,
		front: [],
		resume,
		shift: 0,
		adopted: [],
		adoptFrom: () => false,
		reuse: () => undefined,
	};
}

/** The index of the first block of the unchanged end of the file. */
function tailOf(blocks: readonly FileEntry[], text: string, limit: number): number {
	let end = text.length;
	for (let index = blocks.length; index > 0; index--) {
		const source = blocks[index - 1]?.text.source ?? '';
		const start = end - source.length;
		if (start < limit || !text.startsWith(source, start)) return index;
		end = start;
	}
	return 0;
}

class ChangedPlan implements Plan {
	readonly unchanged = false;
	readonly shift: number;
	adopted: readonly FileEntry[] = [];
	private next: number;
	private reusable: Map<string, EntryText> | undefined;

	constructor(
		readonly front: readonly FileEntry[],
		readonly resume: number,
		private readonly blocks: readonly FileEntry[],
		tail: number,
		length: number,
	) {
		const last = blocks.at(-1);
		this.shift = last ? length - (last.start + last.text.source.length) : 0;
		this.next = tail;
	}

	adoptFrom(start: number): boolean {
		const { blocks, shift } = this;
		while (this.next < blocks.length && (blocks[this.next]?.start ?? 0) + shift < start) this.next++;
		const block = blocks[this.next];
		if (!block || block.start + shift !== start) return false;
		this.adopted = blocks.slice(this.next);
		return true;
	}

	reuse(source: string, found: FoundEntry): EntryText | undefined {
		this.reusable ??= this.textsBetween();
		const text = this.reusable.get(source);
		if (!text?.isReadingOf(found)) return undefined;
		this.reusable.delete(source);
		return text;
	}

	private textsBetween(): Map<string, EntryText> {
		const texts = new Map<string, EntryText>();
		for (let index = this.front.length; index < this.next; index++) {
			const text = this.blocks[index]?.text;
			if (text && !text.unbounded && !texts.has(text.source)) texts.set(text.source, text);
		}
		return texts;
	}
}
