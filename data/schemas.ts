import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { Problem } from './problem';
import abbreviations from './schema/abbreviations.schema.json';
import categories from './schema/categories.schema.json';
import claims from './schema/claims.schema.json';
import journals from './schema/journals.schema.json';
import conditions from './schema/matching-conditions.schema.json';
import references from './schema/references.schema.json';
import retractions from './schema/retractions.schema.json';
import terms from './schema/terms.schema.json';
import type { DataPath, Source } from './source';

const ajv = new Ajv2020({ allErrors: true, verbose: true });

/** The compiled schemas, by the kind of file they describe. */
const schemas = {
	terms: ajv.compile(terms),
	categories: ajv.compile(categories),
	references: ajv.compile(references),
	claims: ajv.compile(claims),
	abbreviations: ajv.compile(abbreviations),
	conditions: ajv.compile(conditions),
	retractions: ajv.compile(retractions),
	journals: ajv.compile(journals),
} satisfies Readonly<Record<string, ValidateFunction>>;

export type SchemaName = keyof typeof schemas;

/** What the schema has against the file, one problem for each place. */
export function schemaProblems(source: Source, name: SchemaName): readonly Problem[] {
	const validate = schemas[name];
	if (validate(source.value)) return [];
	const byPlace = new Map<string, ErrorObject>();
	for (const error of validate.errors ?? []) {
		// The branches of an `anyOf` fail first, at the same place; its own error sums them up and comes last.
		if (error.keyword === 'anyOf') dropBelow(byPlace, error.instancePath);
		byPlace.set(`${error.instancePath} ${placeInside(error)}`, error);
	}
	return [...byPlace.values()].map((error) => {
		const path = pathOf(error, source.value);
		return { file: source.file, line: source.lineOf(path), ...wording(error, path) };
	});
}

function dropBelow(byPlace: Map<string, ErrorObject>, instancePath: string): void {
	for (const [place, error] of byPlace) {
		const below = error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`);
		if (below && error.schemaPath.includes('/anyOf/')) byPlace.delete(place);
	}
}

function placeInside(error: ErrorObject): string {
	return String(error.params['missingProperty'] ?? error.params['additionalProperty'] ?? '');
}

/** The path of the wrong value. Ajv writes a JSON pointer, in which list positions and keys look alike. */
function pathOf(error: ErrorObject, root: unknown): DataPath {
	const path: (string | number)[] = [];
	let value = root;
	for (const part of error.instancePath.split('/').slice(1)) {
		const key = Array.isArray(value) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
		path.push(key);
		value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
	}
	const extra = error.params['additionalProperty'];
	return typeof extra === 'string' ? [...path, extra] : path;
}

function wording(error: ErrorObject, path: DataPath): { message: string; advice: string } {
	const field = [...path].reverse().find((key) => typeof key === 'string') ?? 'the file';
	const description = error.parentSchema?.['description'];
	const about = typeof description === 'string' ? description : 'See the schema in data/schema/.';
	switch (error.keyword) {
		case 'required':
			return {
				message: `\`${error.params['missingProperty']}\` is missing.`,
				advice: 'Add it; data/README.md shows an entry.',
			};
		case 'additionalProperties':
			return {
				message: `\`${field}\` is not a field that this record has.`,
				advice: `Correct its spelling or take it out. ${fieldList(error)}`,
			};
		case 'enum':
			return { message: `\`${field}\` is ${shown(error.data)}.`, advice: `Write one of: ${choices(error)}. ${about}` };
		case 'pattern':
			return { message: `\`${field}\` is ${shown(error.data)}, which has not the right form.`, advice: about };
		case 'anyOf':
			return { message: `\`${field}\` has not the right form.`, advice: about };
		case 'maxLength':
			return {
				message: `\`${field}\` is longer than ${error.params['limit']} characters.`,
				advice: `Shorten it. ${about}`,
			};
		case 'uniqueItems':
			return { message: `\`${field}\` holds ${shown(itemAt(error))} twice.`, advice: 'Take one out.' };
		case 'type':
			return {
				message: `\`${field}\` is ${shown(error.data)}, and should be of type ${error.params['type']}.`,
				advice: `${about} A number or word that YAML misreads needs quotes.`,
			};
		default:
			return { message: `\`${field}\` ${error.message ?? 'does not fit the schema'}.`, advice: about };
	}
}

function fieldList(error: ErrorObject): string {
	const properties = error.parentSchema?.['properties'];
	return typeof properties === 'object' && properties !== null ? `It has: ${Object.keys(properties).join(', ')}.` : '';
}

function choices(error: ErrorObject): string {
	const values: unknown = error.params['allowedValues'];
	return Array.isArray(values) ? values.join(', ') : '';
}

function itemAt(error: ErrorObject): unknown {
	return Array.isArray(error.data) ? error.data[Number(error.params['i'])] : error.data;
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? 'empty';
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
