package hearsay

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Query says which statements are looked for. Its zero value asks for all.
//
//	bridge "stays closed" by:holt -by:"radio drenn" act:denial after:2031-04
//
// Words, About and Through must all be there. Of By, Outlet, Identity, Act and
// Stance, of which a statement has one each, one of those named is enough.
type Query struct {
	Words   []Phrase // in what is said
	By      []Phrase // who says it
	About   []Phrase // who is named in what is said
	Through []Phrase // a voice between the outlet and the one who speaks
	Outlet  []Phrase // who publishes it

	Identity []Identity
	Act      []Act
	Stance   []Stance

	// Without are words that must not be in what is said, WithoutBy those that
	// must not name who says it.
	Without, WithoutBy []Phrase

	Story  int64     // its number in the archive; 0: any
	After  time.Time // published at this time or later; zero: any
	Before time.Time // published before this time; zero: any
}

// Phrase is words that stand one after the other.
type Phrase struct {
	Words string
	Open  bool // the last word may go on: "negotiat*"
}

// Fields lists the fields that a query can name, in the order in which String
// writes them.
var Fields = []string{"by", "about", "through", "outlet", "identity", "act", "stance", "story", "after", "before"}

// Check reports the first broken invariant: a phrase without words, or an
// unknown identity, act or stance.
func (q Query) Check() error {
	for _, phrases := range [][]Phrase{q.Words, q.By, q.About, q.Through, q.Outlet, q.Without, q.WithoutBy} {
		for _, p := range phrases {
			if !hasWord(p.Words) {
				return fmt.Errorf("%q has no word to look for", p.Words)
			}
		}
	}
	if err := known("identity", q.Identity, Identities); err != nil {
		return err
	}
	if err := known("act", q.Act, Acts); err != nil {
		return err
	}
	if err := known("stance", q.Stance, Stances); err != nil {
		return err
	}
	if q.Story < 0 {
		return fmt.Errorf("story:%d is no story: they are numbered from 1", q.Story)
	}
	return nil
}

// IsZero reports whether the query asks for all.
func (q Query) IsZero() bool { return q.String() == "" }

func known[T ~string](field string, asked, all []T) error {
	for _, a := range asked {
		if !slices.Contains(all, a) {
			return fmt.Errorf("%s:%s is none; there are %s", field, a, listed(all))
		}
	}
	return nil
}

func listed[T ~string](all []T) string {
	names := make([]string, len(all))
	for i, a := range all {
		names[i] = string(a)
	}
	return strings.Join(names, ", ")
}
