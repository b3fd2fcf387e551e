package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// counter tells on a terminal how far the work is, once it takes long:
//
//	1204 reports, 64100 words/s, 3 failed, 41 %, 2m10s left
type counter struct {
	w     io.Writer // nil: tell nothing
	begun time.Time
	told  time.Time

	reports, failed, words int

	// How much of all is done, in inputs or in bytes; all is 0 where it is not known.
	done, all int64
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

// step counts one more report, with the words of its text, or one more failure;
// size is how much of all that was.
func (c *counter) step(text string, failed bool, size int64) {
	if c.w == nil {
		return
	}
	c.done += size
	if failed {
		c.failed++
	} else {
		c.reports++
		c.words += wordsIn(text)
	}
	now := time.Now()
	if now.Sub(c.begun) < patience || now.Sub(c.told) < interval {
		return
	}
	c.told = now
	fmt.Fprintf(c.w, "\r%s\x1b[K", c.line(now.Sub(c.begun)))
}

// line tells how far the work is after some time, which is not 0.
func (c *counter) line(after time.Duration) string {
	parts := []string{fmt.Sprintf("%d reports", c.reports), fmt.Sprintf("%.3g words/s", float64(c.words)/after.Seconds())}
	if rate := int(float64(c.words) / after.Seconds()); rate >= 1000 {
		parts[1] = fmt.Sprintf("%d words/s", rate/100*100)
	}
	if c.failed > 0 {
		parts = append(parts, fmt.Sprintf("%d failed", c.failed))
	}
	if share := c.share(); share > 0 {
		left := time.Duration(float64(after) * (1 - share) / share)
		parts = append(parts, fmt.Sprintf("%d %%", int(100*share)), left.Round(time.Second).String()+" left")
	}
	return strings.Join(parts, ", ")
}

// share is how much of all is done, from 0 to 1; 0 also if that is not known.
func (c *counter) share() float64 {
	if c.all <= 0 {
		return 0
	}
	return min(1, float64(c.done)/float64(c.all))
}

// clear removes what was told, so that another line can stand there.
func (c *counter) clear() {
	if c.w != nil && !c.told.IsZero() {
		fmt.Fprint(c.w, "\r\x1b[K")
		c.told = time.Time{}
	}
}

// wordsIn counts the words of a text, roughly: what white space divides.
func wordsIn(text string) int {
	n, inside := 0, false
	for i := range len(text) {
		space := text[i] <= ' '
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}
