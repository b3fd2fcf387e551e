package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/contract"
)

// ErrOneReport says that standoff annotation of a second report cannot follow
// the first in one stream, since its offsets would point into another text.
var ErrOneReport = errors.New("brat keeps each report's annotation in a file of its own: name a folder with --out")

// Brat writes the brat standoff annotation of a single report.
type Brat struct {
	w       io.Writer
	written bool
}

// NewBrat returns an encoder that writes to w.
func NewBrat(w io.Writer) *Brat { return &Brat{w: w} }

// Write writes the annotation of the only record; for a second one it returns
// [ErrOneReport].
func (b *Brat) Write(record hearsay.Record) error {
	if b.written {
		return ErrOneReport
	}
	b.written = true
	_, err := b.w.Write(standoff(contract.Of(record)))
	return err
}

// standoff returns a report's annotation in brat's format
// (https://brat.nlplab.org/standoff.html), laid out as PolNeAR lays out its own:
//
//	T1  Source 0 11         Radio Drenn
//	T2  Cue 12 16           said
//	T3  Content 17 40;41 60 the League had agreed to free 30 captives
//	T4  Attribution 12 16   said
//	E1  Attribution:T4 Source:T1 Cue:T2 Content:T3
//	#1  AnnotatorNotes E1   indirect, confidence 0.93
//
// An event needs a trigger: the cue's words again, or where there is no cue the
// source's, or else the content's. The note is what PolNeAR does not have; brat
// shows it when one points at the event.
func standoff(line contract.Line) []byte {
	b := &brat{shared: map[string]string{}, events: map[int]int{}}
	for i, a := range line.Attributions {
		b.events[a.ID] = i + 1
	}
	for _, a := range line.Attributions {
		b.attribution(a)
	}
	return b.out.Bytes()
}

// brat is one annotation file in the making.
type brat struct {
	out    bytes.Buffer
	words  int               // T lines written
	shared map[string]string // a T line without its id → the id
	events map[int]int       // an attribution's id → its event's number
}

// argument is one role of an event, filled by a T line.
type argument struct {
	role   string
	pieces []contract.Span // empty: nobody and nothing fills the role
}

func (b *brat) attribution(a contract.Attribution) {
	arguments := []argument{
		{"Source", allPieces(a.Source)},
		{"Cue", allPieces(a.Cue)},
		{"Content", allPieces(contents(a)...)},
	}
	var filled strings.Builder
	for _, arg := range arguments {
		if len(arg.pieces) > 0 {
			fmt.Fprintf(&filled, " %s:%s", arg.role, b.sharedWords(arg.role, arg.pieces))
		}
	}
	kind := "Attribution"
	if a.Source == nil {
		kind = "Attribution-no-source"
	}
	trigger := b.newWords(wordLine(kind, triggerPieces(arguments)))
	event := b.events[a.ID]
	fmt.Fprintf(&b.out, "E%d\t%s:%s%s\n", event, kind, trigger, filled.String())
	fmt.Fprintf(&b.out, "#%d\tAnnotatorNotes E%d\t%s\n", event, event, b.note(a))
}

// triggerPieces returns the pieces of the cue, or else of the first role filled.
func triggerPieces(arguments []argument) []contract.Span {
	cue := arguments[1]
	for _, arg := range append([]argument{cue}, arguments...) {
		if len(arg.pieces) > 0 {
			return arg.pieces
		}
	}
	return nil
}

func (b *brat) note(a contract.Attribution) string {
	note := fmt.Sprintf("%s, confidence %v", a.Manner, a.Confidence)
	if id := lastIdentity(a.Chain); id != "" {
		note += ", " + id
	}
	if a.Silence != nil {
		note += ", no statement: " + string(*a.Silence)
	}
	if a.Within != nil {
		note += fmt.Sprintf(", within E%d", b.events[*a.Within])
	}
	return note
}

// sharedWords returns the id of the T line for pieces, writing it unless an
// attribution before has: brat would draw it twice.
func (b *brat) sharedWords(kind string, pieces []contract.Span) string {
	line := wordLine(kind, pieces)
	id, known := b.shared[line]
	if !known {
		id = b.newWords(line)
		b.shared[line] = id
	}
	return id
}

// newWords writes a T line and returns its id. A trigger, which belongs to one
// event, always needs a new one.
func (b *brat) newWords(line string) string {
	b.words++
	id := fmt.Sprintf("T%d", b.words)
	fmt.Fprintf(&b.out, "%s\t%s\n", id, line)
	return id
}

// wordLine returns a T line without its id.
func wordLine(kind string, pieces []contract.Span) string {
	places, words := make([]string, len(pieces)), make([]string, len(pieces))
	for i, p := range pieces {
		places[i], words[i] = fmt.Sprintf("%d %d", p.Start, p.End), p.Text
	}
	return fmt.Sprintf("%s %s\t%s", kind, strings.Join(places, ";"), strings.Join(words, " "))
}

func contents(a contract.Attribution) []*contract.Span {
	all := make([]*contract.Span, len(a.Content))
	for i := range a.Content {
		all[i] = &a.Content[i]
	}
	return all
}

func allPieces(spans ...*contract.Span) []contract.Span {
	var all []contract.Span
	for _, s := range spans {
		if s != nil {
			all = append(all, pieces(*s)...)
		}
	}
	return all
}

// pieces cuts a span at its line breaks, as brat does: an annotation is one line
// of its file, and the words on it must be those of the pieces, joined by single
// spaces. White space at the ends of a piece is left out.
//
//	text   "We will wait ⏎ ⏎ and see"     pieces   [We will wait] [and see]
//
// Every control character divides: brat's own reader takes several of them for
// line breaks, and tabs for the border of a field.
func pieces(s contract.Span) []contract.Span {
	var found []contract.Span
	at := s.Start
	for rest := s.Text; rest != ""; {
		line := upToBreak(rest)
		words := strings.TrimFunc(line, isBlank)
		if words != "" {
			start := at + utf8.RuneCountInString(line[:strings.Index(line, words)])
			end := start + utf8.RuneCountInString(words)
			found = append(found, contract.Span{Start: start, End: end, Text: words})
		}
		at += utf8.RuneCountInString(line)
		rest = rest[len(line):]
	}
	return found
}

// upToBreak returns the beginning of s up to its first break, inclusive.
func upToBreak(s string) string {
	i := strings.IndexFunc(s, isBreak)
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

func isBreak(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

func isBlank(r rune) bool { return isBreak(r) || unicode.IsSpace(r) }
