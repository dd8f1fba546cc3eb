import { suite, test } from 'node:test';
import { checkDiagnostics } from '../../support/check';

suite('invalid-front-matter', () => {
	test('YAML that does not parse', () =>
		checkDiagnostics(`
			---
			title: [a
			        ^ warning invalid-front-matter: The front matter is not valid YAML
			---
		`));
	test('not closed', () =>
		checkDiagnostics(`
			---
			^^^ warning invalid-front-matter: The front matter is not closed. End it with a line of three dashes.
			title: A

			Text.
		`));
	test('silent', () => {
		checkDiagnostics('---\ntitle: A\n---\n');
		checkDiagnostics('---\n\nA rule, not front matter.');
		checkDiagnostics('Text.\n\n---\n\nMore.');
		checkDiagnostics('---\r\ntitle: A\r\n...\r\nText.');
	});
});
