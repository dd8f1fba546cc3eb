import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import {
	createProtocolConnection,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A process that is spoken to over its standard input and output. */
export interface Client {
	request<Result>(method: string, params: unknown): Promise<Result>;
	notify(method: string, params: object): Promise<void>;
	/** Memory of the process that is in RAM, in bytes: now, and at its highest where the system keeps it. */
	memory(): { readonly now: number; readonly peak: number | undefined };
	stop(): Promise<void>;
}

/** Metascribe's server, as it is shipped, ready for documents. */
export async function startServer(): Promise<Client> {
	const client = startProcess('dist/server.node.js', ['--stdio']);
	await client.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
	await client.notify('initialized', {});
	return client;
}

/** A server that does nothing but answer. */
export function startEcho(): Client {
	return startProcess('out/bench/processes/echo.js', []);
}

function startProcess(script: string, args: readonly string[]): Client {
	const child: ChildProcess = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
	if (!child.stdin || !child.stdout || child.pid === undefined) {
		throw new Error(`${script} does not start`);
	}
	const connection: ProtocolConnection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	connection.listen();
	const { pid } = child;
	return {
		request: (method, params) => connection.sendRequest(method, params),
		notify: (method, params) => connection.sendNotification(method, params),
		memory: () => memoryOf(pid),
		async stop() {
			const exit = once(child, 'exit');
			await connection.sendNotification('exit');
			await exit;
			connection.dispose();
		},
	};
}

function memoryOf(pid: number): { now: number; peak: number | undefined } {
	const status = `/proc/${pid}/status`;
	if (existsSync(status)) {
		const lines = readFileSync(status, 'utf8');
		const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(lines)?.[1]);
		return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
	}
	const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
	return { now: Number(stdout) * 1024, peak: undefined };
}
