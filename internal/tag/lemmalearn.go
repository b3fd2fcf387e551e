package tag

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// learnLemmas builds the decision list from short endings to whole forms: an
// ending is listed only where it says something other than the endings within it.
func learnLemmas(sentences []Sentence) *lemmatiser {
	list := &lemmaList{rules: make(map[uint32]uint64), index: make(map[script]int)}
	forms := countScripts(sentences)
	for n := 1; n <= maxEnding; n++ {
		list.addEndings(forms, n)
	}
	soFar := list.lemmatiser()
	for _, f := range forms {
		if f.count >= 2 && soFar.rule(f.low, f.tag) != f.script {
			list.add(ruleKey(f.tag, f.low, true), f.script)
		}
	}
	return list.lemmatiser()
}

// seenForm is how often a form with a tag had a script.
type seenForm struct {
	low    string
	tag    hearsay.Tag
	script script
	count  int
}

// countScripts returns each inflected (form, tag) with its commonest script, in
// a fixed order.
func countScripts(sentences []Sentence) []seenForm {
	type key struct {
		low string
		tag hearsay.Tag
	}
	counts := make(map[seenForm]int)
	for _, s := range sentences {
		for i, form := range s.Forms {
			if inflected[s.Tags[i]] && s.Lemmas[i] != "" {
				low := strings.ToLower(lexicon.Plain(form))
				counts[seenForm{low, s.Tags[i], scriptFor(low, strings.ToLower(lexicon.Plain(s.Lemmas[i]))), 0}]++
			}
		}
	}
	best := make(map[key]seenForm)
	for f, n := range counts {
		f.count = n
		k := key{f.low, f.tag}
		if old, ok := best[k]; !ok || compareForms(f, old) < 0 {
			best[k] = f
		}
	}
	var out []seenForm
	for _, f := range best {
		out = append(out, f)
	}
	slices.SortFunc(out, compareForms)
	return out
}

func compareForms(a, b seenForm) int {
	return cmp.Or(b.count-a.count, cmp.Compare(a.low, b.low), cmp.Compare(a.tag, b.tag),
		cmp.Compare(a.script.cut, b.script.cut), cmp.Compare(a.script.put, b.script.put))
}

// lemmaList is a decision list in the making.
type lemmaList struct {
	rules   map[uint32]uint64
	scripts []script
	index   map[script]int // of scripts
}

func (l *lemmaList) lemmatiser() *lemmatiser {
	return &lemmatiser{linear.NewDictionary(l.rules), l.scripts}
}

func (l *lemmaList) add(key uint32, s script) {
	at, ok := l.index[s]
	if !ok {
		if len(l.scripts) == maxScripts || s.cut > maxEdit || len(s.put) > maxEdit {
			return
		}
		at = len(l.scripts)
		l.index[s] = at
		l.scripts = append(l.scripts, s)
	}
	l.rules[key] = uint64(at + 1)
}

// addEndings lists the endings of n bytes whose forms mostly want another
// script than the list gives so far.
func (l *lemmaList) addEndings(forms []seenForm, n int) {
	soFar := l.lemmatiser()
	for _, t := range tallyEndings(forms, n) {
		best := t.commonest()
		if t.count[best] >= 2 && best.cut <= n && soFar.rule(t.ending, t.tag) != best {
			l.add(ruleKey(t.tag, t.ending, false), best)
		}
	}
}

// tally counts the scripts of the forms with one ending and tag.
type tally struct {
	tag     hearsay.Tag
	ending  string
	count   map[script]int
	scripts []script // in order of first sight
}

// tallyEndings returns the tallies of all endings of n bytes, in a fixed order.
func tallyEndings(forms []seenForm, n int) []*tally {
	byKey := make(map[uint32]*tally)
	var tallies []*tally
	for _, f := range forms {
		if len(f.low) < n {
			continue
		}
		ending := f.low[len(f.low)-n:]
		k := ruleKey(f.tag, ending, false)
		t := byKey[k]
		if t == nil {
			t = &tally{tag: f.tag, ending: ending, count: make(map[script]int)}
			byKey[k] = t
			tallies = append(tallies, t)
		}
		if t.count[f.script] == 0 {
			t.scripts = append(t.scripts, f.script)
		}
		t.count[f.script]++
	}
	return tallies
}

func (t *tally) commonest() script {
	best := t.scripts[0]
	for _, s := range t.scripts {
		if t.count[s] > t.count[best] {
			best = s
		}
	}
	return best
}
