package dealing

import "strings"

// The words that show what is dealt in. They are of no one trade: a bid, a wage
// round, a truce and a coalition are spoken of alike.
var (
	// textNouns name what terms stand in.
	textNouns = setOf("proposal plan text draft deal agreement accord pact truce treaty roadmap blueprint compromise framework " +
		"package settlement formula pause memorandum protocol contract cease-fire ceasefire armistice paper")
	// offerNouns name what somebody puts.
	offerNouns = setOf("offer bid proposal counter-offer counteroffer counter-proposal counterproposal approach price demand term condition request call ultimatum")
	// bidNouns name an offer that can be spoken of as a text is: "the offer would raise pay".
	bidNouns = setOf("offer bid counter-offer counteroffer")
	// emptyNouns say nothing of what is wanted.
	emptyNouns = setOf("version revision talk negotiation concession answer reply response comment meeting statement question deal time information detail word report claim apology interview")
	// wantNouns name what can be dropped.
	wantNouns = setOf("demand condition claim insistence offer bid proposal threat objection opposition resistance call requirement")
	// answerNouns name what is awaited.
	answerNouns = setOf("answer reply response decision verdict")
	// sides stand for all parties at once.
	sides = setOf("side party government company negotiator team delegation rival")
)

// phrases are the words that say that something depends on nothing; with * to the
// end of the clause.
var regardless = phrases(
	"with or without", "whatever *", "regardless", "no matter *", "come what may", "in any case", "either way",
	"in any event", "even if *", "even without *", "under any circumstances", "whether or not *", "deal or no deal",
	"every instrument", "every means", "all means", "every tool", "at all costs",
)

// phrase is a row of words.
type phrase struct {
	words []string
	open  bool // all that follows belongs to it
}

func phrases(all ...string) []phrase {
	var out []phrase
	for _, p := range all {
		words, open := strings.CutSuffix(p, " *")
		out = append(out, phrase{strings.Fields(words), open})
	}
	return out
}
