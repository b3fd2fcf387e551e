package view

import (
	"strings"

	"hearsay"
)

// plain tells with words and marks alone what the other face shows in colour:
//
//	Radio Drenn said the League had agreed to free 30 captives.
//	  | Radio Drenn — said: the League had agreed to free 30 captives (indirect, 0.93)
//	  |   the League — had agreed: to free 30 captives (indirect, 0.40) check
//
//	  # 30 = 30 · to-be-released · captives · planned · the League
//
//	Sign up for our newsletter
//	  | [furniture]
//
// Every line that is not of the text begins with two spaces and a bar, or with two
// spaces and a hash for a figure.
type plain struct{}

func (plain) paint(text string, _ Style) string { return text }

func (plain) note(n Note) (string, []Run) {
	return "  | " + strings.Repeat(step, n.Depth), []Run{{Text: n.String()}}
}

func (plain) figure(f FigureNote) (string, []Run) {
	return "  # ", []Run{{Text: f.Words + " = " + f.Sense}}
}

func (plain) apart(kind hearsay.BlockKind) (string, []Run) {
	if kind == "" {
		return "", nil
	}
	return "  | ", []Run{{Text: "[" + string(kind) + "]"}}
}

// String tells the note in one line.
func (n Note) String() string {
	told := sourceOf(n)
	if n.Cue != "" {
		told += " — " + n.Cue
	}
	told += ": " + n.Content + " " + assurance(n)
	if n.Doubtful() {
		told += check
	}
	return told
}
