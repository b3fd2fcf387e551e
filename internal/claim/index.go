package claim

import "hearsay"

// # What is read once
//
// The sayings of a record are what it says, in terms of the story: who speaks, and
// who is spoken of. They are read when the record is first compared, and again only
// if its actors are taken for others than before. How much a word tells, which sayings
// may be alike and what is one claim hangs on all that are there, and is found anew.

// Index keeps the sayings of a story's records. The zero Index is empty and ready. It
// is not safe for use by several goroutines at once.
type Index struct {
	sheets  []*sheet
	stems   interner
	forms   interner
	lemmas  map[string]int32   // the stem of each lemma met before
	spelled map[string]spelled // each word met before, as it stands
	classes [][]int            // of each stem, the classes of synonyms it is in

	// people numbers actors by where they are first seen: the IDs of Trace.Actors
	// change with each report, and what was read must not.
	people map[hearsay.ActorAt]int
}

// sheet is what is kept of one record.
type sheet struct {
	actors  []int // of each of the record's actors the number that it was read with
	outlet  int
	sayings []saying // nil: not read yet
	beside  [][2]int // those that stand side by side, or one in the other
}

// Set takes note of the record at a position: the next one, or one in the place of
// another.
func (x *Index) Set(position int) {
	if x.people == nil {
		x.people, x.lemmas, x.spelled = map[hearsay.ActorAt]int{}, map[string]int32{}, map[string]spelled{}
	}
	if position == len(x.sheets) {
		x.sheets = append(x.sheets, nil)
	}
	x.sheets[position] = &sheet{}
}

// of returns an index of the records of a trace.
func indexOf(t *hearsay.Trace) *Index {
	var x Index
	for i := range t.Records {
		x.Set(i)
	}
	return &x
}

// number returns the number of an actor.
func (x *Index) number(a *hearsay.StoryActor) int {
	var at hearsay.ActorAt
	if len(a.Seen) > 0 {
		at = a.Seen[0]
	} else {
		at = hearsay.ActorAt{Report: a.Publishes[0], Actor: -1}
	}
	n, known := x.people[at]
	if !known {
		n = len(x.people)
		x.people[at] = n
	}
	return n
}

// stem returns the number of a word's stem.
func (x *Index) stem(lemma string) int32 {
	if id, known := x.lemmas[lemma]; known {
		return id
	}
	id := x.stems.id(stem(lemma))
	if int(id) == len(x.classes) {
		x.classes = append(x.classes, classes[x.stems.texts[id]])
	}
	x.lemmas[lemma] = id
	return id
}
