import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Logger } from './logger';

/**
 * Wraps a request's handler: the only place where the server catches. A failure is logged with its stack and answered
 * with the fallback, so that one bad document never takes a feature away; a cancelled request is answered as such.
 */
export function guard<Params, Result>(
	logger: Logger,
	method: string,
	fallback: Result,
	handler: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
	return async (params, token) => {
		try {
			const result = await handler(params, token);
			return token.isCancellationRequested ? cancelled() : result;
		} catch (error) {
			if (token.isCancellationRequested) {
				return cancelled();
			}
			logger.error(`${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			return fallback;
		}
	};
}

function cancelled(): ResponseError<never> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
