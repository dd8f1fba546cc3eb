import { type Data, type Entry, problemAt } from '../data';
import type { Problem } from '../problem';
import type { TermRecord } from '../records';

const inverses = { broader: 'narrower', narrower: 'broader', related: 'related' } as const;
const relations = ['broader', 'narrower', 'related'] as const;

/** Relations to terms that are not there, not told at the other end, told twice over, or going round; terms with none. */
export function* termRelations(data: Data): Iterable<Problem> {
	const terms = new Map(data.terms.map((entry) => [entry.record.id, entry]));
	for (const entry of data.terms) {
		const { record } = entry;
		for (const relation of relations) {
			for (const [index, id] of (record[relation] ?? []).entries()) {
				yield* oneRelation(entry, relation, index, id, terms.get(id));
			}
		}
		if (relations.every((relation) => record[relation] === undefined)) {
			const advice = 'Name a broader or related term, and this one there: readers reach terms through others.';
			yield problemAt(entry, ['id'], `"${record.id}" has no relation to any other term.`, advice);
		}
	}
	yield* circles(data, terms);
}

function* oneRelation(
	entry: Entry<TermRecord>,
	relation: (typeof relations)[number],
	index: number,
	id: string,
	target: Entry<TermRecord> | undefined,
): Iterable<Problem> {
	const { record } = entry;
	const at = [relation, index];
	if (!target) {
		const advice = 'Correct the id, add the term, or take the id out.';
		yield problemAt(entry, at, `\`${relation}\` names "${id}", which is no term.`, advice);
		return;
	}
	if (id === record.id) {
		yield problemAt(entry, at, `"${id}" names itself under \`${relation}\`.`, 'Take it out.');
		return;
	}
	const inverse = inverses[relation];
	if (!target.record[inverse]?.includes(record.id)) {
		const where = `${target.source.file}:${target.source.lineOf(target.path)}`;
		const advice = `Add "${record.id}" there under \`${inverse}\`, or take this one out.`;
		yield problemAt(entry, at, `"${id}" (${where}) does not name "${record.id}" under \`${inverse}\`.`, advice);
	}
	if (relation === 'related' && (record.broader?.includes(id) || record.narrower?.includes(id))) {
		const advice = 'Keep it under `broader` or `narrower` only, at both ends.';
		yield problemAt(entry, at, `"${id}" is related to "${record.id}" and also broader or narrower.`, advice);
	}
}

/** Terms that are, over some steps, broader than themselves. Each circle is reported once. */
function* circles(data: Data, terms: ReadonlyMap<string, Entry<TermRecord>>): Iterable<Problem> {
	const settled = new Set<string>();
	for (const start of data.terms) {
		const trail = [start.record.id];
		const onTrail = new Set(trail);
		// Depth first, with the positions still to visit kept beside the trail.
		const positions = [0];
		while (trail.length > 0) {
			const id = trail.at(-1) ?? '';
			const entry = terms.get(id);
			const position = positions.at(-1) ?? 0;
			const next = settled.has(id) ? undefined : entry?.record.broader?.[position];
			if (next === undefined) {
				settled.add(id);
				onTrail.delete(id);
				trail.pop();
				positions.pop();
				continue;
			}
			positions[positions.length - 1] = position + 1;
			if (onTrail.has(next) && next !== id && entry) {
				const circle = [...trail.slice(trail.indexOf(next)), next].join(' → ');
				yield problemAt(
					entry,
					['broader', position],
					`Broader terms go round: ${circle}.`,
					'Take one of these steps out, at both ends.',
				);
			} else if (!onTrail.has(next)) {
				trail.push(next);
				onTrail.add(next);
				positions.push(0);
			}
		}
	}
}
