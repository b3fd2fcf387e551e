// Package voice tells by what way words came to the outlet: the chain of each
// attribution, how each of its hops is identified, when and where it spoke, and
// what the outlet says itself.
//
//	Citing an aide it did not name, Radio Drenn said [the League had agreed].
//	└cue─┘ └───────source────────┘  └─source──┘ cue
//
//	the outlet ──► Radio Drenn                            said
//	the outlet ──► Radio Drenn ──► an aide it did not name    Citing
//
// A chain is the chain of the attribution that encloses this one, then the hops
// that the text puts between the two, then the one who speaks. Where each part
// is read:
//
//	cite.go      citing, quoting … as saying, attributed to    attributions of their own
//	relay.go     told Radio Drenn, first reported by …         hops between
//	addressee.go     to whom something was told
//	inner.go     said the League had promised …                what the labelling within contents missed
//	chain.go     the chains                                    put together
//	identity.go  whose words a hop's are: phrases.txt          named, by office, anonymous …
//	occasion.go  medium.go   when, where, before whom, through what
//	silence.go   declined to comment, did not reply            no statements
//	own.go       what is left                                  the outlet's own voice
package voice

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/tree"
)

// Cast is who is meant in a report. The zero Cast knows nobody.
type Cast struct {
	Actors []hearsay.Actor // an ID is a position
	Named  []bool          // for each, whether the report gives it a name
	Names  []hearsay.Name  // where names stand, in text order, each of the kind that whom it means is of; nil: those of the document

	// At returns whom words mean: the words of a source or of one spoken to.
	// nil: nobody knows.
	At func(words hearsay.Span) (Referent, bool)
}

// Referent is whom some words mean.
type Referent struct {
	Actor     int          // -1: nobody of the cast
	As        hearsay.Span // the words that tell best who it is, for "he" those of "a senior official"
	Anonymous bool         // the report keeps it unnamed
}

// Outlet is who publishes the report.
type Outlet struct {
	Name    string   // "" : not known
	Credits []string // the agencies and people whose report it prints: what was told them was told it
}

// Reading is what Trace makes of a report's attributions.
type Reading struct {
	// Attributions are those given and those added, in order of their cues, with
	// Chain, Within, Addressee and Silence filled.
	Attributions []hearsay.Attribution
	From         []int      // for each, its position among those given; -1: added
	Why          [][]string // for each, and each hop of its chain, by what the hop is identified as it is
	OwnVoice     []hearsay.OwnVoice
}

// Trace reads the chains of the attributions found in a parsed document. words
// are those of the document's tokens, moments its time expressions in text order.
func Trace(doc *hearsay.Document, words []*lexicon.Word, moments []hearsay.Moment, outlet Outlet, found []hearsay.Attribution, cast Cast) Reading {
	t := newTracer(doc, words, outlet, cast)
	t.moments = moments
	for i, a := range found {
		t.tellings = append(t.tellings, t.telling(a, i))
		t.list(i)
	}
	t.shareSources()
	t.mendSpans()
	t.rightContents()
	t.rightWithin()
	t.findSilences()
	t.findReporters()
	t.findCitations()
	t.findOwnClaims()
	t.findGivers()
	t.findBare()
	t.findInner()
	t.dropOwn()
	t.sort()
	t.findRelays()
	t.findChains()
	return t.reading()
}

// tracer is the working memory of one document.
type tracer struct {
	tree.Tree
	moments  []hearsay.Moment
	outlet   Outlet
	cast     Cast
	own      ownNames         // the outlet's name
	ours     ownNames         // its name and those of whom it credits
	known    wordSet          // see knownOutlets; nil: not looked up
	proper   map[string][]int // see properNounsLike; nil: not looked up
	tellings []telling

	sentence   []int32 // of each token; see numberSentences
	inSentence [][]int // the tellings of each; not kept up after sort
	told       []bool  // whether a token is of some content; not kept up after sort
}

// telling is an attribution in tokens.
type telling struct {
	hearsay.Attribution
	from    int // its position among those given; -1: added
	cue     extent
	source  extent // empty: none
	verb    int    // the cue's head; -1: no cue
	speaker int    // the source's head; -1: no source
	within  int    // position of the one that encloses it; -1: none
	relays  []extent
	cited   bool     // by the source of the one that encloses it: see cite.go
	whom    extent   // to whom it was said; empty: not stated
	why     []string // for each hop of the chain, by what it is identified
	gone    bool     // replaced, or the outlet's own voice
}

func newTracer(doc *hearsay.Document, words []*lexicon.Word, outlet Outlet, cast Cast) *tracer {
	t := &tracer{Tree: tree.Grow(doc, words), outlet: outlet, cast: cast, own: ownNamesOf(outlet.Name), ours: ownNamesOf(append([]string{outlet.Name}, outlet.Credits...)...)}
	t.own.lookFor(words)
	t.ours.lookFor(words)
	t.numberSentences()
	t.told = make([]bool, len(doc.Tokens))
	return t
}

func (t *tracer) telling(a hearsay.Attribution, from int) telling {
	n := telling{Attribution: a, from: from, verb: -1, speaker: -1, within: -1}
	n.Chain, n.Addressee, n.Silence = nil, nil, ""
	if a.Cue != nil {
		n.cue = t.ExtentOf(*a.Cue)
		n.verb = t.headOf(n.cue)
	}
	if a.Source != nil {
		n.source = t.ExtentOf(*a.Source)
		n.speaker = t.headOf(n.source)
	}
	if a.Within != nil {
		n.within = *a.Within
	}
	return n
}

// add appends an attribution that nobody had found and returns its position.
func (t *tracer) add(a hearsay.Attribution, within int) int {
	n := t.telling(a, -1)
	n.within, n.Silence = within, a.Silence
	t.tellings = append(t.tellings, n)
	t.list(len(t.tellings) - 1)
	return len(t.tellings) - 1
}

// sort puts the tellings in order of their cues and leaves out those that are
// gone; what stood within one of these stands within what enclosed it.
func (t *tracer) sort() {
	order := make([]int, 0, len(t.tellings))
	for i := range t.tellings {
		n := &t.tellings[i]
		for n.within >= 0 && t.tellings[n.within].gone {
			n.within = t.tellings[n.within].within
		}
		if !n.gone {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.tellings[a].place(), t.tellings[b].place()) })
	at := make([]int, len(t.tellings))
	sorted := make([]telling, len(order))
	for k, i := range order {
		at[i], sorted[k] = k, t.tellings[i]
	}
	for k := range sorted {
		if w := sorted[k].within; w >= 0 {
			sorted[k].within = at[w]
		}
	}
	t.tellings = sorted
}

// place is the byte at which a telling stands: its cue's, or else its source's,
// or else its content's.
func (n *telling) place() int {
	switch {
	case n.Cue != nil:
		return n.Cue.Start
	case n.Source != nil:
		return n.Source.Start
	}
	return n.Content[0].Start
}

func (t *tracer) reading() Reading {
	var r Reading
	for i := range t.tellings {
		n := &t.tellings[i]
		n.ID, n.Within = i, nil
		if outer := n.within; outer >= 0 {
			n.Within = &outer
		}
		r.Attributions = append(r.Attributions, n.Attribution)
		r.From, r.Why = append(r.From, n.from), append(r.Why, n.why)
	}
	r.OwnVoice = t.ownVoice()
	return r
}
