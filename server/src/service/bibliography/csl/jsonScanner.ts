/** Finds the items of a CSL JSON file, so that each can be read alone and a broken one costs no other. */
import type { FoundEntry } from '../foundEntry';
import type { BibliographyProblem } from '../problem';

/** `{"references": […]}` and `{"items": […]}` hold the list that a plain file is. */
const wrapper = /\s*\{\s*"(?:references|items)"\s*:\s*\[/y;

/** The first item at or after `from`, which must lie outside every item. */
export function nextJsonItem(text: string, from: number): FoundEntry | undefined {
	let position = from;
	if (from === 0) {
		wrapper.lastIndex = 0;
		if (wrapper.test(text)) position = wrapper.lastIndex;
	}
	const start = text.indexOf('{', position);
	return start < 0 ? undefined : new ItemScan(text, start).scan();
}

class ItemScan {
	private position: number;
	private readonly open: ('{' | '[')[] = [];
	/** The last character that was not white space; a whole string counts as `"`. */
	private last = '';
	private property = '';
	private key = '';
	private keyStart: number;
	private keyEnd: number;
	private readonly problems: BibliographyProblem[] = [];

	constructor(
		private readonly text: string,
		private readonly start: number,
	) {
		this.position = start;
		this.keyStart = start;
		this.keyEnd = start;
	}

	scan(): FoundEntry {
		const end = this.item();
		if (this.keyEnd === this.keyStart) {
			this.report('missing-key', this.start, this.start + 1, 'This entry has no “id” and cannot be cited. Add one.');
		}
		const { start, key, keyStart, keyEnd, problems } = this;
		return { kind: 'entry', start, end, key, keyStart, keyEnd, problems };
	}

	private item(): number {
		const { text } = this;
		for (; this.position < text.length; this.position++) {
			const character = text.charAt(this.position);
			if (character <= ' ') continue;
			if (character === '"') this.string();
			else if (character === '{' || character === '[') {
				if (character === '{' && this.open.at(-1) === '{' && this.last !== ':') return this.unclosed();
				this.open.push(character);
			} else if (character === '}') {
				this.closeTo('{');
				if (this.open.length === 0) return this.afterItem(this.position + 1);
			} else if (character === ']') {
				if (!this.open.includes('[')) return this.unclosed();
				this.closeTo('[');
			} else if (this.property === 'id' && /[\d-]/.test(character)) this.number();
			this.last = text.charAt(this.position);
		}
		return this.unclosed();
	}

	private closeTo(opener: '{' | '['): void {
		while (this.open.length > 0 && this.open.pop() !== opener);
	}

	private string(): void {
		const { text } = this;
		const from = this.position;
		let i = from + 1;
		for (; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === 34) break;
			if (code === 92) i++;
			else if (code === 10) {
				this.unclosedString(from, i);
				return;
			}
		}
		this.position = Math.min(i, text.length - 1);
		if (this.open.length !== 1) return;
		if (this.last !== ':') {
			this.property = i - from < 16 ? text.slice(from + 1, i) : '';
		} else if (this.property === 'id') {
			this.setKey(from + 1, i, stringValue(text.slice(from, i + 1)));
		}
	}

	private unclosedString(from: number, lineEnd: number): void {
		this.report('unclosed-value', from, lineEnd, 'This text has no closing quotation mark on its line.');
		this.position = lineEnd - 1;
	}

	private number(): void {
		const digits = /-?[\d.]{1,40}/y;
		digits.lastIndex = this.position;
		const written = digits.exec(this.text)?.[0] ?? '';
		if (this.open.length === 1) this.setKey(this.position, this.position + written.length, written);
		this.position += Math.max(0, written.length - 1);
	}

	private setKey(start: number, end: number, key: string): void {
		this.key = key;
		this.keyStart = start;
		this.keyEnd = end;
		this.property = '';
	}

	private unclosed(): number {
		let end = this.position;
		while (end > this.start + 1 && this.text.charCodeAt(end - 1) <= 32) end--;
		const subject = this.key === '' ? 'This entry' : `The entry “${this.key}”`;
		const to = Math.max(this.keyEnd, this.start + 1);
		this.report('unclosed-entry', this.start, to, `${subject} is not closed. Add “}” at its end.`);
		return end;
	}

	/** Looks at what stands between this item and the next: both faults make a strict reader refuse the file. */
	private afterItem(end: number): number {
		const { text } = this;
		const next = /\s*(,?)\s*([{\]]?)/y;
		next.lastIndex = end;
		const [, separator, character] = next.exec(text) ?? [];
		if (separator === '' && character === '{') {
			this.report('missing-comma', end - 1, end, 'Missing comma between this entry and the next.');
		} else if (separator === ',' && character === ']') {
			this.report('unexpected-text', end - 1, end, 'Remove the comma after the last entry.');
		}
		return end;
	}

	private report(code: BibliographyProblem['code'], start: number, end: number, message: string): void {
		this.problems.push({ range: { start, end }, code, message });
	}
}

function stringValue(written: string): string {
	if (!written.includes('\\')) return written.slice(1, -1);
	try {
		return String(JSON.parse(written));
	} catch {
		return written.slice(1, -1);
	}
}

/** What is wrong with the list as a whole: `head` stands before its first item, `rest` behind its last. */
export function problemInJsonList(head: string, rest: string): string | undefined {
	return head.includes('[') && !rest.includes(']')
		? 'The list of entries is not closed. Add “]” at its end.'
		: undefined;
}
