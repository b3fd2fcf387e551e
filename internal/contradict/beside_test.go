package contradict

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/ledger"
)

// toldFigure is a figure by its words in a text, and the statement that it stands in.
type toldFigure struct {
	words, noun     string
	source, content string
	stance          hearsay.Stance
}

func spanOfWords(text, words string) hearsay.Span {
	at := strings.LastIndex(text, words)
	return hearsay.Span{Start: at, End: at + len(words)}
}

// recordOfFigures makes a record of a text and its figures. Its terms are the numbers
// and some nouns.
func recordOfFigures(text string, all ...toldFigure) hearsay.Record {
	r := hearsay.Record{Report: hearsay.Report{Path: text, Outlet: "Northwire", Text: text, Published: time.Date(2031, 4, 2, 8, 0, 0, 0, time.UTC)}}
	for i, t := range all {
		n, _ := strconv.ParseFloat(strings.ReplaceAll(t.words, ",", ""), 64)
		f := hearsay.Figure{Span: spanOfWords(text, t.words), State: "other", Stance: t.stance, Low: &n, High: &n, Qualifier: hearsay.Exactly}
		if t.noun != "" {
			noun := spanOfWords(text, t.noun)
			f.Noun = &noun
		}
		if t.source != "" {
			source := spanOfWords(text, t.source)
			actor := i
			r.Attributions = append(r.Attributions, hearsay.Attribution{ID: i, Content: []hearsay.Span{spanOfWords(text, t.content)},
				Chain: []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {As: &source, Actor: &actor, Identity: hearsay.GroupIdentity}}})
			at := i
			f.Attribution = &at
		}
		r.Figures = append(r.Figures, f)
	}
	r.Terms = countingTerms(text)
	return r
}

func countingTerms(text string) []hearsay.Term {
	classes := map[string]hearsay.TermClass{"two": hearsay.NumberTerm, "one": hearsay.NumberTerm}
	for w := range strings.FieldsSeq("people number strikers ports islanders jail boats families") {
		classes[w] = hearsay.NounTerm
	}
	var out []hearsay.Term
	at := 0
	for w := range strings.FieldsSeq(text) {
		start := at + strings.Index(text[at:], w)
		at = start + len(w)
		word := strings.Trim(w, ",.;")
		class, known := classes[word]
		if word[0] >= '0' && word[0] <= '9' {
			class, known = hearsay.NumberTerm, true
		}
		if known {
			out = append(out, hearsay.Term{Span: hearsay.Span{Start: start, End: start + len(word)}, Lemma: word, Class: class, Head: hearsay.NoHead, Role: hearsay.RootRole})
		}
	}
	return out
}

func TestTwoCountsSideBySide(t *testing.T) {
	const is = hearsay.Actual
	for _, c := range []struct {
		text string
		a, b toldFigure
		want bool
	}{
		{"Then 4,000 people marched, police said; organisers put the number at 9,000.",
			toldFigure{"4,000", "people", "police", "4,000 people marched", is}, toldFigure{"9,000", "", "organisers", "the number at 9,000", is}, true},
		{"The guild knows of 88 islanders in the jail, many of them ill. The ministry, which puts the number at 61, said it was counting again.",
			toldFigure{"88", "islanders", "The guild", "88 islanders in the jail", is}, toldFigure{"61", "", "The ministry", "the number at 61", is}, true},
		// They count in other places.
		{"The union counts 4,200 strikers at two ports. Korvo counts 2,650 at one.",
			toldFigure{"4,200", "strikers", "The union", "4,200 strikers at two ports", is}, toldFigure{"2,650", "", "Korvo", "2,650 at one", is}, false},
		// The second is a part.
		{"The union counts 4,200 strikers. Korvo puts the number at 2,650, counting only its own.",
			toldFigure{"4,200", "strikers", "The union", "4,200 strikers", is}, toldFigure{"2,650", "", "Korvo", "the number at 2,650", is}, false},
		// The second is of another day.
		{"The union counts 130 boats in port. The harbour master counted 112 on Saturday.",
			toldFigure{"130", "boats", "The union", "130 boats in port", is}, toldFigure{"112", "", "The harbour master", "112 on Saturday", is}, false},
		// It is expected alone.
		{"The town says 4,000 people came. The league puts the number at 9,000.",
			toldFigure{"4,000", "people", "The town", "4,000 people came", hearsay.Possible}, toldFigure{"9,000", "", "The league", "the number at 9,000", is}, false},
		// It says what it counts, and that is something else.
		{"The town says 4,000 people came. The league fed 900 families.",
			toldFigure{"4,000", "people", "The town", "4,000 people came", is}, toldFigure{"900", "", "The league", "900 families", is}, false},
		// There is nothing to choose between them.
		{"The town says 4,000 people came. The league puts the number at 4000.",
			toldFigure{"4,000", "people", "The town", "4,000 people came", is}, toldFigure{"4000", "", "The league", "the number at 4000", is}, false},
	} {
		r := recordOfFigures(c.text, c.a, c.b)
		if at := strings.Index(c.text, "Saturday"); at >= 0 {
			r.Moments = []hearsay.Moment{{Span: hearsay.Span{Start: at, End: at + len("Saturday")}, Value: "2031-03-29"}}
		}
		if got := len(readBeside(&r)) > 0; got != c.want {
			t.Errorf("%s\n%v, want %v", c.text, got, c.want)
		}
	}
	one := recordOfFigures("The league counted 900 families in March, and now gives the number as 700.",
		toldFigure{"900", "families", "The league", "900 families in March", is}, toldFigure{"700", "", "The league", "the number as 700", is})
	*one.Attributions[1].Chain[1].Actor = 0
	if got := readBeside(&one); len(got) > 0 {
		t.Errorf("one speaker gives both: %v", got)
	}
}

