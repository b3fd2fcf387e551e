package claim

import (
	"sort"
	"strings"

	"hearsay"
)

// saying is what one statement says, ready for comparison.
type saying struct {
	place   hearsay.Place
	spans   []hearsay.Span
	words   []word   // its content words, by stem, each once
	total   int      // the weight of all words
	actors  []int    // IDs of Trace.Actors that it speaks of, ascending, each once
	speaker int      // ID of a Trace.Actor, -1: nobody known
	voices  []int    // actors of the chain, the outlet included
	numbers []number // its figures
	moments []string // TIMEX3 values of days and longer
	text    []int32  // every word as it stands, by id
	quoted  []bool   // of each of text, whether it stands in quotation marks
	root    int32    // stem of the predicate, -1
	negated bool
	act     hearsay.Act
	stance  hearsay.Stance
	named   bool // the voice is known by name
}

// word is a content word of a saying.
type word struct {
	stem   int32
	weight int // thousandths of a bit
	name   bool
}

// number is a figure of a saying.
type number struct {
	low, high *float64
	unit      string
	state     hearsay.State
	about     bool
}

// story is all sayings of a trace.
type story struct {
	trace   *hearsay.Trace
	sayings []saying
	stems   interner
	forms   interner
	actorOf [][]int // of each record's actors the ID in Trace.Actors
	outlet  []int   // of each record the ID of its outlet, -1
	count   []int   // of each stem, in how many sayings it stands
	order   []int   // of each report its place in the order of publication
}

// interner gives strings numbers in the order in which they first come.
type interner struct {
	ids   map[string]int32
	texts []string
}

func (in *interner) id(s string) int32 {
	if id, ok := in.ids[s]; ok {
		return id
	}
	if in.ids == nil {
		in.ids = map[string]int32{}
	}
	id := int32(len(in.texts))
	in.ids[s] = id
	in.texts = append(in.texts, s)
	return id
}

// gather makes the sayings of a trace.
func gather(t *hearsay.Trace) *story {
	s := &story{trace: t, actorOf: make([][]int, len(t.Records)), outlet: make([]int, len(t.Records)), order: make([]int, len(t.Records))}
	s.place()
	for i := range t.Records {
		r := &t.Records[i]
		for k := range r.Attributions {
			s.sayings = append(s.sayings, s.attributed(i, k))
		}
		for k, o := range r.OwnVoice {
			s.sayings = append(s.sayings, s.own(i, k, o))
		}
	}
	s.weigh()
	return s
}

// place fills in who is who and when.
func (s *story) place() {
	for i, r := range s.trace.Records {
		s.outlet[i] = -1
		s.actorOf[i] = make([]int, len(r.Actors))
		for k := range s.actorOf[i] {
			s.actorOf[i][k] = -1
		}
	}
	for _, a := range s.trace.Actors {
		for _, at := range a.Seen {
			s.actorOf[at.Report][at.Actor] = a.ID
		}
		for _, r := range a.Publishes {
			s.outlet[r] = a.ID
		}
	}
	for at, i := range s.trace.ByPublication() {
		s.order[i] = at
	}
}

// attributed returns what an attribution says.
func (s *story) attributed(report, k int) saying {
	r := &s.trace.Records[report]
	a := &r.Attributions[k]
	x := saying{
		place: hearsay.Place{Report: report, Part: hearsay.PartAttribution, Index: k}, spans: a.Content,
		act: a.Act, stance: a.Stance, speaker: -1,
	}
	s.hear(&x, report, a.Chain)
	s.read(&x, report)
	if a.Cue != nil {
		s.readCue(&x, report, a)
	}
	return x
}

// hear fills in who speaks.
func (s *story) hear(x *saying, report int, chain []hearsay.Voice) {
	if o := s.outlet[report]; o >= 0 {
		x.voices = append(x.voices, o)
	}
	for _, v := range chain {
		if v.Actor != nil {
			x.voices = append(x.voices, s.actorOf[report][*v.Actor])
		}
	}
	if n := len(chain); n > 1 && chain[n-1].Actor != nil {
		x.speaker = s.actorOf[report][*chain[n-1].Actor]
		x.named = true
	}
}

func (s *story) own(report, k int, o hearsay.OwnVoice) saying {
	x := saying{
		place: hearsay.Place{Report: report, Part: hearsay.PartOwnVoice, Index: k}, spans: []hearsay.Span{o.Span}, speaker: s.outlet[report],
		act: o.Act, stance: o.Stance,
	}
	if x.speaker >= 0 {
		x.voices = []int{x.speaker}
	}
	s.read(&x, report)
	return x
}

