package main

import (
	"fmt"
	"io"
	"time"
)

// tally tells on a terminal how far counted work is, once it takes long:
//
//	1204 of 9000 reports, 182/s, 42s left
type tally struct {
	w           io.Writer // nil: tell nothing
	what        string
	begun, told time.Time
}

func newTally(w io.Writer, what string) *tally {
	p := &tally{what: what, begun: time.Now()}
	if isTerminal(w) {
		p.w = w
	}
	return p
}

func (p *tally) at(done, all int) {
	now := time.Now()
	if p.w == nil || now.Sub(p.begun) < patience || now.Sub(p.told) < interval {
		return
	}
	p.told = now
	fmt.Fprintf(p.w, "\r%s\x1b[K", p.line(done, all, now.Sub(p.begun)))
}

func (p *tally) line(done, all int, after time.Duration) string {
	rate := float64(done) / after.Seconds()
	line := fmt.Sprintf("%d of %d %s, %.3g/s", done, all, p.what, rate)
	if done > 0 && all > done {
		left := time.Duration(float64(all-done) / rate * float64(time.Second))
		line += ", " + left.Round(time.Second).String() + " left"
	}
	return line
}

func (p *tally) clear() {
	if p.w != nil && !p.told.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.told = time.Time{}
	}
}
