// What extensions contribute, read from their manifests.
import fs from 'node:fs';
import path from 'node:path';

/** The folders of the extensions that are part of VS Code itself. */
export function hostExtensions(folder) {
	const extensions = path.join(folder, 'extensions');
	return fs.readdirSync(extensions).map((name) => path.join(extensions, name));
}

/** The entries of one contribution point (`grammars`, `themes`), with absolute paths. */
export function readContributions(folders, point) {
	return folders.flatMap((folder) => {
		const manifest = path.join(folder, 'package.json');
		const entries = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')).contributes?.[point] : [];
		return (entries ?? []).map((entry) => ({ ...entry, path: path.join(folder, entry.path) }));
	});
}
