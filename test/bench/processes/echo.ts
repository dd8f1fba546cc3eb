// A server that says back what it is told: what the protocol itself costs.
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const connection = createMessageConnection(
	new StreamMessageReader(process.stdin),
	new StreamMessageWriter(process.stdout),
);
connection.onRequest('echo', (said: unknown) => said);
connection.onNotification('exit', () => process.exit(0));
connection.listen();
