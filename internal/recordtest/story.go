package recordtest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
)

// Story makes a trace with its claims by hand. Each file of the archive whose name
// ends in .txt is a report: a header, its text, and below a line "%%" one line for
// each attribution.
//
//	Outlet: Radio Drenn
//	Published: 2031-04-02T20:00:00Z
//	Copies: NAME · Revises: NAME            files before it
//
//	An official has told Radio Drenn that 15 miners are dead.
//	%%
//	toll figure actual | an official {anonymous interview} | 15 miners are dead
//
// The line gives the claim with its act and stance, the chain without the outlet
// (hops joined by " > ", "-" for none), the content (pieces joined by "||"), and the
// cue, if it matters. A
// hop is words of the text, or "-", with its identity and medium in braces; what it
// names, after "=": "the station {named-organisation} =Radio Drenn"; and when it
// spoke, after "@": a date. A claim "own" is a statement in the outlet's own voice.
//
// Below a second line "%%" may stand the terms, in text order: a word of the text,
// its dictionary form, class and role, the word it hangs on ("-" for none), then
// "not" if it is negated, and "=" with the name of whom it mentions:
//
//	League league name agent freed =The League
//	freed free verb root - not
//
// Whatever is named, and every outlet, is an actor of the trace.
func Story(files []txtar.File) (hearsay.Trace, error) {
	s := story{actors: map[string]int{}, claims: map[string]int{}, reports: map[string]int{}}
	for _, f := range files {
		if !strings.HasSuffix(f.Name, ".txt") {
			continue
		}
		if err := s.add(f.Name, string(f.Data)); err != nil {
			return s.trace, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	s.finish()
	if err := s.hangTerms(); err != nil {
		return s.trace, err
	}
	return s.trace, s.trace.Check()
}

type story struct {
	trace   hearsay.Trace
	actors  map[string]int
	claims  map[string]int
	reports map[string]int
	hang    []hanging
}

func (s *story) add(name, data string) error {
	header, rest, _ := strings.Cut(data, "\n\n")
	text, lines, _ := strings.Cut(rest, "\n%%\n")
	lines, terms, _ := strings.Cut(lines, "%%\n")
	r := hearsay.Record{Report: hearsay.Report{Path: name, Text: text}, Blocks: blocks(text), Language: "en"}
	id := len(s.trace.Records)
	for line := range strings.Lines(header) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if err := s.head(&r, id, key, value); err != nil {
			return err
		}
	}
	for line := range strings.Lines(terms) {
		if err := s.term(&r, strings.Fields(line)); err != nil {
			return fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
		}
	}
	s.reports[name] = id
	s.trace.Records = append(s.trace.Records, r)
	for line := range strings.Lines(lines) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := s.attribute(id, strings.TrimSpace(line)); err != nil {
			return fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
		}
	}
	return nil
}

func (s *story) head(r *hearsay.Record, id int, key, value string) (err error) {
	switch key {
	case "Outlet":
		r.Report.Outlet = value
		s.actor(value, hearsay.Outlet)
	case "Published":
		r.Report.Published, err = time.Parse(time.RFC3339, value)
	case "Updated":
		r.Report.Updated, err = time.Parse(time.RFC3339, value)
	case "Byline":
		r.Report.Byline = []string{value}
	case "Copies":
		s.trace.Copies = append(s.trace.Copies, hearsay.Copy{Report: id, Of: s.reports[value], Share: 1000})
	case "Revises":
		s.trace.Updates = append(s.trace.Updates, hearsay.Update{Report: id, Revises: s.reports[value]})
	default:
		err = fmt.Errorf("header %q", key)
	}
	return err
}

func (s *story) actor(name string, kind hearsay.ActorKind) int {
	if id, ok := s.actors[name]; ok {
		return id
	}
	id := len(s.trace.Actors)
	s.actors[name] = id
	s.trace.Actors = append(s.trace.Actors, hearsay.StoryActor{ID: id, Name: name, Kind: kind, Aliases: []hearsay.Alias{{Words: name, Why: "by hand"}}})
	return id
}

// attribute reads one line below the text.
func (s *story) attribute(report int, line string) error {
	fields := strings.Split(strings.ReplaceAll(line, "||", "\x00"), "|")
	if len(fields) != 3 && len(fields) != 4 {
		return fmt.Errorf("has %d fields, want 3 or 4", len(fields))
	}
	r := &s.trace.Records[report]
	a := hearsay.Attribution{ID: len(r.Attributions), Manner: hearsay.Indirect, Confidence: 1000}
	for words := range strings.SplitSeq(fields[2], "\x00") {
		piece, err := findWhole(r.Report.Text, strings.TrimSpace(words))
		if err != nil {
			return err
		}
		a.Content = append(a.Content, *piece)
	}
	if len(fields) == 4 {
		cue, err := findWhole(r.Report.Text, strings.TrimSpace(fields[3]))
		if err != nil {
			return err
		}
		a.Cue = cue
	}
	claim := strings.Fields(fields[0])
	if len(claim) > 1 {
		a.Act, a.Stance = hearsay.Act(claim[1]), hearsay.Stance(claim[2])
	}
	place := hearsay.Place{Report: report, Part: hearsay.PartAttribution, Index: a.ID}
	if strings.TrimSpace(fields[1]) == "own" {
		place = hearsay.Place{Report: report, Part: hearsay.PartOwnVoice, Index: len(r.OwnVoice)}
		r.OwnVoice = append(r.OwnVoice, hearsay.OwnVoice{Span: a.Content[0]})
	} else {
		var err error
		if a.Chain, err = s.chain(r, fields[1]); err != nil {
			return err
		}
		r.Attributions = append(r.Attributions, a)
	}
	s.claim(claim[0], a, place)
	return nil
}

