import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { glossaryPage } from '../../../client/src/glossary/html';
import type { GlossaryEntry } from '../../../server/src/protocol';

const words = {
	title: 'Glossary',
	search: 'Search',
	nothing: 'Nothing',
	evidence: 'Evidence',
	seeAlso: 'See also',
	own: 'yours',
	categories: 'Categories',
};
const parts = { cspSource: 'https://x.test', style: 'https://x.test/s.css', script: 'https://x.test/s.js', words };

function entry(fields: Partial<GlossaryEntry>): GlossaryEntry {
	return {
		id: 'a',
		label: 'A',
		category: 'One',
		abbreviations: [],
		synonyms: [],
		definition: 'It is.',
		note: '',
		evidence: '',
		sources: [],
		related: [],
		own: false,
		...fields,
	};
}

suite('The page of the glossary', () => {
	test('may load its own style and script, and nothing else', () => {
		const page = glossaryPage([entry({})], parts);
		const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
		assert.equal(policy, 'default-src &#39;none&#39;; style-src https://x.test; script-src https://x.test;');
		assert.doesNotMatch(page, /unsafe|style="|\son\w+=/);
	});

	test('shows terms by category, with their neighbours as links within the page', () => {
		const page = glossaryPage(
			[entry({ related: [{ id: 'b', label: 'B' }] }), entry({ id: 'b', label: 'B', category: 'Two', own: true })],
			parts,
		);
		assert.deepEqual(
			[...page.matchAll(/<h2 id="category-\d">(.*?)<\/h2>/g)].map(([, title]) => title),
			['One', 'Two'],
		);
		assert.match(page, /<a href="#term-b">B<\/a>/);
		assert.match(page, /<h3>B <span class="own">yours<\/span><\/h3>/);
	});

	test('everything from data and files is text', () => {
		const evil = '"><script>x</script><img src=x onerror=y>&\'';
		const page = glossaryPage(
			[
				entry({
					id: evil,
					label: evil,
					category: evil,
					abbreviations: [evil],
					synonyms: [evil],
					definition: evil,
					note: evil,
					evidence: evil,
					sources: [
						{ name: evil, journal: evil, url: `https://x.org/${evil}`, key: evil },
						{ name: 'script', journal: '', url: 'javascript:alert(1)', key: undefined },
					],
					related: [{ id: evil, label: evil }],
				}),
			],
			parts,
		);
		assert.doesNotMatch(page, /<script>|<img|javascript:/);
		assert.equal(page.match(/<script /g)?.length, 1);
	});
});
