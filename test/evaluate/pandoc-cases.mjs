// What pandoc reads as citations in test/unit/article/pandoc-cases.json.
//   node test/evaluate/pandoc-cases.mjs            asks pandoc and writes its answers into the file
//   node test/evaluate/pandoc-cases.mjs --check    compares them with those in the file
// To add a case, give it `about` and `text`. `ours` and `why` say where our reading differs on purpose.
// Ends with 1 if answers differ, and with 75 if there is no pandoc, or another version of it, to be compared with.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../unit/article/pandoc-cases.json');
const OUT_OF_REACH = 75;
const MARK = 'case-';

const committed = JSON.parse(fs.readFileSync(file, 'utf8'));
const version = /^pandoc (?:\S+ )?([\d.]+)/.exec(
	spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1];
if (version === undefined) {
	console.log('no pandoc on the PATH');
	process.exitCode = OUT_OF_REACH;
} else if (process.argv.includes('--check')) {
	check();
} else {
	const answers = ask(committed.cases);
	const cases = committed.cases.map((one, index) => ({
		about: one.about,
		text: one.text,
		pandoc: answers[index],
		...differing(one),
	}));
	fs.writeFileSync(file, `${JSON.stringify({ version, cases }, undefined, '\t')}\n`);
	console.log(`${cases.length} cases, read by pandoc ${version}`);
}

function differing({ ours, why }) {
	return ours === undefined ? {} : { ours, why };
}

function check() {
	const answers = ask(committed.cases);
	const wrong = committed.cases.filter(
		({ pandoc }, index) => JSON.stringify(pandoc) !== JSON.stringify(answers[index]),
	);
	for (const { text } of wrong) {
		console.log(`pandoc ${version} reads this differently than ${committed.version}: ${JSON.stringify(text)}`);
	}
	console.log(`${committed.cases.length} cases asked of pandoc ${version}, ${wrong.length} differ`);
	process.exitCode = wrong.length === 0 ? 0 : version === committed.version ? 1 : OUT_OF_REACH;
}

/** Every case is a file of its own, so that one call answers all and no case sees another's labels. */
function ask(cases) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandoc-cases-'));
	try {
		const names = cases.flatMap(({ text }, index) => {
			fs.writeFileSync(path.join(folder, `${index}-mark.md`), `# mark {#${MARK}${index}}\n`);
			fs.writeFileSync(path.join(folder, `${index}-text.md`), `${text}\n`);
			return [`${index}-mark.md`, `${index}-text.md`];
		});
		const command = ['-f', 'markdown', '-t', 'json', '--file-scope', ...names];
		const { stdout, stderr, status } = spawnSync('pandoc', command, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
		if (status !== 0) {
			throw new Error(`pandoc failed: ${stderr}`);
		}
		return citationsByCase(JSON.parse(stdout).blocks, cases.length);
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}

function citationsByCase(blocks, count) {
	const found = Array.from({ length: count }, () => []);
	let current;
	for (const block of blocks) {
		// With --file-scope newer versions put the file's name before an identifier.
		const mark = block.t === 'Header' ? new RegExp(`${MARK}(\\d+)$`).exec(block.c[1][0]) : null;
		if (mark) {
			current = found[Number(mark[1])];
		} else {
			collect(block, current);
		}
	}
	return found;
}

/** The citations below a node of pandoc's tree, in order; those in a prefix or suffix after the one they belong to. */
function collect(node, found) {
	if (Array.isArray(node)) {
		for (const child of node) {
			collect(child, found);
		}
	} else if (node?.t === 'Cite') {
		for (const { citationId, citationMode, citationPrefix, citationSuffix } of node.c[0]) {
			found.push({
				key: citationId,
				mode: citationMode.t,
				prefix: plain(citationPrefix).trim(),
				suffix: plain(citationSuffix).trim(),
			});
			collect(citationPrefix, found);
			collect(citationSuffix, found);
		}
	} else if (typeof node === 'object' && node !== null) {
		collect(node.c, found);
	}
}

/** The words of inlines, without markup, and with what `smart` makes of quotes, dashes and spaces taken back. */
function plain(inlines) {
	return inlines.map(plainInline).join('').replaceAll('\u00a0', ' ').replaceAll('–', '--').replaceAll('—', '---');
}

function plainInline({ t, c }) {
	switch (t) {
		case 'Str':
			return c.replaceAll('’', "'").replaceAll('…', '...');
		case 'Space':
		case 'SoftBreak':
		case 'LineBreak':
			return ' ';
		case 'Code':
		case 'Math':
			return c[1];
		case 'RawInline':
		case 'Note':
			return '';
		case 'Quoted': {
			const mark = c[0].t === 'DoubleQuote' ? '"' : "'";
			return mark + plain(c[1]) + mark;
		}
		case 'Cite':
		case 'Link':
		case 'Image':
		case 'Span':
			return plain(c[1]);
		default:
			return plain(c);
	}
}
