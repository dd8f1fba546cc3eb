/** The name of the file at an address, as people read it: "my refs.bib". */
export function fileName(uri: string): string {
	const name = uri.replace(/[?#].*$/s, '').slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