// What a note corrects is told of the places where it stands, whatever is counted.
func TestCorrectionInANote(t *testing.T) {
	before := recordOfFigures("The firm runs lifts in 23 ports.", toldFigure{"23", "ports", "The firm", "23 ports", hearsay.Actual})
	after := recordOfFigures("(Corrects number of ports to 32 from 23)\n\nThe firm runs lifts in 32 ports and 23 jails.",
		toldFigure{"32", "", "", "", hearsay.Actual}, toldFigure{"23", "", "", "", hearsay.Denied},
		toldFigure{"32", "ports", "The firm", "32 ports", hearsay.Actual}, toldFigure{"23", "jails", "", "", hearsay.Actual})
	note := hearsay.Span{End: strings.Index(after.Report.Text, "\n")}
	after.Blocks = []hearsay.Block{{Span: note, Kind: hearsay.BlockNote}}
	after.Figures[0].Span = hearsay.Span{Start: strings.Index(after.Report.Text, "32"), End: strings.Index(after.Report.Text, "32") + 2}
	after.Figures[1].Span = hearsay.Span{Start: strings.Index(after.Report.Text, "23"), End: strings.Index(after.Report.Text, "23") + 2}
	after.Figures[2].Attribution, after.Attributions[0].ID = new(int), 0
	trace := hearsay.Trace{Records: []hearsay.Record{before, after}}
	Find(&trace)
	if len(trace.Contradictions) != 1 || trace.Contradictions[0].Figures == nil {
		t.Fatalf("%+v, want one pair of figures", trace.Contradictions)
	}
	if got := *trace.Contradictions[0].Figures; got[0].Report != 0 || got[0].Index != 0 || got[1].Report != 1 || got[1].Index != 2 {
		t.Errorf("%+v, want the 23 of the first report and the 32 below the note", got)
	}
}

// Two numbers that one text is said to hold exclude each other, and so do two of one
// day; two wishes do not, nor two days.
func TestSameWordsOtherNumber(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2031, 4, n, 8, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		a, b   string
		stance hearsay.Stance
		days   [2]int
		want   bool
	}{
		{"The draft sets the fee at 50 marks", "The draft would set the fee at 48 marks", hearsay.Planned, [2]int{1, 3}, true},
		{"The union wants a fee of 50 marks", "The union wants a fee of 48 marks", hearsay.Planned, [2]int{1, 1}, false},
		{"The mayor counted 50 boats", "The mayor counted 48 boats", hearsay.Actual, [2]int{1, 1}, true},
		{"The mayor counted 50 boats", "The mayor counted 48 boats", hearsay.Actual, [2]int{1, 3}, false},
		{"The mayor counted 50 boats", "The mayor counted 50 boats", hearsay.Actual, [2]int{1, 1}, false},
	} {
		trace := hearsay.Trace{}
		for i, text := range []string{c.a, c.b} {
			number := text[strings.IndexAny(text, "54"):][:2]
			r := recordOfFigures(text, toldFigure{words: number, source: "The", content: text, stance: c.stance})
			r.Report.Published, r.Terms = day(c.days[i]), wordTerms(text)
			r.Attributions[0].Chain[1].Actor, r.Attributions[0].Stance, r.Attributions[0].Act = nil, c.stance, hearsay.Assertion
			trace.Records = append(trace.Records, r)
			trace.Claims = append(trace.Claims, hearsay.Claim{ID: i, Places: []hearsay.Place{{Report: i, Part: hearsay.PartAttribution}}})
		}
		Find(&trace)
		if got := len(trace.Contradictions) > 0; got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// wordTerms makes a noun of every word but the small ones.
func wordTerms(text string) []hearsay.Term {
	var out []hearsay.Term
	at := 0
	for w := range strings.FieldsSeq(text) {
		start := at + strings.Index(text[at:], w)
		at = start + len(w)
		lemma := strings.TrimSuffix(strings.ToLower(w), "s")
		if lemma == "the" || lemma == "at" || lemma == "a" || lemma == "of" || lemma == "would" || lemma[0] >= '0' && lemma[0] <= '9' {
			continue
		}
		out = append(out, hearsay.Term{Span: hearsay.Span{Start: start, End: at}, Lemma: lemma, Class: hearsay.NounTerm, Head: hearsay.NoHead, Role: hearsay.RootRole})
	}
	return out
}

// Two shares exclude each other if the reports say of what they are.
func TestOpenAccount(t *testing.T) {
	for _, c := range []struct {
		state hearsay.State
		noun  string
		want  bool
	}{{"share", "", true}, {"share", "percent", true}, {"share", "voters", false}, {"money", "", true}, {"killed", "", false}} {
		if got := isOpenAccount(ledger.Account{State: c.state, Rows: []ledger.Row{{Unit: "percent", Noun: c.noun}}}); got != c.want {
			t.Errorf("%s %q: %v, want %v", c.state, c.noun, got, c.want)
		}
	}
}

func TestWhoSays(t *testing.T) {
	r := hearsay.Record{Report: hearsay.Report{Outlet: "Northwire", Text: "The mayor spoke. He said so."}, Actors: []hearsay.Actor{{Name: "Ana Roe"}}}
	whole, he, actor := spanOfWords(r.Report.Text, "The mayor"), spanOfWords(r.Report.Text, "He"), 0
	for want, v := range map[string]hearsay.Voice{"The mayor": {As: &whole, Actor: &actor}, "Ana Roe": {As: &he, Actor: &actor}, "He": {As: &he}, "Northwire": {}} {
		if got := whoSays(&r, []hearsay.Voice{{}, v}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
