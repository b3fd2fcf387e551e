package view

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"hearsay"
)

// # What is new
//
// News is told in five groups, always in this order, and in each the newest first:
//
//  1. what a report changed without a note that says so
//  2. claims that lost their attribution or an origin, or that come from one more
//  3. numbers that differ from those before
//  4. sources heard for the first time
//  5. contradictions between what is new and what was there
//
// New is what stands in a record that arrived after a moment.

// NewsKind says what is new.
type NewsKind string

// The kinds of news, in the order in which they are told.
const (
	NewsSilent        NewsKind = "silent-change"
	NewsLost          NewsKind = "lost-attribution"
	NewsLostOrigin    NewsKind = "lost-origin"
	NewsGained        NewsKind = "gained-origin"
	NewsNumber        NewsKind = "changed-number"
	NewsSource        NewsKind = "first-time-source"
	NewsContradiction NewsKind = "contradiction"
)

var newsOrder = map[NewsKind]int{NewsSilent: 0, NewsLost: 1, NewsLostOrigin: 1, NewsGained: 1, NewsNumber: 2, NewsSource: 3, NewsContradiction: 4}

// NewsRule is the order in words.
const NewsRule = "First what a report changed without a note, then claims that lost their attribution, or lost or gained an origin, " +
	"then changed numbers, then sources heard for the first time, then contradictions; in each group the newest first."

// News is one new thing in a story.
type News struct {
	Kind    NewsKind
	When    time.Time // when the record that has it came out
	Report  int       // position in Trace.Records
	Subject string    // who or what it is about
	Before  string
	After   string
	Who     [2]string // of a contradiction: who says Before, who says After
	Claim   int       // ID; -1: none
	Actor   int       // ID of a Trace.Actor; -1: none
}

// NewsOf returns what is new in a trace. New records are those that isNew says
// are. What a person's page is not made of is no news: private persons are left out.
func NewsOf(t *hearsay.Trace, isNew func(report int) bool) []News {
	var all []News
	add := func(n News, report int) {
		n.Report, n.When = report, t.Records[report].Report.Stood()
		all = append(all, n)
	}
	silentNews(t, isNew, add)
	claimNews(t, isNew, add)
	numberNews(t, isNew, add)
	sourceNews(t, isNew, add)
	contradictionNews(t, isNew, add)
	SortNews(all)
	return all
}

// SortNews puts news into the order of [NewsRule].
func SortNews(all []News) {
	slices.SortStableFunc(all, func(a, b News) int {
		return cmp.Or(cmp.Compare(newsOrder[a.Kind], newsOrder[b.Kind]), b.When.Compare(a.When))
	})
}

// GoesBefore reports whether news goes before other news.
func (n News) GoesBefore(o News) bool {
	return cmp.Or(cmp.Compare(newsOrder[n.Kind], newsOrder[o.Kind]), o.When.Compare(n.When)) < 0
}

func silentNews(t *hearsay.Trace, isNew func(int) bool, add func(News, int)) {
	for _, u := range t.Updates {
		if !isNew(u.Report) {
			continue
		}
		for _, c := range u.Changes {
			if c.Kind == hearsay.ChangeSilent {
				add(News{Kind: NewsSilent, Subject: string(c.Subject), Claim: -1, Actor: -1,
					Before: shortened(Line(wordsIn(t.Records[u.Revises], c.Before))), After: shortened(Line(wordsIn(t.Records[u.Report], c.After)))}, u.Report)
			}
		}
	}
}

func claimNews(t *hearsay.Trace, isNew func(int) bool, add func(News, int)) {
	now := standing(t)
	for _, c := range t.Claims {
		for _, s := range c.Shifts {
			if s.Kind == hearsay.ShiftDropped && isNew(s.After.Report) {
				add(News{Kind: NewsLost, Subject: words(t, c.Gist), Before: words(t, s.Before), After: words(t, s.After), Claim: c.ID, Actor: -1}, s.After.Report)
			}
		}
		for i, o := range c.Origins {
			if i > 0 && len(o.Reports) > 0 && isNew(o.Reports[0]) {
				add(News{Kind: NewsGained, Subject: words(t, c.Gist), After: originLine(t, o).Who, Claim: c.ID, Actor: -1}, o.Reports[0])
			}
			if at := goneFrom(t, c, o, now); at >= 0 && isNew(at) {
				add(News{Kind: NewsLostOrigin, Subject: words(t, c.Gist), Before: originLine(t, o).Who, Claim: c.ID, Actor: -1}, at)
			}
		}
	}
}

// standing returns, of each record, the last revision of its report.
func standing(t *hearsay.Trace) []int {
	now := make([]int, len(t.Records))
	for i := range now {
		now[i] = i
	}
	for i := len(t.Updates) - 1; i >= 0; i-- {
		u := t.Updates[i]
		now[u.Revises] = now[u.Report]
	}
	return now
}

// goneFrom returns the last of the revisions that make a claim no more, if every
// report that had it from an origin has been revised to that; else -1.
func goneFrom(t *hearsay.Trace, c hearsay.Claim, o hearsay.Origin, now []int) int {
	last := -1
	for _, r := range o.Reports {
		stands := now[r]
		if slices.ContainsFunc(c.Places, func(p hearsay.Place) bool { return p.Report == stands }) {
			return -1
		}
		last = max(last, stands)
	}
	return last
}

// numberNews finds figures that arrived, of accounts that had another number before.
func numberNews(t *hearsay.Trace, isNew func(int) bool, add func(News, int)) {
	for _, a := range NumbersOf(t.Records) {
		last := ""
		for _, row := range a.Rows {
			if len(row.Reports) == 0 || row.Lesser {
				continue
			}
			first := row.Reports[0]
			if last != "" && last != row.Sense && isNew(first) {
				add(News{Kind: NewsNumber, Subject: a.Title, Before: last, After: row.Words + " – " + row.Who, Claim: -1, Actor: -1}, first)
			}
			last = row.Sense
		}
	}
}

// sourceNews finds actors that speak for the first time.
func sourceNews(t *hearsay.Trace, isNew func(int) bool, add func(News, int)) {
	spoken := spokenByAll(t)
	for i, a := range t.Actors {
		if a.Private || len(spoken[i]) == 0 || !isNew(spoken[i][0].Report) {
			continue
		}
		s := SaidAt(t, spoken[i][0])
		add(News{Kind: NewsSource, Subject: Line(a.Name), After: strings.TrimSpace(s.Cue + " " + s.Content), Claim: -1, Actor: a.ID}, spoken[i][0].Report)
	}
}

func contradictionNews(t *hearsay.Trace, isNew func(int) bool, add func(News, int)) {
	for _, c := range t.Contradictions {
		line := contradictionLine(t, c)
		if c.Claims != nil && len(t.Claims[c.Claims[1]].Places) > 0 {
			line.Report[1] = t.Claims[c.Claims[1]].Places[0].Report
		}
		if report := max(line.Report[0], line.Report[1]); isNew(report) {
			n := News{Kind: NewsContradiction, Subject: line.Why, Before: line.Sides[0], After: line.Sides[1], Who: line.Who, Claim: -1, Actor: -1}
			if c.Claims != nil {
				n.Claim = c.Claims[1]
			}
			add(n, report)
		}
	}
}
