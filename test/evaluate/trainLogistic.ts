/** Examples in compressed rows: example i has the features `index[start[i]..start[i+1])` with their values. */
export interface Examples {
	readonly start: readonly number[];
	readonly index: Int32Array;
	readonly value: Float32Array;
	/** Probability to be learnt, 0 to 1. */
	readonly target: readonly number[];
	readonly weight: readonly number[];
}

/** Collects rows and packs them. */
export class ExampleRows {
	readonly #start = [0];
	readonly #index: number[] = [];
	readonly #value: number[] = [];
	readonly #target: number[] = [];
	readonly #weight: number[] = [];

	put(index: number, value: number): void {
		if (value === 0) return;
		this.#index.push(index);
		this.#value.push(value);
	}

	end(target: number, weight: number): void {
		this.#start.push(this.#index.length);
		this.#target.push(target);
		this.#weight.push(weight);
	}

	pack(): Examples {
		return {
			start: this.#start,
			index: Int32Array.from(this.#index),
			value: Float32Array.from(this.#value),
			target: this.#target,
			weight: this.#weight,
		};
	}
}

export function scoreRow({ start, index, value }: Examples, row: number, weights: Float64Array): number {
	let sum = 0;
	const end = start[row + 1] ?? 0;
	for (let k = start[row] ?? 0; k < end; k++) sum += (weights[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
	return sum;
}

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/**
 * Logistic regression: minimises the weighted log loss plus `penalty[j] * w[j]**2 / 2` over all features,
 * by L-BFGS with backtracking. Deterministic: equal examples give equal weights.
 */
export function trainLogistic(examples: Examples, penalty: Float64Array, iterations = 40): Float64Array {
	const size = penalty.length;
	let weights = new Float64Array(size);
	let gradient = new Float64Array(size);
	const curvatures = expectedCurvatures(examples, penalty);
	let loss = evaluate(examples, penalty, weights, gradient);
	const steps: Step[] = [];
	for (let iteration = 0; iteration < iterations; iteration++) {
		const direction = descent(gradient, steps, curvatures);
		const slope = dot(direction, gradient);
		if (slope > -1e-9) break;
		let rate = 1;
		for (;;) {
			const next = Float64Array.from(weights, (w, j) => w + rate * (direction[j] ?? 0));
			const nextGradient = new Float64Array(size);
			const nextLoss = evaluate(examples, penalty, next, nextGradient);
			if (nextLoss <= loss + 1e-4 * rate * slope || rate < 1e-6) {
				const change = next.map((w, j) => w - (weights[j] ?? 0));
				const turn = nextGradient.map((g, j) => g - (gradient[j] ?? 0));
				const curvature = dot(change, turn);
				if (curvature > 1e-12) steps.push({ change, turn, curvature });
				if (steps.length > MEMORY) steps.shift();
				[weights, gradient, loss] = [next, nextGradient, nextLoss];
				break;
			}
			rate /= 2;
		}
	}
	return weights;
}

/** Steps that L-BFGS remembers. */
const MEMORY = 8;

interface Step {
	readonly change: Float64Array;
	readonly turn: Float64Array;
	readonly curvature: number;
}

/** The loss at `weights`; its gradient is written into `gradient`, which comes zeroed. */
function evaluate(examples: Examples, penalty: Float64Array, weights: Float64Array, gradient: Float64Array): number {
	const { start, index, value, target, weight } = examples;
	let loss = 0;
	for (let row = 0; row < target.length; row++) {
		const z = scoreRow(examples, row, weights);
		const [goal, mass] = [target[row] ?? 0, weight[row] ?? 0];
		// log(1 + e^z) - goal * z, without overflow
		loss += mass * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - goal * z);
		const pull = mass * (sigmoid(z) - goal);
		const end = start[row + 1] ?? 0;
		for (let k = start[row] ?? 0; k < end; k++) {
			const j = index[k] ?? 0;
			gradient[j] = (gradient[j] ?? 0) + pull * (value[k] ?? 0);
		}
	}
	for (let j = 0; j < weights.length; j++) {
		const [w, p] = [weights[j] ?? 0, penalty[j] ?? 0];
		loss += (p * w * w) / 2;
		gradient[j] = (gradient[j] ?? 0) + p * w;
	}
	return loss;
}

/** An upper bound of the loss's curvature along each weight: what makes rare and common features move alike. */
function expectedCurvatures({ start, index, value, weight }: Examples, penalty: Float64Array): Float64Array {
	const curvatures = penalty.slice();
	for (const [row, mass] of weight.entries()) {
		const end = start[row + 1] ?? 0;
		for (let k = start[row] ?? 0; k < end; k++) {
			const j = index[k] ?? 0;
			curvatures[j] = (curvatures[j] ?? 0) + (mass * (value[k] ?? 0) ** 2) / 4;
		}
	}
	return curvatures;
}

/** The direction L-BFGS takes: the two-loop recursion, started from the expected curvatures. */
function descent(gradient: Float64Array, steps: readonly Step[], curvatures: Float64Array): Float64Array {
	const direction = gradient.map((g) => -g);
	const pulls: number[] = [];
	for (const { change, turn, curvature } of steps.toReversed()) {
		const pull = dot(change, direction) / curvature;
		pulls.push(pull);
		add(direction, turn, -pull);
	}
	for (let j = 0; j < direction.length; j++) direction[j] = (direction[j] ?? 0) / (curvatures[j] ?? 1);
	for (const { change, turn, curvature } of steps) {
		add(direction, change, (pulls.pop() ?? 0) - dot(turn, direction) / curvature);
	}
	return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let j = 0; j < a.length; j++) sum += (a[j] ?? 0) * (b[j] ?? 0);
	return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
	for (let j = 0; j < to.length; j++) to[j] = (to[j] ?? 0) + times * (what[j] ?? 0);
}
