package view

import (
	"cmp"
	"strings"
	"time"

	"hearsay"
)

// # The sheet
//
// A terminal tells under each paragraph what was read in it. A face that can point,
// such as a page in a browser, wants more of the same: which words belong to which
// attribution, and all of a chain. A [Sheet] is that, computed once:
//
//	record ──► voices ──► marks ──► paragraphs, each with its margin
//	                                 └── figures, times: lists that marks point into
//
// Its strings are on one line and free of control characters, but for Mark.Text,
// which keeps line breaks as "\n".

// Sheet is what there is to show of one record to somebody who can point at words.
type Sheet struct {
	Headline   string
	Outlet     string
	Address    string // of the report, http or https; "" : not stated
	Byline     string
	Dateline   string
	Credit     string
	Published  time.Time
	Updated    time.Time
	Notices    []string // what was not read, and why
	Paragraphs []SheetParagraph
	Voices     []Heard
	Figures    []FigureLine
	Times      []TimeLine
	Found      int // attributions
	Doubtful   int // of these, below CheckBelow
	OwnVoice   int // statements the outlet makes itself
	Unresolved int // times that want the report's date
	Beyond     int // bytes of the text that are not shown: it is too long
}

// SheetParagraph is one paragraph as published and what its margin tells.
type SheetParagraph struct {
	Start int // of its text, in bytes
	Marks []Mark
	Kind  hearsay.BlockKind // "" : stands in no block
	Notes []SheetNote
	Own   bool // something in it is said in the outlet's own voice
}

// InStory reports whether the paragraph tells the story.
func (p SheetParagraph) InStory() bool { return p.Kind == "" || p.Kind.InStory() }

// Mark is a stretch of text in one style, and what it is a part of. The numbers
// count from 1; 0 means none.
type Mark struct {
	Text        string
	Voice       Voice
	Role        Role
	Attribution int // the innermost attribution it belongs to
	Figure      int // Sheet.Figures
	Time        int // Sheet.Times
	Own         bool
	Hint        string // what the figure or time means
}

// Heard is one voice of a sheet, for the key to the colours.
type Heard struct {
	Voice    Voice
	Name     string // as the report calls it
	Identity hearsay.Identity
	Private  bool
	Count    int // attributions
}

// SheetNote is one attribution, as the margin tells it.
type SheetNote struct {
	Note
	Number     int // from 1, as marks have it
	Through    []Hop
	Last       Hop // the one who speaks
	Act        hearsay.Act
	Stance     hearsay.Stance
	Condition  string
	Regardless string
	Addressee  string
}

// Hop is one voice of a chain.
type Hop struct {
	Words     string // as the report has them, or the outlet's name
	Name      string // the actor's, where it is known and another than the words
	Identity  hearsay.Identity
	Medium    hearsay.Medium
	Date      string
	Place     string
	Audience  string
	Why       string // the reason given for keeping it unnamed
	Proximity string
	Number    string
	Private   bool
}

// Occasion tells when, where and to whom, "" where nothing is stated.
func (h Hop) Occasion() string {
	var all []string
	for _, part := range []struct{ label, value string }{{"", When(h.Date)}, {"in ", h.Place}, {"to ", strings.TrimPrefix(h.Audience, "to ")}} {
		if part.value != "" {
			all = append(all, part.label+part.value)
		}
	}
	return strings.Join(all, ", ")
}

// FigureLine is one figure of a sheet.
type FigureLine struct {
	FigureNote
	Number      int
	Attribution int // 0: the outlet's own voice
}

// TimeLine is one time expression of a sheet.
type TimeLine struct {
	Number int
	Words  string
	Type   hearsay.MomentType
	Value  string // "" : unresolved
}

// longestSheet is how many bytes of a text are shown: some thirty times a long
// report. What is longer is a collection, or a trap.
const longestSheet = 300_000

