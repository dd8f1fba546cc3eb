import { parseArgs } from 'node:util';
import knowledge from '#knowledge';
import { check, FORMATS } from './cli/check';
import { createReviewService } from './service';

const USAGE = `Usage: metascribe check <files or globs> [--format text|json]

Checks Markdown manuscripts (pandoc, Quarto, R Markdown): claims that nothing supports, citation keys that no
bibliography has, bibliographies that cannot be read.

  --format text|json   how findings are printed (default: text)
  -h, --help           this text

Exit status: 0 no findings, 1 findings, 2 the check could not run.
`;

/** Runs the command line and sets the exit status; the output is written when it returns. */
async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean', short: 'h' } },
	});
	const [command, ...patterns] = positionals;
	if (values.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	if (command !== 'check' || patterns.length === 0) {
		throw new Error(
			command === undefined || command === 'check' ? 'Name the files to check.' : `There is no command “${command}”.`,
		);
	}
	const format = FORMATS.get(values.format);
	if (!format) {
		throw new Error(`There is no format “${values.format}”. Choose text or json.`);
	}
	const files = await check(createReviewService(knowledge), patterns, process.cwd());
	process.stdout.write(format(files));
	return files.some(({ diagnostics }) => diagnostics.length > 0) ? 1 : 0;
}

main(process.argv.slice(2)).then(
	(status) => {
		process.exitCode = status;
	},
	(error: unknown) => {
		process.stderr.write(`metascribe: ${error instanceof Error ? error.message : String(error)}\n`);
		process.stderr.write('Run “metascribe --help” for how to use it.\n');
		process.exitCode = 2;
	},
);