// read fills in what stands in a saying's spans.
func (s *story) read(x *saying, report int) {
	r := &s.trace.Records[report]
	x.root = -1
	for _, span := range x.spans {
		first := sort.Search(len(r.Terms), func(i int) bool { return r.Terms[i].Span.Start >= span.Start })
		for i := first; i < len(r.Terms) && r.Terms[i].Span.End <= span.End; i++ {
			s.take(x, report, &r.Terms[i])
			if x.root < 0 && s.isTop(r, i, span) {
				x.root = s.stems.id(stem(r.Terms[i].Lemma))
				x.negated = r.Terms[i].Negated
			}
		}
		s.spell(x, r.Report.Text, span)
	}
	s.count1(x, r)
	for _, m := range r.Moments {
		if m.Value != "" && m.Type == hearsay.Date && inside(x.spans, m.Span) {
			x.moments = append(x.moments, m.Value)
		}
	}
}

// isTop reports whether the term above a term lies outside of a span.
func (s *story) isTop(r *hearsay.Record, i int, span hearsay.Span) bool {
	h := r.Terms[i].Head
	return h == hearsay.NoHead || !span.Contains(r.Terms[h].Span)
}

// take adds a term to a saying.
func (s *story) take(x *saying, report int, t *hearsay.Term) {
	if t.Actor != nil {
		if a := s.actorOf[report][*t.Actor]; a >= 0 {
			x.actors = insert(x.actors, a)
		}
	}
	if t.Class == hearsay.PronounTerm || t.Class == hearsay.NumberTerm || lightWords[t.Lemma] {
		return
	}
	id := s.stems.id(stem(t.Lemma))
	for i := range x.words {
		if x.words[i].stem == id {
			return
		}
	}
	x.words = append(x.words, word{stem: id, name: t.Class == hearsay.NameTerm})
}

// readCue adds what the cue says beyond that something was said: "offered",
// "rejected"; then the source is one who acts.
func (s *story) readCue(x *saying, report int, a *hearsay.Attribution) {
	r := &s.trace.Records[report]
	acts := false
	first := sort.Search(len(r.Terms), func(i int) bool { return r.Terms[i].Span.Start >= a.Cue.Start })
	for i := first; i < len(r.Terms) && r.Terms[i].Span.End <= a.Cue.End; i++ {
		t := &r.Terms[i]
		if t.Negated || denials[t.Lemma] {
			x.negated = !x.negated
		}
		if sayingWords[t.Lemma] {
			continue
		}
		acts = true
		s.take(x, report, t)
	}
	if acts && x.speaker >= 0 {
		x.actors = insert(x.actors, x.speaker)
	}
}

// spell keeps the words of a span as they stand.
func (s *story) spell(x *saying, text string, span hearsay.Span) {
	open := false
	for w := range strings.FieldsSeq(span.In(text)) {
		w = strings.NewReplacer("’", "'", "‘", "'").Replace(strings.ToLower(w))
		if strings.HasPrefix(w, "\"") || strings.HasPrefix(w, "“") {
			open = true
		}
		bare := strings.Trim(w, "\"“”.,;:!?()[]'—–-")
		if bare != "" {
			x.text = append(x.text, s.forms.id(bare))
			x.quoted = append(x.quoted, open)
		}
		if strings.ContainsAny(strings.TrimLeft(w, "\"“"), "\"”") {
			open = false
		}
	}
}

// count1 takes the figures that stand in a saying.
func (s *story) count1(x *saying, r *hearsay.Record) {
	first := sort.Search(len(r.Figures), func(i int) bool { return r.Figures[i].Span.Start >= x.spans[0].Start })
	for i := first; i < len(r.Figures); i++ {
		f := &r.Figures[i]
		if !inside(x.spans, f.Span) || f.Low == nil && f.High == nil {
			continue
		}
		x.numbers = append(x.numbers, number{f.Low, f.High, f.Unit, f.State, f.Qualifier == hearsay.About || f.Qualifier == hearsay.Nearly})
	}
}

func inside(spans []hearsay.Span, s hearsay.Span) bool {
	for _, o := range spans {
		if o.Contains(s) {
			return true
		}
	}
	return false
}

// insert puts an ID into an ascending list unless it is there.
func insert(list []int, id int) []int {
	at := sort.SearchInts(list, id)
	if at < len(list) && list[at] == id {
		return list
	}
	list = append(list, 0)
	copy(list[at+1:], list[at:])
	list[at] = id
	return list
}

// weigh gives each word its weight: the fewer sayings have it, the more it tells
// (inverse document frequency; Spärck Jones 1972), in thousandths of a bit.
func (s *story) weigh() {
	s.count = make([]int, len(s.stems.texts))
	for i := range s.sayings {
		for _, w := range s.sayings[i].words {
			s.count[w.stem]++
		}
	}
	for i := range s.sayings {
		x := &s.sayings[i]
		x.total = 0
		for k := range x.words {
			x.words[k].weight = rarity(s.count[x.words[k].stem], len(s.sayings))
			x.total += x.words[k].weight
		}
	}
}
