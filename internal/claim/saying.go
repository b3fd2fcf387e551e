package claim

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"hearsay"
)

// saying is what one statement says, ready for comparison.
type saying struct {
	place hearsay.Place
	spans []hearsay.Span
	whole hearsay.Span // from its first word to its last, source and cue included
	turn  int          // its place among the statements of its report, in text order

	words   []word   // its content words, by stem, each once
	total   int      // the weight of all words
	ties    []int64  // which word hangs on which, ascending; see tie
	actors  []int    // IDs of Trace.Actors that it speaks of, ascending, each once
	numbers []number // its figures
	moments []string // TIMEX3 values of days and longer
	text    []int32  // every word as it stands, by id
	quoted  []bool   // of each of text, whether it stands in quotation marks
	root    int32    // stem of the predicate, -1
	verbal  bool     // it is a verb
	negated bool     // its predicate is
	denying bool     // some word of it, or its cue, denies
	direct  bool     // all of it stands in quotation marks
	bare    bool     // it only points to what was said before: "that", "the report"

	speaker int    // ID of the Trace.Actor at the end of the chain, or of the outlet; -1: nobody known
	heard   []int  // the actors that its source mentions, ascending
	side    []int  // the same, and those they speak for, as they are in the story at hand
	through []int  // the actors of its chain, ascending; without the outlet that publishes it
	voice   string // the words for who speaks, in lower case; "" : the outlet
	called  []word // the nouns among them

	outlined []said  // its content words in their order
	tenors   []tenor // of each of its sentences
	disputes bool    // its cue denies

	act     hearsay.Act
	stance  hearsay.Stance
	silence hearsay.Silence

	same string // see key
}

// word is a content word of a saying.
type word struct {
	stem    int32
	weight  int // thousandths of a bit
	classes []int
	name    bool
	unit    bool // it only names the unit of a figure
}