// SheetOf computes the sheet of a record, which must pass its Check.
func SheetOf(record hearsay.Record) Sheet {
	from := record.Report
	heard := voices(record)
	s := Sheet{
		Headline: Line(from.Headline), Outlet: Line(from.Outlet), Address: address(from.URL),
		Byline: Line(strings.Join(from.Byline, ", ")), Dateline: Line(record.Dateline), Credit: Line(record.Credit),
		Published: from.Published, Updated: from.Updated, Notices: notices(record),
		Found: len(record.Attributions), OwnVoice: len(record.OwnVoice),
	}
	s.Paragraphs, s.Beyond = sheetParagraphs(record, heard)
	s.Voices = heardIn(record, heard)
	for i, f := range record.Figures {
		line := FigureLine{FigureNote: figureNoteOf(f, record), Number: i + 1}
		if f.Attribution != nil {
			line.Attribution = *f.Attribution + 1
		}
		s.Figures = append(s.Figures, line)
	}
	for i, m := range record.Moments {
		s.Times = append(s.Times, TimeLine{i + 1, Line(m.Span.In(from.Text)), m.Type, m.Value})
		if m.Value == "" {
			s.Unresolved++
		}
	}
	for _, a := range record.Attributions {
		if a.Confidence < CheckBelow {
			s.Doubtful++
		}
	}
	return s
}

// address returns an address that a page may link to: nothing but http and https
// leads to where it says.
func address(url string) string {
	for _, scheme := range []string{"https://", "http://"} {
		if strings.HasPrefix(strings.ToLower(url), scheme) {
			return Line(url)
		}
	}
	return ""
}

// heardIn lists the voices of a record as they are first heard.
func heardIn(record hearsay.Record, voice []Voice) []Heard {
	at := map[Voice]int{}
	var all []Heard
	for i, a := range record.Attributions {
		v := voice[i]
		if _, known := at[v]; !known {
			at[v] = len(all)
			all = append(all, heardAs(record, a, v))
		}
		all[at[v]].Count++
	}
	return all
}

func heardAs(record hearsay.Record, a hearsay.Attribution, v Voice) Heard {
	h := Heard{Voice: v, Identity: hearsay.Unattributed}
	if a.Source != nil {
		h.Name = strings.TrimRight(Line(a.Source.In(record.Report.Text)), ",;")
	}
	if n := len(a.Chain); n > 0 {
		hop := hopOf(record, a.Chain[n-1])
		h.Name, h.Identity, h.Private = cmp.Or(hop.Name, h.Name, hop.Words), hop.Identity, hop.Private
	}
	h.Name = Clip(cmp.Or(h.Name, nobody), longestHop)
	return h
}

// hopOf tells one voice of a chain.
func hopOf(record hearsay.Record, v hearsay.Voice) Hop {
	h := Hop{Words: cmp.Or(Line(record.Report.Outlet), "the outlet"), Identity: v.Identity, Medium: v.Medium}
	if v.As != nil {
		h.Words = strings.TrimRight(Clip(v.As.In(record.Report.Text), longestHop), ",;")
	} else if v.Identity != hearsay.OutletIdentity {
		h.Words = nobody
	}
	if v.Actor != nil {
		actor := record.Actors[*v.Actor]
		h.Name, h.Private = Line(actor.Name), actor.Private
	}
	if o := v.Occasion; o != nil {
		h.Date, h.Place, h.Audience = Line(o.Date), Line(o.Place), Line(o.Audience)
	}
	if a := v.Anonymity; a != nil {
		h.Why, h.Proximity, h.Number = Line(a.Why), Line(a.Proximity), Line(a.Number)
	}
	return h
}

// sheetNoteOf tells one attribution.
func sheetNoteOf(record hearsay.Record, a placed, voice Voice) SheetNote {
	text := record.Report.Text
	n := SheetNote{Note: noteOf(a, text, voice), Number: a.ID + 1, Act: a.Act, Stance: a.Stance}
	for _, v := range a.Chain {
		n.Through = append(n.Through, hopOf(record, v))
	}
	if last := len(n.Through) - 1; last >= 0 {
		n.Last, n.Through = n.Through[last], n.Through[:last]
	}
	for _, part := range []struct {
		span *hearsay.Span
		into *string
	}{{a.Condition, &n.Condition}, {a.Regardless, &n.Regardless}} {
		if part.span != nil {
			*part.into = shortened(Line(part.span.In(text)))
		}
	}
	if a.Addressee != nil && *a.Addressee < len(record.Actors) {
		n.Addressee = Line(record.Actors[*a.Addressee].Name)
	}
	return n
}

// Who returns the words for the one who speaks.
func (n SheetNote) Who() string {
	if n.Source != "" {
		return Clip(n.Source, longestHop)
	}
	return cmp.Or(n.Last.Words, nobody)
}

// Between returns the hops between the outlet and the one who speaks.
func (n SheetNote) Between() []Hop {
	if len(n.Through) < 2 {
		return nil
	}
	return n.Through[1:]
}
