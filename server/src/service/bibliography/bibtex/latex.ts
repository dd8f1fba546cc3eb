/** Plain text from the LaTeX of BibTeX values: accents and symbols become Unicode, braces and layout go, math stays readable. */
import { plainMarkup } from '../markup';
import { accents, mathStyles, subscripts, superscripts, symbols } from './latexSymbols';

const special = /[\\{}$~`<&]|\p{M}|''|--|\s\s|[\t\r\n]/u;
/** A run of characters that stand for themselves. */
const plainRun = /[^\\{}$~`'<&\-\s^_]+/y;

export function latexToText(latex: string): string {
	if (!special.test(latex)) return latex.trim();
	const text = new Decoder(latex).all();
	return plainMarkup(text).replace(/\s+/g, ' ').trim().normalize('NFC');
}

/** Text of fields that are not typeset (identifiers, addresses): only escapes and braces are undone. */
export function verbatimToText(latex: string): string {
	const text = latex.replace(/\\(?:textasciitilde|~)(?:\{\})?/g, '~').replace(/\\url(?=\s*\{)/g, '');
	return text
		.replace(/\\textunderscore(?:\{\})?/g, '_')
		.replace(/\\([\W_])/g, '$1')
		.replace(/[{}]/g, '')
		.trim();
}

/** How deep groups may nest before their content is taken as it stands: far beyond any real title. */
const MAX_DEPTH = 50;

class Decoder {
	private position = 0;
	private math = false;

	constructor(
		private readonly latex: string,
		private readonly depth = 0,
	) {}

	all(math = false): string {
		this.math = math;
		let out = '';
		while (this.position < this.latex.length) out += this.next();
		return out;
	}

	private next(): string {
		plainRun.lastIndex = this.position;
		const run = plainRun.exec(this.latex);
		if (run) {
			this.position = plainRun.lastIndex;
			return run[0];
		}
		const character = this.latex.charAt(this.position++);
		switch (character) {
			case '\\':
				return this.command();
			case '{':
			case '}':
				return '';
			case '$':
				if (this.latex.charAt(this.position) === '$') this.position++;
				this.math = !this.math;
				return '';
			case '~':
				return ' ';
			case '`':
				return this.repeated('`') ? '“' : this.math ? '`' : '‘';
			case "'":
				return this.math ? '′' : this.repeated("'") ? '”' : "'";
			case '-':
				return this.dash();
			case '^':
				return this.math ? this.raised('^', superscripts) : '^';
			case '_':
				return this.math ? this.raised('_', subscripts) : '_';
			default:
				return character;
		}
	}

	private repeated(character: string): boolean {
		if (this.latex.charAt(this.position) !== character) return false;
		this.position++;
		return true;
	}

	private dash(): string {
		if (this.math) return '-';
		if (!this.repeated('-')) return '-';
		return this.repeated('-') ? '—' : '–';
	}

	private command(): string {
		const name = this.commandName();
		if (name === '') return '';
		const symbol = symbols.get(name);
		if (symbol !== undefined) {
			// The space behind a command only ends it, but "p \leq 5" reads better with it.
			const spaced = this.math && this.latex.charCodeAt(this.position - 1) <= 32 && !/\p{L}/u.test(symbol);
			this.skipEmptyGroup();
			return spaced ? `${symbol} ` : symbol;
		}
		const accent = accents.get(name);
		if (accent !== undefined) return this.accented(accent);
		switch (name) {
			case 'textsuperscript':
				return this.raised('', superscripts);
			case 'textsubscript':
				return this.raised('', subscripts);
			case 'frac':
				return `${this.argument()}/${this.argument()}`;
			case 'href':
				this.group();
				return '';
			case '(':
			case ')':
				this.math = name === '(';
				return '';
			case '\\':
			case ' ':
			case ',':
			case ';':
			case ':':
			case 'newline':
			case 'quad':
			case 'qquad':
				return ' ';
			case '-':
			case '/':
			case '!':
			case '[':
			case ']':
				return '';
		}
		if (!/[A-Za-z]/.test(name)) return name;
		return this.math && !mathStyles.has(name) ? name : '';
	}

	/** The command's name, with the spaces that end it when it is made of letters. */
	private commandName(): string {
		const { latex } = this;
		const start = this.position;
		while (isLetter(latex.charCodeAt(this.position))) this.position++;
		if (this.position === start) return latex.charAt(this.position++);
		const name = latex.slice(start, this.position);
		while (latex.charCodeAt(this.position) <= 32) this.position++;
		return name;
	}

	private skipEmptyGroup(): void {
		if (this.latex.startsWith('{}', this.position)) this.position += 2;
	}

	private accented(accent: string): string {
		const argument = this.argument();
		const [base = '', ...rest] = argument;
		const letter = base === 'ı' ? 'i' : base === 'ȷ' ? 'j' : base;
		if (letter.trim() === '') return argument;
		return `${letter}${accent}${rest.join('')}`.normalize('NFC');
	}

	/** A superscript or subscript in Unicode where it exists, else after its sign. */
	private raised(sign: string, characters: ReadonlyMap<string, string>): string {
		const argument = this.argument();
		const raised = [...argument].map((character) => characters.get(character));
		return raised.every((character) => character !== undefined) ? raised.join('') : `${sign}${argument}`;
	}

	/** The argument of a command: a group, a command, or one character. */
	private argument(): string {
		const { latex } = this;
		while (latex.charCodeAt(this.position) <= 32) this.position++;
		const character = latex.charAt(this.position);
		if (character === '{') return this.decodeGroup(this.group());
		if (character === '\\') {
			this.position++;
			return this.command();
		}
		const point = latex.codePointAt(this.position);
		if (point === undefined || character === '}') return '';
		const whole = String.fromCodePoint(point);
		this.position += whole.length;
		return whole;
	}

	private decodeGroup(content: string): string {
		return this.depth >= MAX_DEPTH ? content : new Decoder(content, this.depth + 1).all(this.math);
	}

	/** The content of the group that starts here; to the end where it is not closed. */
	private group(): string {
		const { latex } = this;
		if (latex.charAt(this.position) !== '{') return '';
		const start = this.position + 1;
		let depth = 0;
		for (let i = this.position; i < latex.length; i++) {
			const character = latex.charAt(i);
			if (character === '\\') i++;
			else if (character === '{') depth++;
			else if (character === '}' && --depth === 0) {
				this.position = i + 1;
				return latex.slice(start, i);
			}
		}
		this.position = latex.length;
		return latex.slice(start);
	}
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
