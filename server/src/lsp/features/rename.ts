import {
	LSPErrorCodes,
	type PrepareRenameResult,
	type Range,
	ResponseError,
	type ServerCapabilities,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ServerContext } from '../context';
import { guard } from '../guard';
import { bibliographyEdits, citationEdits, together } from '../keyEdits';
import { type KeyUnderCursor, keyUnderCursor, manuscriptsCiting } from '../keyPlaces';
import * as toLsp from '../toLsp';

type Refusal = ResponseError<void>;

/** Renames a key in its bibliography and in every manuscript that cites it. Refused where it would not do just that. */
export function registerRename(context: ServerContext): ServerCapabilities {
	const { connection, logger } = context;
	connection.onPrepareRename(
		guard(logger, 'rename', null, async (params): Promise<PrepareRenameResult | Refusal | null> => {
			const found = await keyUnderCursor(context, params);
			if (!found) {
				return null;
			}
			return obstacle(found) ?? { range: keyRange(found), placeholder: found.occurrence.key };
		}),
	);
	connection.onRenameRequest(
		guard(logger, 'rename', null, async (params): Promise<WorkspaceEdit | Refusal | null> => {
			const found = await keyUnderCursor(context, params);
			// Writers type what they see, with the sign and the braces.
			const newKey = params.newName.trim().replace(/^@(?:\{(.*)\}$)?/, '$1');
			return found ? (obstacle(found) ?? (await renamed(context, found, newKey))) : null;
		}),
	);
	return { renameProvider: { prepareProvider: true } };
}

async function renamed(
	context: ServerContext,
	{ occurrence, entry, bibliography, snapshot }: KeyUnderCursor,
	newKey: string,
): Promise<WorkspaceEdit | Refusal> {
	const { ofBibliography } = context.service;
	const { key } = occurrence;
	const problem = ofBibliography.keyProblem(newKey, bibliography);
	if (problem !== undefined) {
		return refusal(problem);
	}
	if (newKey === key) {
		return {};
	}
	if (!entry || !bibliography) {
		// Nothing is known of the key: it is corrected where the writer looks at it.
		const article = snapshot?.article;
		return article && snapshot
			? citationEdits(context, [{ article, snapshot, ranges: [] }], key, newKey)
			: refusal(`No entry has the key “${key}”.`);
	}
	const citing = await manuscriptsCiting(context, key, entry);
	const libraries = [...(snapshot ? [snapshot] : []), ...citing.map((manuscript) => manuscript.snapshot)];
	const isTaken =
		bibliography.entries.some((other) => other !== entry && [other.key, ...other.aliases].includes(newKey)) ||
		libraries.some(({ library }) => library.own(newKey) !== undefined && library.own(newKey) !== entry);
	if (isTaken) {
		return refusal(`There is an entry with the key “${newKey}” already. Choose another key.`);
	}
	const inBibliography = ofBibliography.renameEntry(bibliography, entry, key, newKey);
	return inBibliography
		? together(bibliographyEdits(context, bibliography, inBibliography), citationEdits(context, citing, key, newKey))
		: refusal(`The entry of “${key}” is written in a way that cannot be changed safely. Rename it by hand.`);
}

/** Why a key cannot be renamed at all. */
function obstacle({ occurrence: { key }, entry, snapshot }: KeyUnderCursor): Refusal | undefined {
	if (entry && ![entry.key, ...entry.aliases].includes(key)) {
		return refusal(`“${key}” names its work by an identifier. It is no key that could be renamed.`);
	}
	return !entry && snapshot?.library.builtIn(key)
		? refusal(`“${key}” is one of Metascribe's references. Add it to your bibliography to give it a key of your own.`)
		: undefined;
}

function refusal(message: string): Refusal {
	return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** The key without `@` and braces. */
function keyRange({ document, occurrence: { key, kind, range } }: KeyUnderCursor): Range {
	const lead = kind === 'citation' ? document.getText(toLsp.range(document, range)).indexOf(key) : 0;
	const start = range.start + Math.max(0, lead);
	return toLsp.range(document, { start, end: kind === 'citation' ? start + key.length : range.end });
}
