import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import knowledge from '#knowledge';
import { startServer } from './lsp/server';
import { noFiles } from './workspace/fileSystem';

// In a web worker the global object is the port to the client.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
	knowledge,
	files: noFiles,
	homeUri: undefined,
});
