package main

import "math"

// logistic fits a logistic regression with a ridge penalty by Newton's method
// (iteratively reweighted least squares). The first feature is the bias and is not
// penalised.
//
// signs says of each feature whether its weight must not be below 0 (1), above it
// (-1) or may be anything (0): a feature whose weight would come out on the wrong
// side is left out, the worst first, and the rest fitted again. Weights that are fixed stay as they are.
func logistic(examples []example, ridge float64, signs []int, fixed map[int]int) []float64 {
	n := len(examples[0].features)
	out, w := make([]bool, n), make([]float64, n)
	for i, x := range fixed { // the order makes no difference
		out[i], w[i] = true, float64(x)/1000
	}
	for {
		newton(examples, ridge, out, w)
		worst := -1
		for i, s := range signs {
			if wrong := -float64(s) * w[i]; wrong > 0 && !out[i] && (worst < 0 || wrong > -float64(signs[worst])*w[worst]) {
				worst = i
			}
		}
		if worst < 0 {
			return w
		}
		out[worst], w[worst] = true, 0
	}
}

// newton improves the weights of all features but those that are left out.
func newton(examples []example, ridge float64, out []bool, w []float64) {
	n := len(w)
	for range 40 {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			if i > 0 {
				gradient[i] = ridge * w[i]
				hessian[i][i] = ridge
			}
			hessian[i][i] += 1e-6
		}
		for _, e := range examples {
			p := 1 / (1 + math.Exp(-dot(w, e.features)))
			y := 0.0
			if e.alike {
				y = 1
			}
			for i, x := range e.features {
				if x == 0 || out[i] {
					continue
				}
				gradient[i] += e.weight * (p - y) * x
				row, by := hessian[i], e.weight*p*(1-p)*x
				for j, z := range e.features[i:] {
					row[i+j] += by * z
				}
			}
		}
		for i := range hessian {
			for j := range i {
				hessian[i][j] = hessian[j][i]
			}
		}
		for i := range out {
			if out[i] {
				gradient[i], hessian[i] = 0, make([]float64, n)
				hessian[i][i] = 1
			}
		}
		step := solve(hessian, gradient)
		moved := 0.0
		for i := range w {
			w[i] -= step[i]
			moved = max(moved, math.Abs(step[i]))
		}
		if moved < 1e-4 {
			return
		}
	}
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// solve returns x with a x = b, by Gaussian elimination with pivots. It destroys a
// and b.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for k := range n {
		p := k
		for i := k + 1; i < n; i++ {
			if math.Abs(a[i][k]) > math.Abs(a[p][k]) {
				p = i
			}
		}
		a[k], a[p], b[k], b[p] = a[p], a[k], b[p], b[k]
		for i := k + 1; i < n; i++ {
			f := a[i][k] / a[k][k]
			for j := k; j < n; j++ {
				a[i][j] -= f * a[k][j]
			}
			b[i] -= f * b[k]
		}
	}
	x := make([]float64, n)
	for k := n - 1; k >= 0; k-- {
		x[k] = b[k]
		for j := k + 1; j < n; j++ {
			x[k] -= a[k][j] * x[j]
		}
		x[k] /= a[k][k]
	}
	return x
}
