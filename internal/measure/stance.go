package measure

import "hearsay"

// stanceRule lists words that set the stance of what stands under them.
type stanceRule struct {
	stance  hearsay.Stance
	words   string // verbs, nouns and auxiliaries by dictionary form
	yes, no string
}

// stanceRules; the nearest word above the figure decides, and the first rule that
// has it.
var stanceRules = []stanceRule{
	{hearsay.Denied, "withdraw retract scrap", "The firm withdrew its offer of 40 dollars.", "The firm made an offer of 40 dollars."},
	{hearsay.Planned, "offer demand want propose agree promise plan ask pledge vow intend proposal aim will shall seek schedule order require insist reject threaten limit target",
		"The firm offered 6 percent.", "The firm earned 6 percent."},
	{hearsay.Possible, "may might could believe expect fear presume likely suspect think hope forecast predict can",
		"Up to 40 people may be dead.", "Up to 40 people are dead."},
}

var stanceWords = func() map[string]hearsay.Stance {
	all := map[string]hearsay.Stance{}
	for _, r := range stanceRules {
		for word := range setOf(r.words) {
			all[word] = r.stance
		}
	}
	return all
}()

// stanceOf returns how the figure is meant, from the words above token t.
func (l *line) stanceOf(q *quantity, t int) hearsay.Stance {
	before := l.word(q.first - 1)
	if before == "not" || before == "corrects" || l.takenBack(q) {
		return hearsay.Denied
	}
	if s := l.stanceBefore(q); s != "" && l.token(t).Relation != 0 && !l.isSupposed(t) {
		return s
	}
	if l.isSupposed(t) {
		return hearsay.Hypothetical
	}
	for steps := 0; t >= 0 && steps < maxClimb; steps++ {
		if s := stanceWords[l.token(t).Lemma]; s != "" {
			if h := l.head(t); h >= 0 && stanceWords[l.token(h).Lemma] == hearsay.Denied {
				return hearsay.Denied
			}
			return s
		}
		if s := l.stanceBelow(t); s != "" {
			return s
		}
		if told[l.token(t).Relation] && steps > 0 && !stanceGoverns(l, t) {
			break
		}
		t = l.head(t)
	}
	return hearsay.Actual
}

// stanceBefore reads an auxiliary a few pieces before the quantity: "would free the
// 16 captives".
func (l *line) stanceBefore(q *quantity) hearsay.Stance {
	for i := q.first - 1; i >= max(0, q.first-3); i-- {
		switch l.word(i) {
		case "would", "will", "shall", "to":
			if isVerb[l.tag(i+1)] || l.tag(i+1) == tagJJ {
				return hearsay.Planned
			}
		case "may", "might", "could":
			return hearsay.Possible
		}
	}
	return ""
}

// stanceGoverns reports whether the verb above a clause sets its stance: "expects
// that", "believes".
func stanceGoverns(l *line, t int) bool {
	h := l.head(t)
	return h >= 0 && stanceWords[l.token(h).Lemma] != ""
}

// stanceBelow looks at the auxiliaries of token t.
func (l *line) stanceBelow(t int) hearsay.Stance {
	for c := range l.children(t) {
		if !auxiliary[l.token(c).Relation] {
			continue
		}
		if l.token(c).Lemma == "would" || l.words[c].Low == "'ll" {
			return hearsay.Planned
		}
		if s := stanceWords[l.token(c).Lemma]; s != "" {
			return s
		}
	}
	return ""
}

// isSupposed reports whether token t stands under an "if", or beside a clause that
// does while the verb says "would".
func (l *line) isSupposed(t int) bool {
	for steps := 0; t >= 0 && steps < maxClimb; steps++ {
		for c := range l.children(t) {
			if marks[l.token(c).Relation] && suppositions[l.words[c].Low] {
				return true
			}
			if mark := l.child(c, marks); l.token(c).Relation == advcl && mark >= 0 && suppositions[l.words[mark].Low] {
				return true
			}
		}
		if told[l.token(t).Relation] {
			return false
		}
		t = l.head(t)
	}
	return false
}

var suppositions = setOf("if unless provided providing should")

// takenBack reports whether the figure is what a correction replaces: "cut the toll
// to 12 from 14", "an earlier version gave 53".
func (l *line) takenBack(q *quantity) bool {
	if l.near(q.first, setCorrected, 14) && l.word(q.first-1) == "from" {
		return true
	}
	for i := max(0, q.first-14); i < q.first; i++ {
		if l.word(i) == "earlier" && (l.word(i+1) == "version" || l.word(i+1) == "article") {
			return true
		}
	}
	return false
}

var setCorrected = setOf("cut revised revises corrected corrects lowered cuts revise")
