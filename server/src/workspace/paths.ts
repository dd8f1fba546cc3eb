/**
 * Where a path written in a document leads: relative to the document, absolute, or under the home folder.
 *
 * @returns `undefined` where that cannot be said: a relative path in an unsaved document, `~` on a host without a home
 */
export function resolvePath(documentUri: string, path: string, homeUri: string | undefined): string | undefined {
	const slashed = path.replaceAll('\\', '/');
	if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) {
		return /^https?:/i.test(path) ? undefined : path;
	}
	if (/^[a-z]:\//i.test(slashed)) {
		return join('file:///', slashed);
	}
	if (slashed.startsWith('~/')) {
		return homeUri === undefined ? undefined : join(`${homeUri.replace(/\/$/, '')}/`, slashed.slice(2));
	}
	return join(documentUri, slashed);
}

function join(base: string, path: string): string | undefined {
	const encoded = path.split('/').map(encodeURIComponent).join('/');
	try {
		return new URL(encoded, base).toString();
	} catch {
		// `untitled:Untitled-1` has no folder to start from.
		return undefined;
	}
}

/** The folder of a document with its final slash; empty where it has none. */
export function folderOf(uri: string): string {
	return join(normalUri(uri), '.') ?? '';
}

/** One spelling of an address: editors differ in what they escape (`file:///c%3A/` and `file:///c:/`). */
export function normalUri(uri: string): string {
	const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*:)(.*)$/is.exec(uri) ?? [undefined, '', uri];
	try {
		const decoded = decodeURIComponent(rest).replace(/^\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
		return scheme.toLowerCase() + decoded.split('/').map(encodeURIComponent).join('/');
	} catch {
		return uri;
	}
}
