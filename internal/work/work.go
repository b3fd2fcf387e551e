// Package work runs what takes long beside a desk, one piece after the other, tells
// how far each is, stops it and goes on with it.
//
//	asked for ──▶ waiting ──▶ running ──▶ done
//	                ▲            │
//	                └── gone on ─┴─▶ stopped, cut off, failed
//
// What is known of a piece lies in a file of its own, so that it outlives the page
// on which it was asked for, and the program. What was cut off when the program
// ended is gone on with when somebody says so: it may be what ended it.
package work

import (
	"slices"
	"time"
)

// Kind is what is done.
type Kind string

// The kinds.
const (
	Import Kind = "import" // reports are read and kept
	Reread Kind = "reread" // what is kept is read anew
)

// State is how it stands with a piece of work.
type State string

// The states.
const (
	Waiting State = "waiting"
	Running State = "running"
	Stopped State = "stopped" // by a person
	CutOff  State = "cut off" // the program ended
	Failed  State = "failed"  // it cannot go on
	Done    State = "done"
)

// Work is one piece of work.
type Work struct {
	ID     int
	Kind   Kind
	Title  string   // what it is, for people
	Inputs []string // of an import: files, folders, addresses
	Folder string   // where files lie that were given to it, "" : none; removed with it
	By     string   // who asked for it

	State State
	Why   string // it failed

	Asked, Begun, Ended time.Time // zero: not yet
	Progress
}

// Progress is how far a piece of work is, since it was begun or gone on with.
type Progress struct {
	All, Done, Failed int // inputs; All is 0 where it is not known
	Words             int
	Outcomes          []Outcome // in the order in which they first came
	Errors            []string  // the first; each names its input
	MoreErrors        int
}

// Outcome counts what became of inputs.
type Outcome struct {
	Name  string
	Count int
}

// Step is what became of one input.
type Step struct {
	All     int // how many there are by now; 0: as before
	Words   int
	Outcome string // "" : it failed, or is a warning
	Err     string // why it failed
	Warning string // what was not understood in an input that was read all the same
}

// keptErrors is how many errors are kept of a piece of work.
const keptErrors = 200

func (p *Progress) step(s Step) {
	if s.All > 0 {
		p.All = s.All
	}
	switch {
	case s.Warning != "":
		p.complain(s.Warning)
		return
	case s.Err != "":
		p.Failed++
		p.complain(s.Err)
	case s.Outcome != "":
		p.count(s.Outcome)
	default:
		return
	}
	p.Done++
	p.Words += s.Words
}

func (p *Progress) complain(text string) {
	if len(p.Errors) >= keptErrors {
		p.MoreErrors++
		return
	}
	p.Errors = append(p.Errors, text)
}

func (p *Progress) count(name string) {
	i := slices.IndexFunc(p.Outcomes, func(o Outcome) bool { return o.Name == name })
	if i < 0 {
		i, p.Outcomes = len(p.Outcomes), append(p.Outcomes, Outcome{Name: name})
	}
	p.Outcomes[i].Count++
}

// Share is how much is done, in hundredths; -1 where it is not known.
func (w Work) Share() int {
	switch {
	case w.State == Done:
		return 100
	case w.All <= 0:
		return -1
	}
	return min(99, 100*w.Done/w.All)
}

// Rate is how many inputs are done in a minute; 0 where that is not known yet.
func (w Work) Rate(now time.Time) int {
	if took := w.took(now); took > 0 {
		return int(float64(w.Done) * float64(time.Minute) / float64(took))
	}
	return 0
}

// Left is how long it still takes if it goes on as it went; 0 where that is not known.
func (w Work) Left(now time.Time) time.Duration {
	if w.State != Running || w.All <= 0 || w.Done == 0 {
		return 0
	}
	left := time.Duration(float64(w.took(now)) / float64(w.Done) * float64(w.All-w.Done))
	return max(0, left).Round(time.Second)
}

func (w Work) took(now time.Time) time.Duration {
	if w.Begun.IsZero() {
		return 0
	}
	if !w.Ended.IsZero() {
		now = w.Ended
	}
	return now.Sub(w.Begun)
}

// IsOver reports whether nothing more is done of it unless somebody says so.
func (w Work) IsOver() bool { return w.State != Waiting && w.State != Running }

// CanGoOn reports whether it can be gone on with.
func (w Work) CanGoOn() bool { return w.IsOver() && w.State != Done }
