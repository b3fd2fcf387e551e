package voice

import "hearsay"

// mediumOf tells by a source's own words through what it speaks: a document is
// read, a channel is heard.
func (t *tracer) mediumOf(head int) hearsay.Medium {
	noun := t.antecedent(head)
	if noun < 0 {
		return ""
	}
	lemma := t.Lemma(noun)
	switch {
	case t.isHeard(noun):
		return hearsay.Broadcast
	case outlets[lemma] || !pronouns[t.Tag(noun)] && t.isOutlet(noun):
		return hearsay.Reported
	case lemma == "statement":
		return hearsay.Statement
	case documents[lemma] && !t.isNamed(noun):
		return hearsay.Paper
	}
	return ""
}

// isHeard reports whether a noun is for an outlet that is heard or seen.
func (t *tracer) isHeard(noun int) bool {
	e := t.phraseOf(noun)
	for i := e.First; i < e.End; i++ {
		if broadcasters[t.Lemma(i)] || broadcasters[t.Low(i)] {
			return !t.isNamed(noun)
		}
	}
	return false
}

// mediumWord is a word beside a verb of speaking that tells the medium.
var mediumWord = map[string]hearsay.Medium{
	"statement": hearsay.Statement, "email": hearsay.Statement, "e-mail": hearsay.Statement, "release": hearsay.Statement,
	"letter": hearsay.Statement, "communique": hearsay.Statement, "bulletin": hearsay.Statement, "filing": hearsay.Statement,
	"interview": hearsay.Interview, "telephone": hearsay.Call, "phone": hearsay.Call, "call": hearsay.Call,
	"speech": hearsay.Speech, "address": hearsay.Speech, "conference": hearsay.Speech, "briefing": hearsay.Speech,
	"rally": hearsay.Speech, "sermon": hearsay.Speech, "parliament": hearsay.Speech, "reporter": hearsay.Speech,
	"tweet": hearsay.Post, "twitter": hearsay.Post, "facebook": hearsay.Post, "x": hearsay.Post,
	"telegram": hearsay.Post, "instagram": hearsay.Post, "blog": hearsay.Post, "bluesky": hearsay.Post, "mastodon": hearsay.Post,
	"report": hearsay.Paper, "memo": hearsay.Paper, "affidavit": hearsay.Court, "court": hearsay.Court, "tribunal": hearsay.Court,
	"testimony": hearsay.Court, "judge": hearsay.Court, "hearing": hearsay.Court, "trial": hearsay.Court,
	"television": hearsay.Broadcast, "radio": hearsay.Broadcast, "broadcast": hearsay.Broadcast,
}

var mediumVerb = map[string]hearsay.Medium{
	"tweet": hearsay.Post, "post": hearsay.Post, "testify": hearsay.Court, "telephone": hearsay.Call, "announce": hearsay.Statement,
}

// medium tells through what a telling was said; kind is what its source's words
// tell.
func (t *tracer) medium(n *telling, kind hearsay.Medium) hearsay.Medium {
	if kind != "" || n.verb < 0 {
		return kind
	}
	if m, ok := t.mediumBeside(n); ok {
		return m
	}
	if !n.whom.Empty() {
		return t.mediumTo(n)
	}
	return mediumVerb[t.Lemma(n.verb)]
}

// mediumTo tells by whom a telling was said to: reporters hear a speech, one
// outlet has an interview.
func (t *tracer) mediumTo(n *telling) hearsay.Medium {
	switch {
	case t.ours.are(t, n.whom), len(n.relays) > 0:
		return hearsay.Interview
	case pronouns[t.Tag(t.headOf(n.whom))]:
		return ""
	}
	return hearsay.Speech
}

// mediumBeside looks at the nouns that hang on the verb by a preposition:
//
//	said in a written statement     wrote on X     told reporters by telephone
func (t *tracer) mediumBeside(n *telling) (hearsay.Medium, bool) {
	for j := t.Below(n.verb).First; j < t.Below(n.verb).End; j++ {
		if !mediumTies[t.preposition(j)] && t.Relation(j) != obj && t.Relation(j) != iobj || !t.belongs(j, n) {
			continue
		}
		if m, ok := mediumWord[t.Lemma(j)]; ok && (m == hearsay.Post || !t.isCapital(j)) && t.Low(j) != "post" {
			return m, true
		}
	}
	return "", false
}

var mediumTies = wordsIn("in on by over via to at through during before")

// belongs reports whether token j says more of a telling's verb: no other verb
// stands between them, and it is in none of the telling's parts.
func (t *tracer) belongs(j int, n *telling) bool {
	span := t.Doc.Tokens[j].Span
	if n.source.Has(j) || n.Source != nil && n.Source.Overlaps(span) {
		return false
	}
	for _, c := range n.Content {
		if c.Overlaps(span) {
			return false
		}
	}
	for h := t.Up(j); h >= 0; h = t.Up(h) {
		if h == n.verb {
			return true
		}
		if verbs[t.Tag(h)] {
			return false
		}
	}
	return false
}
