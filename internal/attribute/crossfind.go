package attribute

import (
	"runtime"
	"sync"
)

// fold is a part of the lessons and the rest, which models that shall be blind
// to the part are fitted on.
type fold struct {
	part, rest []*Lesson
}

func (s Settings) split(lessons []*Lesson) []fold {
	folds := make([]fold, s.Folds)
	for k := range folds {
		for i, l := range lessons {
			if i%s.Folds == k {
				folds[k].part = append(folds[k].part, l)
			} else {
				folds[k].rest = append(folds[k].rest, l)
			}
		}
	}
	return folds
}

// fitEach fits on the rest of each fold and, last, on all lessons.
func fitEach(folds []fold, lessons []*Lesson, blind, final func([]*Lesson) Weights) []Weights {
	weights := make([]Weights, len(folds)+1)
	inParallel(len(weights), func(k int) {
		if k == 0 { // the longest first
			weights[len(folds)] = final(lessons)
			return
		}
		weights[k-1] = blind(folds[k-1].rest)
	})
	return weights
}

// findCues fills found of the part's lessons.
func (f fold) findCues(w Weights) {
	finder, d := &Finder{Cue: w}, new(desk)
	for _, l := range f.part {
		d.sight.look(l.doc, l.words)
		l.found = finder.findCues(d)
	}
}

// findSources gives the true cues their guess, and the cues in found their
// sources. Both are found, as in reading, with the cues around in sight and no
// other source.
func (f fold) findSources(w Weights) {
	finder, d := &Finder{Source: w}, new(desk)
	for _, l := range f.part {
		d.sight.look(l.doc, l.words)
		l.guess = l.guess[:0]
		for _, t := range l.truth {
			d.setNeighbours(l, t.cue)
			l.guess = append(l.guess, finder.findSource(d, &reading{cue: t.cue, number: ownNumber}))
		}
		d.roles.reset(len(d.sight.tokens))
		for _, r := range l.found {
			d.roles.mark(d.roles.cue, r.cue, r.number)
		}
		for n := range l.found {
			l.found[n].source = finder.findSource(d, &l.found[n])
		}
	}
}

// ownNumber is a true cue's number in the role map, above those of found ones.
const ownNumber = 1 << 20

// setNeighbours fills the role map with a true cue and the found neighbours of
// it that do not stand in its place.
func (d *desk) setNeighbours(l *Lesson, cue extent) {
	d.roles.reset(len(d.sight.tokens))
	for _, r := range l.found {
		if r.cue.first < cue.end && cue.first < r.cue.end {
			continue
		}
		d.roles.mark(d.roles.cue, r.cue, r.number)
		d.roles.mark(d.roles.source, r.source, r.number)
	}
	d.roles.mark(d.roles.cue, cue, ownNumber)
}

// inParallel runs n tasks on all cores. Each task's result is its own, so the
// outcome does not depend on the number of cores.
func inParallel(n int, task func(k int)) {
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for k := range next {
				task(k)
			}
		})
	}
	for k := range n {
		next <- k
	}
	close(next)
	workers.Wait()
}
