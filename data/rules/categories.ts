import { type Data, problemAt } from '../data';
import type { Problem } from '../problem';

/** A file of terms that no category names, and a category without terms. */
export function* categories(data: Data): Iterable<Problem> {
	const known = new Set(data.categories.map(({ record }) => record.id));
	for (const file of data.termFiles) {
		const { category } = file.record;
		if (category !== file.name) {
			const message = `The category is "${category ?? ''}" and the file is ${file.name}.yaml.`;
			yield problemAt(file, ['category'], message, `Write "category: ${file.name}", or rename the file.`);
		} else if (!known.has(category)) {
			const advice = 'Add it there with a title and an order.';
			yield problemAt(file, ['category'], `Category "${category}" is not in categories.yaml.`, advice);
		}
	}
	const used = new Set(data.termFiles.map((file) => file.name));
	for (const entry of data.categories) {
		const { id } = entry.record;
		if (used.has(id)) continue;
		yield problemAt(entry, ['id'], `Category "${id}" has no terms.`, `Add terms/${id}.yaml or take the category out.`);
	}
}
