package origin

import (
	"strings"

	"hearsay"
)

// voice is one hop of a chain below the outlet, with what is known of it across
// reports.
type voice struct {
	hearsay.Voice
	who    int // the same number: surely the same one; see book.who
	actor  int // position in Trace.Actors; nobody: not named in any report
	outlet int // whose reports are meant; nobody: it is none that is at hand
	press  bool
}

// nobody marks what is not known.
const nobody = -1

// isNamed reports whether a name or an organisation stands for the voice.
func (v *voice) isNamed() bool { return v.actor != nobody && v.Identity != hearsay.Anonymous }

// isPress reports whether a voice publishes what others say.
func (v *voice) isPress() bool { return v.outlet != nobody || v.press }

// isUnknown reports whether the text gives no voice at all: a passive,
// "reportedly".
func (v *voice) isUnknown() bool { return v.Identity == hearsay.Unattributed && v.actor == nobody }

// telling is one place of a claim: the way by which its words came.
//
//	outlet ──► Pallas ──► state television ──► a senior official
//	             hops[0]      hops[1]              hops[2]
//	                                               end
//
// The end is the one who vouches for the claim. What a party wants, offers or
// accepts is vouched for by the one who tells it:
//
//	outlet ──► a diplomat ──► the League       (demanded …)
//	              end
type telling struct {
	place  hearsay.Place
	report int
	hops   []voice
	end    int // position in hops; nobody: the outlet itself, or no one
	*wording
	called string // the words for its voice in plain form
	own    bool   // the outlet says that it knows: "X has learned"
	relays bool   // another telling of the report leads on from its end
	silent bool   // somebody would say nothing
	figure bool
}

// isSourced reports whether somebody other than the outlet vouches for it.
func (t *telling) isSourced() bool { return t.end != nobody && !t.hops[t.end].isUnknown() }

// voice returns the voice at the end, which must be there.
func (t *telling) voice() *voice { return &t.hops[t.end] }

// after returns the hops after one up to the end.
func (t *telling) after(hop int) []voice { return t.hops[hop+1 : t.end+1] }

// at returns the first byte of its words.
func (t *telling) at() int { return t.content[0].Start }

// tellings returns the places of a claim, in the order of publication. They are read
// once.
func (b *book) tellings(c *hearsay.Claim) []telling {
	if b.told == nil {
		b.told = make([][]telling, len(b.trace.Claims))
	}
	if b.told[c.ID] == nil {
		b.told[c.ID] = b.readTellings(c)
	}
	return b.told[c.ID]
}

func (b *book) readTellings(c *hearsay.Claim) []telling {
	out := make([]telling, 0, len(c.Places))
	for _, p := range c.Places {
		out = append(out, b.telling(c, p))
	}
	b.inOrder(out)
	return out
}

func (b *book) telling(c *hearsay.Claim, p hearsay.Place) telling {
	record := &b.trace.Records[p.Report]
	t := telling{place: p, report: p.Report, end: nobody, figure: c.Act == hearsay.FigureAct}
	act := c.Act
	var content []hearsay.Span
	switch p.Part {
	case hearsay.PartAttribution:
		a := &record.Attributions[p.Index]
		t.hops, content, t.silent = b.hops(p.Report, a.Chain, b.chain(p.Report, p.Index)), a.Content, a.Silence != ""
		if a.Act != "" {
			act = a.Act
		}
		t.own = len(a.Chain) == 1
	case hearsay.PartOwnVoice:
		content = []hearsay.Span{record.OwnVoice[p.Index].Span}
	case hearsay.PartFigure:
		f := record.Figures[p.Index]
		t.hops, content, t.figure = b.hops(p.Report, f.Chain, b.voicesOf(p.Report, f.Chain)), []hearsay.Span{f.Span}, true
	}
	t.wording = b.at(p, content)
	if t.end = endOf(t.hops, act); t.isSourced() {
		t.called = b.words(p.Report, t.voice().As)
	}
	return t
}

// endOf returns which hop vouches for what is said.
func endOf(hops []voice, act hearsay.Act) int {
	end := len(hops) - 1
	if end > 0 && deeds[act] && !hops[end-1].isPress() {
		return end - 1
	}
	return end
}

