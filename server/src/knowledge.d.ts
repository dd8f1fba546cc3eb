/** The compiled form of `data/`, put in by the bundler. */
declare module '#knowledge' {
	const knowledge: import('./service').Knowledge;
	export default knowledge;
}