// story is all sayings of a trace.
type story struct {
	*Index
	trace   *hearsay.Trace
	sayings []*saying // report by report, first attributions, then what outlets say themselves
	first   []int     // of each record, its first saying
	actorOf [][]int   // of each record's actors the number; see Index.people
	outlet  []int     // of each record the number of its outlet, -1
	actors  []int     // of each number the ID in Trace.Actors
	count   []int     // of each stem, in how many sayings it stands
	order   []int     // of each report its place in the order of publication
	figures map[figureKey]int

	// Sayings in the same words by the same voice, as copies and revisions have
	// them, are compared as one: nodes has the sayings of each such one.
	nodes [][]int
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

// gather makes the sayings of a trace. Those of a record are read anew only if the
// record is new, or if it is told otherwise who its actors are.
func (x *Index) gather(t *hearsay.Trace) *story {
	s := &story{
		Index: x, trace: t, actorOf: make([][]int, len(t.Records)), outlet: make([]int, len(t.Records)), order: make([]int, len(t.Records)),
		figures: map[figureKey]int{},
	}
	s.whoIsWho()
	for i := range t.Records {
		h := s.sheets[i]
		if h.sayings == nil || h.outlet != s.outlet[i] || !slices.Equal(h.actors, s.actorOf[i]) {
			h = s.read(i)
			s.sheets[i] = h
		}
		s.first = append(s.first, len(s.sayings))
		for k := range h.sayings {
			s.sayings = append(s.sayings, &h.sayings[k])
		}
	}
	s.closeSides()
	s.gatherNodes()
	s.weigh()
	return s
}

// read makes the sayings of a record.
func (s *story) read(report int) *sheet {
	r := &s.trace.Records[report]
	h := &sheet{actors: s.actorOf[report], outlet: s.outlet[report], sayings: make([]saying, 0, len(r.Attributions)+len(r.OwnVoice))}
	for k := range r.Attributions {
		h.sayings = append(h.sayings, s.attributed(report, k))
	}
	for k, o := range r.OwnVoice {
		h.sayings = append(h.sayings, s.own(report, k, o))
	}
	s.takeTurns(h.sayings)
	for i := range h.sayings {
		h.sayings[i].same = h.sayings[i].key()
	}
	h.beside = besideEachOther(h.sayings)
	return h
}

// whoIsWho fills in the actors of the records, their outlets, and when they came out.
func (s *story) whoIsWho() {
	for i := range s.trace.Records {
		s.outlet[i] = -1
		s.actorOf[i] = make([]int, len(s.trace.Records[i].Actors))
		for k := range s.actorOf[i] {
			s.actorOf[i][k] = -1
		}
	}
	for i := range s.trace.Actors {
		a := &s.trace.Actors[i]
		n := s.number(a)
		for len(s.actors) <= n {
			s.actors = append(s.actors, -1)
		}
		s.actors[n] = i
		for _, at := range a.Seen {
			s.actorOf[at.Report][at.Actor] = n
		}
		for _, r := range a.Publishes {
			s.outlet[r] = n
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
		whole: wholeOf(a), act: a.Act, stance: a.Stance, direct: a.Manner == hearsay.Direct, silence: a.Silence,
	}
	s.hear(&x, report, a)
	s.take(&x, report)
	if a.Cue != nil {
		s.readCue(&x, report, a)
	}
	return x
}

// wholeOf returns the span from the first word of an attribution to its last.
func wholeOf(a *hearsay.Attribution) hearsay.Span {
	whole := hearsay.Span{Start: a.Content[0].Start, End: a.Content[len(a.Content)-1].End}
	for _, s := range []*hearsay.Span{a.Source, a.Cue} {
		if s != nil {
			whole = hearsay.Span{Start: min(whole.Start, s.Start), End: max(whole.End, s.End)}
		}
	}
	return whole
}

func (s *story) own(report, k int, o hearsay.OwnVoice) saying {
	x := saying{
		place: hearsay.Place{Report: report, Part: hearsay.PartOwnVoice, Index: k}, spans: []hearsay.Span{o.Span}, whole: o.Span,
		speaker: s.outlet[report], act: o.Act, stance: o.Stance,
	}
	s.take(&x, report)
	return x
}

// take fills in what stands in a saying's spans.
func (s *story) take(x *saying, report int) {
	r := &s.trace.Records[report]
	x.root = -1
	for _, span := range x.spans {
		for i := firstTerm(r, span); i < len(r.Terms) && r.Terms[i].Span.End <= span.End; i++ {
			s.takeTerm(x, report, i)
			if isTop(r, i, span) {
				s.takeTop(x, &r.Terms[i])
			}
		}
		s.spell(x, r.Report.Text, span)
	}
	s.outline(x, report)
	s.countFigures(x, r)
	for _, m := range r.Moments {
		if m.Value != "" && m.Type == hearsay.Date && inside(x.spans, m.Span) {
			x.moments = append(x.moments, m.Value)
		}
	}
	x.bare = pointers[r.Report.Text[x.spans[0].Start:x.spans[0].End]] && len(x.spans) == 1
}

func firstTerm(r *hearsay.Record, span hearsay.Span) int {
	return sort.Search(len(r.Terms), func(i int) bool { return r.Terms[i].Span.Start >= span.Start })
}

// isTop reports whether the term above a term lies outside of a span.
func isTop(r *hearsay.Record, i int, span hearsay.Span) bool {
	h := r.Terms[i].Head
	return h == hearsay.NoHead || !span.Contains(r.Terms[h].Span)
}

// takeTop notes a predicate that nothing in a saying stands above: the first verb, or
// else the first word.
func (s *story) takeTop(x *saying, t *hearsay.Term) {
	if x.root < 0 || t.Class == hearsay.VerbTerm && !x.verbal {
		x.root, x.verbal = s.stem(t.Lemma), t.Class == hearsay.VerbTerm
		x.negated = t.Negated != cessations[t.Lemma]
	} else if t.Negated && t.Class == hearsay.VerbTerm {
		x.negated = true
	}
}

// takeTerm adds term i to a saying.
func (s *story) takeTerm(x *saying, report, i int) {
	r := &s.trace.Records[report]
	t := &r.Terms[i]
	if t.Actor != nil {
		if a := s.actorOf[report][*t.Actor]; a >= 0 {
			x.actors = insert(x.actors, a)
		}
	}
	s.tie(x, report, i)
	if t.Class == hearsay.PronounTerm || t.Class == hearsay.NumberTerm || lightWords[t.Lemma] {
		return
	}
	id := s.stem(t.Lemma)
	if has(x.words, id) {
		return
	}
	x.words = append(x.words, word{stem: id, classes: s.classes[id], name: t.Class == hearsay.NameTerm})
}

// tie notes which word term i hangs on. Synonyms of one class are one word, and all
// words for an actor are one.
func (s *story) tie(x *saying, report, i int) {
	r := &s.trace.Records[report]
	t := &r.Terms[i]
	if t.Head == hearsay.NoHead || t.Class == hearsay.NumberTerm || lightWords[t.Lemma] {
		return
	}
	head := &r.Terms[t.Head]
	if sayingWords[head.Lemma] || lightWords[head.Lemma] {
		return
	}
	x.ties = insert(x.ties, int64(s.meaning(report, head))<<32|int64(s.meaning(report, t)))
}

// meaning numbers what a term means: an actor, a class of synonyms, or a stem.
func (s *story) meaning(report int, t *hearsay.Term) int32 {
	const classes = 1 << 29
	if t.Actor != nil {
		if a := s.actorOf[report][*t.Actor]; a >= 0 {
			return actorMeaning + int32(a)
		}
	}
	id := s.stem(t.Lemma)
	if c := s.classes[id]; len(c) > 0 {
		return classes + int32(c[0])
	}
	return id
}

// actorMeaning is what the ID of an actor is added to.
const actorMeaning = 1 << 28

// spelled is a word as it stands, marks included.
type spelled struct {
	form          int32 // id of the word without marks, in lower case; -1 for marks alone
	opens, closes bool  // a quotation
	denies        bool
}

// spell keeps the words of a span as they stand.
func (s *story) spell(x *saying, text string, span hearsay.Span) {
	open := false
	for w := range strings.FieldsSeq(span.In(text)) {
		p, known := s.spelled[w]
		if !known {
			p = s.look(w)
			s.spelled[w] = p
		}
		open = open || p.opens
		if p.form >= 0 {
			x.text = append(x.text, p.form)
			x.quoted = append(x.quoted, open)
			x.denying = x.denying || p.denies
		}
		open = open && !p.closes
	}
}

func (s *story) look(w string) spelled {
	w = plainMarks.Replace(strings.ToLower(w))
	p := spelled{form: -1, opens: strings.HasPrefix(w, `"`), closes: strings.Contains(strings.TrimLeft(w, `"`), `"`)}
	if bare := strings.Trim(w, `".,;:!?()[]'—–-`); bare != "" {
		p.form = s.forms.id(bare)
		p.denies = denyingWords[bare] || strings.HasSuffix(bare, "n't")
	}
	return p
}

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

func inside(spans []hearsay.Span, s hearsay.Span) bool {
	for _, o := range spans {
		if o.Contains(s) {
			return true
		}
	}
	return false
}

// insert puts a number into an ascending list unless it is there.
func insert[T int | int64](list []T, id T) []T {
	at := sort.Search(len(list), func(i int) bool { return list[i] >= id })
	if at < len(list) && list[at] == id {
		return list
	}
	list = append(list, 0)
	copy(list[at+1:], list[at:])
	list[at] = id
	return list
}

// gatherNodes puts sayings in the same words together.
func (s *story) gatherNodes() {
	at := make(map[string]int, len(s.sayings))
	for i := range s.sayings {
		k := s.sayings[i].same
		n, known := at[k]
		if !known {
			n, at[k] = len(s.nodes), len(s.nodes)
			s.nodes = append(s.nodes, nil)
		}
		s.nodes[n] = append(s.nodes[n], i)
	}
}

// key is what sayings in the same words by the same voice share. What points to
// something said before must point to the same.
func (x *saying) key() string {
	b := make([]byte, 0, 4*len(x.text)+len(x.voice)+16)
	for _, w := range x.text {
		b = binary.LittleEndian.AppendUint32(b, uint32(w))
	}
	b = append(b, 0xff)
	if x.speaker >= 0 {
		b = binary.AppendVarint(b, int64(x.speaker))
	} else {
		b = append(b, x.voice...)
	}
	if x.bare {
		for _, w := range x.words {
			b = binary.LittleEndian.AppendUint32(b, uint32(w.stem))
		}
	} else if len(x.text) < leastWords {
		b = binary.AppendVarint(append(b, 0xff), int64(x.place.Report)<<32|int64(x.turn))
	}
	if x.negated {
		b = append(b, '-')
	}
	return string(b)
}

// leastWords is how many words two sayings must have to be one by them alone.
const leastWords = 3

// weigh gives each word its weight: the fewer sayings have it, the more it tells
// (inverse document frequency; Spärck Jones 1972), in thousandths of a bit. The
// same words count once.
func (s *story) weigh() {
	s.count = make([]int, len(s.stems.texts))
	for _, n := range s.nodes {
		x := s.sayings[n[0]]
		for i := range x.words {
			s.count[x.words[i].stem]++
		}
		for i := range x.numbers {
			s.figures[x.numbers[i].key()]++
		}
	}
	weight := make([]int, len(s.count))
	for stem, n := range s.count {
		weight[stem] = rarity(max(n, 1), len(s.nodes))
	}
	for _, x := range s.sayings {
		x.weigh(s, weight)
	}
}

func (x *saying) weigh(s *story, weight []int) {
	x.total = 0
	for k := range x.words {
		w := &x.words[k]
		if int(w.stem) < len(weight) {
			w.weight = weight[w.stem]
		} else { // no saying has it: it is of a sentence that is asked about
			w.weight = rarity(1, len(s.nodes))
		}
		x.total += w.weight
	}
	for k := range x.numbers {
		x.numbers[k].weight = rarity(max(s.figures[x.numbers[k].key()], 1), len(s.nodes))
	}
}