// term reads one line of the terms.
func (s *story) term(r *hearsay.Record, fields []string) error {
	if len(fields) < 5 {
		return fmt.Errorf("has %d fields, want 5 or more", len(fields))
	}
	span, err := findWhole(r.Report.Text, fields[0])
	if err != nil {
		return err
	}
	t := hearsay.Term{Span: *span, Lemma: fields[1], Class: hearsay.TermClass(fields[2]), Role: hearsay.TermRole(fields[3]), Head: hearsay.NoHead}
	rest := strings.Join(fields[5:], " ")
	_, t.Negated = strings.CutPrefix(rest, "not")
	if _, name, ok := strings.Cut(rest, "="); ok {
		id := s.actor(name, hearsay.Organisation)
		t.Actor = &id
	}
	r.Terms = append(r.Terms, t)
	s.hang = append(s.hang, hanging{len(s.trace.Records), len(r.Terms) - 1, fields[4]})
	return nil
}

// hanging is a term whose head is still to be found.
type hanging struct {
	report, term int
	head         string
}

// hangTerms finds the heads of all terms.
func (s *story) hangTerms() error {
	for _, h := range s.hang {
		r := &s.trace.Records[h.report]
		if h.head == "-" {
			continue
		}
		span, err := findWhole(r.Report.Text, h.head)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(r.Terms, func(t hearsay.Term) bool { return t.Span == *span })
		if at < 0 {
			return fmt.Errorf("%q, on which a term hangs, is no term", h.head)
		}
		r.Terms[h.term].Head = at
	}
	return nil
}

func (s *story) chain(r *hearsay.Record, hops string) ([]hearsay.Voice, error) {
	chain := []hearsay.Voice{{Identity: hearsay.OutletIdentity}}
	if strings.TrimSpace(hops) == "-" {
		return chain, nil
	}
	for hop := range strings.SplitSeq(hops, " > ") {
		v, err := s.voice(r, hop)
		if err != nil {
			return nil, err
		}
		chain = append(chain, v)
	}
	return chain, nil
}

func (s *story) voice(r *hearsay.Record, hop string) (v hearsay.Voice, err error) {
	words, rest, _ := strings.Cut(hop, "{")
	kinds, named, _ := strings.Cut(rest, "}")
	if v.As, err = findWhole(r.Report.Text, strings.TrimSpace(words)); err != nil {
		return v, err
	}
	for i, k := range strings.Fields(kinds) {
		if i == 0 {
			v.Identity = hearsay.Identity(k)
		} else {
			v.Medium = hearsay.Medium(k)
		}
	}
	named, date, spoke := strings.Cut(named, "@")
	if spoke {
		v.Occasion = &hearsay.Occasion{Date: strings.TrimSpace(date)}
	}
	if _, name, ok := strings.Cut(named, "="); ok {
		kind := hearsay.Organisation
		if v.Identity == hearsay.NamedPerson {
			kind = hearsay.Person
		}
		id := s.actor(strings.TrimSpace(name), kind)
		v.Actor = &id
	}
	return v, nil
}

func (s *story) claim(name string, a hearsay.Attribution, at hearsay.Place) {
	id, ok := s.claims[name]
	if !ok {
		id = len(s.trace.Claims)
		s.claims[name] = id
		s.trace.Claims = append(s.trace.Claims, hearsay.Claim{
			ID: id, Gist: hearsay.Passage{Report: at.Report, Span: a.Content[0]}, Act: a.Act, Stance: a.Stance,
		})
	}
	c := &s.trace.Claims[id]
	c.Places = append(c.Places, at)
}

// finish makes every actor of the trace one of each record, under the same ID.
func (s *story) finish() {
	for i := range s.trace.Records {
		r := &s.trace.Records[i]
		for id := range s.trace.Actors {
			a := &s.trace.Actors[id]
			r.Actors = append(r.Actors, hearsay.Actor{ID: id, Name: a.Name, Kind: a.Kind, Aliases: []string{a.Name}})
			a.Seen = append(a.Seen, hearsay.ActorAt{Report: i, Actor: id})
		}
	}
	for i := range s.trace.Claims {
		slices.SortStableFunc(s.trace.Claims[i].Places, func(a, b hearsay.Place) int { return a.Report - b.Report })
	}
}

// findWhole is find for whole words: "he" is not found in "the".
func findWhole(text, words string) (*hearsay.Span, error) {
	name, nth, counted := strings.Cut(words, "@")
	n := 1
	if counted {
		var err error
		if n, err = strconv.Atoi(nth); err != nil {
			return nil, err
		}
	}
	if name == "-" || name == "" {
		return nil, nil
	}
	for at := 0; ; n-- {
		for {
			i := strings.Index(text[at:], name)
			if i < 0 {
				return nil, fmt.Errorf("%q is not in the text that often", name)
			}
			if at += i; isWhole(text, at, at+len(name)) {
				break
			}
			at++
		}
		if n == 1 {
			return &hearsay.Span{Start: at, End: at + len(name)}, nil
		}
		at += len(name)
	}
}

// isWhole reports whether no word goes on beyond a stretch.
func isWhole(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	return !(unicode.IsLetter(before) && unicode.IsLetter(first)) && !(unicode.IsLetter(after) && unicode.IsLetter(last))
}
