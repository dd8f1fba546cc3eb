import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import knowledge from '#knowledge';
import { startServer } from './lsp/server';
import { diskFileSystem } from './workspace/diskFileSystem';

startServer(createConnection(ProposedFeatures.all), {
	knowledge,
	files: diskFileSystem,
	homeUri: pathToFileURL(homedir()).toString(),
});
