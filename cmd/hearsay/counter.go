package main

import (
	"fmt"
	"io"
	"time"
)

// counter tells on a terminal how many reports are done, once work takes long.
type counter struct {
	w     io.Writer // nil: tell nothing
	begun time.Time
	told  time.Time
	done  int
}

// A run that is over within patience tells nothing; a longer one something new
// every interval.
const (
	patience = 2 * time.Second
	interval = 200 * time.Millisecond
)

// newCounter returns a counter on stderr, if that is a terminal to which the
// results do not go as well.
func newCounter(stdout, stderr io.Writer) *counter {
	c := &counter{begun: time.Now()}
	if isTerminal(stderr) && !isTerminal(stdout) {
		c.w = stderr
	}
	return c
}

// step counts one more report.
func (c *counter) step() {
	c.done++
	now := time.Now()
	if c.w == nil || now.Sub(c.begun) < patience || now.Sub(c.told) < interval {
		return
	}
	c.told = now
	fmt.Fprintf(c.w, "\r%d reports", c.done)
}

// clear removes what was told, so that another line can stand there.
func (c *counter) clear() {
	if c.w != nil && !c.told.IsZero() {
		fmt.Fprint(c.w, "\r\x1b[K")
		c.told = time.Time{}
	}
}
