package origin

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # One unnamed voice in one report
//
// A report introduces somebody it does not name and comes back to him:
//
//	a senior government official … told        introduced
//	the official said · he said · one of them  the one introduced last before, with the same head
//	an official … told                         another
//
// Across reports nothing is taken from such words.

// introduce numbers the unnamed voices of each report.
func (b *book) introduce() {
	for i := range b.trace.Records {
		var known []unnamedVoice
		for _, v := range b.unnamedVoices(i) {
			v.words = b.sheets[i].plain(v.span)
			who := before(known, v)
			if who == nobody {
				who = b.count
				b.count++
			}
			v.who = who
			known = append(known, v)
			b.unnamed[unnamedAt{i, v.span}] = who
		}
	}
}

// unnamedVoice is one mention of somebody without a name.
type unnamedVoice struct {
	span  hearsay.Span
	actor *int // of the record, if one was made of it
	words string
	who   int
}

// unnamedVoices lists the places where a report gives a voice to somebody without
// a name, each once, in text order.
func (b *book) unnamedVoices(report int) []unnamedVoice {
	r := &b.trace.Records[report]
	var out []unnamedVoice
	add := func(chain []hearsay.Voice) {
		for _, v := range chain {
			if v.As != nil && b.isUnnamed(report, v) {
				out = append(out, unnamedVoice{span: *v.As, actor: v.Actor})
			}
		}
	}
	for _, a := range r.Attributions {
		add(a.Chain)
	}
	for _, f := range r.Figures {
		add(f.Chain)
	}
	slices.SortStableFunc(out, func(x, y unnamedVoice) int {
		return cmp.Or(cmp.Compare(x.span.Start, y.span.Start), cmp.Compare(x.span.End, y.span.End))
	})
	return slices.CompactFunc(out, func(x, y unnamedVoice) bool { return x.span == y.span })
}

// before returns the voice among those before that a mention comes back to.
func before(known []unnamedVoice, v unnamedVoice) int {
	first, _, _ := strings.Cut(v.words, " ")
	for _, k := range known {
		if k.actor != nil && v.actor != nil && *k.actor == *v.actor {
			return k.who
		}
	}
	if introducing[first] {
		return nobody
	}
	head := lastWord(v.words)
	for _, k := range slices.Backward(known) {
		switch {
		case pronouns[v.words] || partOf[first] && strings.Contains(v.words, " of "):
			return k.who
		case strings.TrimSuffix(head, "s") == strings.TrimSuffix(lastWord(k.words), "s") && (definite[first] || k.words == v.words):
			return k.who
		}
	}
	return nobody
}

// introducing are words with which somebody new begins.
var introducing = set("a an another")

var pronouns = set("he she they it who which him her them that his their")

var definite = set("the this that these those both")

var partOf = set("one two three some several most many all both none another")

// who returns the number of a voice: an actor's ID, or that of the place where
// someone unnamed was introduced. A voice without words has a number of its own.
func (b *book) who(report int, v *voice) int {
	if v.actor != nobody {
		return v.actor
	}
	if v.As != nil {
		if id, ok := b.unnamed[unnamedAt{report, *v.As}]; ok {
			return id
		}
	}
	return nobody
}
