// npm run evaluate -- <what> <options>: measures an engine against what authors wrote. Each names its own options.
import { main as citations } from './citations';
import { main as claims } from './claims';

const commands: Readonly<Record<string, (args: readonly string[]) => void>> = { claims, citations };

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
	command(args);
} else {
	console.error(`npm run evaluate -- ${Object.keys(commands).join('|')} <options>; --help after it lists the options.`);
	process.exitCode = 1;
}
