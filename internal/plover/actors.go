package plover

import (
	"regexp"
	"strings"

	"hearsay"
)

// speaker returns the actor who speaks; nil for one who is not named.
func (c *coder) speaker() *int {
	if n := len(c.told.Chain); n > 0 {
		return c.told.Chain[n-1].Actor
	}
	return nil
}

// recipient returns to whom a statement is made: as was read, or else the first actor
// other than the speaker whom its content names.
func (c *coder) recipient() *int {
	if c.told.Addressee != nil {
		return c.told.Addressee
	}
	speaker := c.speaker()
	for _, m := range c.named() {
		if speaker == nil || m.actor != *speaker {
			return &m.actor
		}
	}
	return nil
}

// actorsAround returns the last actor named before a byte of the content's words, and
// the first after it.
func (c *coder) actorsAround(at int) (before, after *int) {
	for _, m := range c.named() {
		switch {
		case m.at < at:
			before = &m.actor
		case after == nil && (before == nil || m.actor != *before):
			after = &m.actor
		}
	}
	return before, after
}

// doer returns the speaker where the content begins with a pronoun, or else the first
// actor whom it names.
func (c *coder) doer() *int {
	if c.isAboutItself() {
		return c.speaker()
	}
	if all := c.named(); len(all) > 0 {
		return &all[0].actor
	}
	return nil
}

// isAboutItself reports whether a content begins with a pronoun or has no subject.
func (c *coder) isAboutItself() bool { return itself.pattern.MatchString(c.words) }

var itself = forms{regexp.MustCompile(`^[“"'‘ ]*(?:that )?(?:he|she|it|they|we|i|to) `)}

// namedAt is a place in the content's words where an actor is named.
type namedAt struct{ at, actor int }

// named returns where the content names actors of the record, in text order; of
// names at one place the longest counts.
func (c *coder) named() []namedAt {
	var all []namedAt
	for at := 0; at < len(c.words); at++ {
		if at > 0 && isLetter(c.words[at-1]) {
			continue
		}
		if id, length := c.actorAt(at); length > 0 && (c.acts(c.record.Actors[id]) || towards.pattern.MatchString(c.words[:at])) {
			all = append(all, namedAt{at, id})
			at += length - 1
		}
	}
	return all
}

// actorAt returns the actor whose name, or another way of naming it, begins at a byte
// of the content's words, and its length; 0 for none.
func (c *coder) actorAt(at int) (id, length int) {
	rest := c.words[at:]
	for _, a := range c.record.Actors {
		for _, alias := range append([]string{a.Name}, a.Aliases...) {
			alias = strings.ToLower(alias)
			if len(alias) > length && strings.HasPrefix(rest, alias) && (len(alias) == len(rest) || !isLetter(rest[len(alias)])) {
				id, length = a.ID, len(alias)
			}
		}
	}
	return id, length
}

// towards are the words before one whom something is done to.
var towards = forms{regexp.MustCompile(`\b(?:with|against|from) $`)}

// acts reports whether an actor of the record does anything in it, rather than being
// a name that is mentioned: it speaks or is spoken to, or is of a kind that acts.
func (c *coder) acts(a hearsay.Actor) bool {
	switch a.Kind {
	case hearsay.Government, hearsay.ArmedGroup, hearsay.Ministry, hearsay.CourtOfLaw, hearsay.Mediator:
		return true
	}
	for _, told := range c.record.Attributions {
		if told.Addressee != nil && *told.Addressee == a.ID {
			return true
		}
		for _, v := range told.Chain {
			if v.Actor != nil && *v.Actor == a.ID {
				return true
			}
		}
	}
	return false
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' || b >= 0x80 }

// contentWords returns the content in lower case, its pieces apart.
func (c *coder) contentWords() string {
	var pieces []string
	for _, s := range c.told.Content {
		pieces = append(pieces, s.In(c.record.Report.Text))
	}
	return strings.ToLower(strings.Join(pieces, " … "))
}

func (c *coder) cueWords() string { return strings.ToLower(words(c.told.Cue, c.record.Report.Text)) }

func words(s *hearsay.Span, text string) string {
	if s == nil {
		return ""
	}
	return s.In(text)
}