// deeds are what a party does by speaking: that it did so is told by another.
var deeds = map[hearsay.Act]bool{
	hearsay.Offer: true, hearsay.Demand: true, hearsay.Condition: true, hearsay.Deadline: true, hearsay.Acceptance: true,
	hearsay.Refusal: true, hearsay.Threat: true, hearsay.Promise: true, hearsay.Appeal: true,
}

// hops returns a chain's voices without the outlet.
func (b *book) hops(report int, chain []hearsay.Voice, voices []voice) []voice {
	var out []voice
	for i, v := range chain {
		if i == 0 || i > 1 && v.Actor == nil && isName[v.Identity] && pronouns[b.words(report, v.As)] {
			continue // a pronoun that nobody could resolve is the one before
		}
		out = append(out, voices[i])
	}
	return out
}

// chain returns the voices of an attribution's chain. They are read once.
func (b *book) chain(report, attribution int) []voice {
	all := b.voices[report]
	if chain := b.trace.Records[report].Attributions[attribution].Chain; len(all[attribution]) < len(chain) {
		all[attribution] = b.voicesOf(report, chain)
	}
	return all[attribution]
}

// voicesOf reads the voices of a chain. The first, the outlet, is left empty.
func (b *book) voicesOf(report int, chain []hearsay.Voice) []voice {
	out := make([]voice, len(chain))
	for i := 1; i < len(chain); i++ {
		out[i] = b.voiceOf(report, chain[i])
	}
	return out
}

// lastVoice returns the voice at the end of an attribution's chain.
func (b *book) lastVoice(report, attribution int) *voice {
	chain := b.chain(report, attribution)
	return &chain[len(chain)-1]
}

// isName are the identities of voices that have a name.
var isName = map[hearsay.Identity]bool{hearsay.NamedPerson: true, hearsay.NamedOrganisation: true}

func (b *book) voiceOf(report int, v hearsay.Voice) voice {
	out := voice{Voice: v, actor: nobody, outlet: nobody}
	if !b.isUnnamed(report, v) {
		out.actor = b.storyActor(report, v.Actor)
	}
	words := b.words(report, v.As)
	out.outlet = b.outletMeant(report, out.actor, v.As, words)
	out.press = out.outlet == nobody && b.isPress(&out, words)
	out.who = b.who(report, &out)
	return out
}

// isUnnamed reports whether a report gives a voice no name: it is kept unnamed, or
// an office or group of which nothing but common words are used.
func (b *book) isUnnamed(report int, v hearsay.Voice) bool {
	id := b.storyActor(report, v.Actor)
	switch v.Identity {
	case hearsay.Anonymous:
		return true
	case hearsay.Role, hearsay.GroupIdentity:
		return id == nobody || !b.proper[id] || b.trace.Actors[id].Kind == hearsay.GroupOfPeople
	}
	return id == nobody
}

// isPress reports whether a voice that is no outlet at hand is one all the same.
func (b *book) isPress(v *voice, words string) bool {
	if v.actor != nobody && b.proper[v.actor] {
		return b.trace.Actors[v.actor].Kind == hearsay.Outlet
	}
	return press[lastWord(words)]
}

// press are the heads of phrases for who publishes.
var press = set(`media radio television tv newspaper newspapers paper papers daily weekly broadcaster broadcasters station
	channel website site agency newsletter magazine press outlet outlets reports tabloid wire`)

// words returns the words of a report in plain form, "" for none.
func (b *book) words(report int, at *hearsay.Span) string {
	if at == nil {
		return ""
	}
	return b.sheets[report].plain(*at)
}

// lastWord returns the word that a short phrase is about: the last one before
// what is told of it.
func lastWord(phrase string) string {
	head := ""
	for _, w := range strings.Fields(phrase) {
		if head != "" && closing[w] {
			break
		}
		head = w
	}
	return head
}

// closing are words with which what is told of somebody begins.
var closing = set(`of in on at from for with to who which that whom whose close familiar involved taking briefed near by and
	speaking working present there`)
