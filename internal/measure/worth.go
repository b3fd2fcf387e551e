package measure

import (
	"strings"

	"hearsay"
)

// # States of money and shares
//
// What a sum or a percentage is of is told by the nearest word that does; where
// none does, by what the report is about: in a report on a pay dispute, an offer of
// 6 percent is pay.

// nearStates are the words that tell, each by its dictionary form.
type nearStates map[string]hearsay.State

func nearest(rows ...[2]string) nearStates {
	all := nearStates{}
	for _, row := range rows {
		for word := range setOf(row[1]) {
			all[word] = hearsay.State(row[0])
		}
	}
	return all
}

var (
	ofShares = nearest(
		[2]string{"stake", "stake own hold holder holding acceptance shareholding"},
		[2]string{"vote", "vote turnout ballot elect election re-elect"},
		[2]string{"pay", "pay wage wages salary pension"},
		[2]string{"level", "inflation unemployment rate interest yield capacity humidity jobless occupancy"},
		[2]string{"price", "cover premium"},
		[2]string{"share", "share shares stock index lower higher above below premium"},
	)
	ofMoney = nearest(
		[2]string{"price", "price bid takeover trade barrel gallon litre kilo ounce dose ticket fare"},
		[2]string{"money", "cost fine damages saving savings compensation revenue profit loss budget aid loan debt fund grant donate spend invest lose " +
			"owe tax bill fee turnover sales repair raise bereaved relief reward ransom"},
		[2]string{"pay", "earn wage wages salary bonus one-off raise-pay teacher"},
	)
)

// topic is what a report turns on, as far as figures go.
type topic uint8

const (
	anyTopic topic = iota
	payTopic
	dealTopic
)

var topicWords = map[string]topic{
	"pay": payTopic, "wage": payTopic, "strike": payTopic, "union": payTopic, "dispute": payTopic, "striker": payTopic,
	"takeover": dealTopic, "bid": dealTopic, "shareholder": dealTopic, "bidder": dealTopic, "proposal": dealTopic, "deal": dealTopic,
	"share": dealTopic, "board": dealTopic, "merger": dealTopic,
}

// topicOf returns the topic of a document: one whose words come at least three
// times, and twice as often as the other's.
func topicOf(doc *hearsay.Document) topic {
	var n [dealTopic + 1]int
	for i := range doc.Tokens {
		n[topicWords[doc.Tokens[i].Lemma]]++
	}
	switch {
	case n[payTopic] >= 3 && n[payTopic] >= 2*n[dealTopic]:
		return payTopic
	case n[dealTopic] >= 3 && n[dealTopic] >= 2*n[payTopic]:
		return dealTopic
	}
	return anyTopic
}

// worthOf returns the state of a sum of money or of a share.
func (l *line) worthOf(q *quantity, noun phrase, about topic) hearsay.State {
	if q.unit.money {
		return l.moneyState(q, noun, about)
	}
	near := l.nearWord(q, ofShares, 10)
	if near == "stake" && q.kind == shared && q.unit.name == "" {
		near = share // one holds two-thirds of a province
	}
	switch {
	case q.unit.name == "point" || l.isChange(q):
		if about == payTopic && near == "pay" || near == level && q.unit.name == "point" && q.value > 20 {
			return near
		}
		return share
	case noun.head > l.at(q.end-1).token && l.isPeople(noun.head) && near != "vote":
		return share
	case near != "" && (near != share || about != payTopic):
		return near
	case about == payTopic && q.kind == counted:
		return "pay"
	}
	return share
}

// isChange reports whether a share says by how much something rose or fell.
func (l *line) isChange(q *quantity) bool {
	before := l.lemma(q.first - 1)
	if before == "by" {
		before = l.lemma(q.first - 2)
	}
	return changes[before] && before != "take" && before != "add" && before != "bring"
}

func (l *line) moneyState(q *quantity, noun phrase, about topic) hearsay.State {
	near := l.nearWord(q, ofMoney, 6)
	if rate := l.rateAfter(q); rate != "" && near != "pay" {
		return rate
	}
	switch {
	case near == "price" && l.word(q.end) == "of":
		return money
	case near == money || near == "pay":
		return near
	case near != "", about == dealTopic:
		return "price"
	case about == payTopic && noun.head >= 0 && l.token(noun.head).Lemma == "payment":
		return "pay"
	}
	return money
}

// rateAfter reads "a share", "per barrel", "an hour" behind a sum.
func (l *line) rateAfter(q *quantity) hearsay.State {
	w := l.word(q.end)
	if !isArticle(w) && w != "per" && w != "each" && w != "-" {
		return ""
	}
	what := l.word(q.end + 1)
	if w == "-" && isArticle(what) {
		what = l.word(q.end + 3)
	}
	switch {
	case measures[what].state == duration:
		return money
	case w == "each", what == "":
		return ""
	case isNoun[l.tag(q.end+1)] && w != "-", w == "-":
		if what == "ship" || people[what] {
			return money
		}
		return "price"
	}
	return ""
}

// nearWord returns what the nearest word of a table within n tokens tells; of two
// as near, the one before.
func (l *line) nearWord(q *quantity, table nearStates, n int) hearsay.State {
	before, after := l.at(q.first).token-1, l.at(q.end-1).token+1
	for k := 0; k < n; k++ {
		for _, t := range [2]int{before - k, after + k} {
			if t < l.first || t >= l.end {
				continue
			}
			if s := table[l.token(t).Lemma]; s != "" {
				return s
			}
		}
	}
	return ""
}

// isPeople reports whether token t names persons: one of the known nouns, or the
// name of a people ("Ardovians").
func (l *line) isPeople(t int) bool {
	low := l.words[t].Low
	if people[l.token(t).Lemma] || people[strings.TrimSuffix(low, "s")] {
		return true
	}
	for _, end := range [...]string{"man", "men", "woman", "women", "girl", "girls", "boy", "boys", "people", "persons"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return l.words[t].Low != l.words[t].Text && len(low) > 4 && (low[len(low)-3:] == "ans" || low[len(low)-4:] == "ians")
}
