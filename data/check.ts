/**
 * Checks the data and says what is wrong: `node out/data/check.js [folder]`. Exit code 0: nothing; 1: problems, each
 * with file, line and what to do; 2: the folder cannot be read.
 */
import { resolve } from 'node:path';
import { checkData } from './checkData';

function main(folder: string): number {
	try {
		const problems = checkData(folder);
		for (const { file, line, message, advice } of problems) console.error(`data/${file}:${line}: ${message} ${advice}`);
		console.log(problems.length === 0 ? 'The data is in order.' : `${problems.length} problems in the data.`);
		return problems.length === 0 ? 0 : 1;
	} catch (error) {
		console.error(`Cannot check ${folder}: ${error instanceof Error ? error.message : String(error)}`);
		return 2;
	}
}

process.exitCode = main(resolve(process.argv[2] ?? 'data'));
