// The page of the glossary: search, and the way to a term. The page is readable without it.

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const search = document.querySelector<HTMLInputElement>('#search');
const count = document.querySelector<HTMLElement>('#count');
const nothing = document.querySelector<HTMLElement>('#nothing');
const terms = [...document.querySelectorAll<HTMLElement>('article')].map((element) => ({
	element,
	names: element.dataset['names'] ?? '',
	words: (element.textContent ?? '').toLowerCase(),
}));
const sections = [...document.querySelectorAll<HTMLElement>('section')];

/** Shows the terms in which every word of the query stands; without one, all. */
function filter(): void {
	const words = (search?.value ?? '')
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
	let shown = 0;
	for (const term of terms) {
		const fits = words.every((word) => term.words.includes(word) || term.names.includes(word));
		term.element.hidden = !fits;
		shown += fits ? 1 : 0;
	}
	for (const section of sections) {
		section.hidden = section.querySelector('article:not([hidden])') === null;
	}
	if (count) {
		count.textContent = words.length === 0 ? '' : String(shown);
	}
	if (nothing) {
		nothing.hidden = shown > 0;
	}
}

/** Scrolls to a term, and marks it. */
function show(id: string, quietly: boolean): void {
	const term = document.getElementById(`term-${id}`);
	if (!term) {
		return;
	}
	if (term.hidden && search) {
		search.value = '';
		filter();
	}
	for (const marked of document.querySelectorAll('.shown')) {
		marked.classList.remove('shown');
	}
	term.classList.add('shown');
	term.scrollIntoView({ block: 'center' });
	if (!quietly) {
		term.focus({ preventScroll: true });
	}
}

search?.addEventListener('input', filter);
document.addEventListener('click', (event) => {
	const link = event.target instanceof Element ? event.target.closest('a') : null;
	const id = /^#term-(.+)$/.exec(link?.getAttribute('href') ?? '')?.[1];
	if (id !== undefined) {
		event.preventDefault();
		show(id, false);
	}
});
document.addEventListener('keydown', (event) => {
	if (event.key === '/' && document.activeElement !== search) {
		event.preventDefault();
		search?.focus();
		search?.select();
	}
});
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
	if (typeof data === 'object' && data !== null && 'show' in data && typeof data.show === 'string') {
		show(data.show, 'quietly' in data);
	}
});
search?.focus();
acquireVsCodeApi().postMessage({ ready: true });

export {};
