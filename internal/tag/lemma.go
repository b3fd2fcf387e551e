package tag

import (
	"strings"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/lexicon"
	"hearsay/internal/linear"
)

// lemmatiser maps a form with its tag to its dictionary form by a decision
// list: of the endings of the form that the list knows for the tag, the longest
// says what to cut and what to put in its place. The whole form counts as the
// longest ending, which is how irregular forms are kept.
//
//	"denied", VBD:  "-ed" cut 2 · "-ied" cut 3, put "y" · (whole "denied": not listed)  ──► "deny"
type lemmatiser struct {
	rules   linear.Dictionary // by ruleKey, one more than an index into scripts
	scripts []script
}

// script is an edit at the end of a form.
type script struct {
	cut int    // bytes, at most maxEdit
	put string // at most maxEdit bytes
}

// The weights file has a byte for each length and two for the number of scripts.
const (
	maxEdit    = 1<<8 - 1
	maxScripts = 1<<16 - 1
)

const maxEnding = 6 // bytes

// ruleKey is the id of an ending of a form under a tag; whole forms are kept
// apart from endings.
func ruleKey(tag hearsay.Tag, ending string, whole bool) uint32 {
	kind := uint32(3)
	if whole {
		kind = 4
	}
	return linear.Mix(kind, uint32(tag), linear.Hash(ending))
}

func (l *lemmatiser) lemma(w *lexicon.Word, tag hearsay.Tag) string {
	low := strings.ToLower(w.Text)
	if !inflected[tag] {
		return low
	}
	return l.rule(low, tag).apply(low)
}

// rule returns the edit of the longest listed ending.
func (l *lemmatiser) rule(low string, tag hearsay.Tag) script {
	if at := l.rules.Get(ruleKey(tag, low, true)); at > 0 {
		return l.scripts[at-1]
	}
	for n := min(maxEnding, len(low)); n > 0; n-- {
		if at := l.rules.Get(ruleKey(tag, low[len(low)-n:], false)); at > 0 {
			return l.scripts[at-1]
		}
	}
	return script{}
}

// apply returns the edited form, or the form itself where nothing would be left.
func (s script) apply(low string) string {
	if s.cut > len(low) || s.cut == len(low) && s.put == "" {
		return low
	}
	return low[:len(low)-s.cut] + s.put
}

// scriptFor returns the edit that makes lemma of low. It takes letters whole.
func scriptFor(low, lemma string) script {
	same := 0
	for same < len(low) && same < len(lemma) && low[same] == lemma[same] {
		same++
	}
	for same < len(low) && !utf8.RuneStart(low[same]) || same < len(lemma) && !utf8.RuneStart(lemma[same]) {
		same--
	}
	return script{len(low) - same, lemma[same:]}
}

// inflected marks the tags whose words have a lemma other than themselves.
var inflected = func() (set [hearsay.TagCount]bool) {
	for _, name := range []string{
		"NNS", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD",
		"JJR", "JJS", "RBR", "RBS", "RB", "PRP", "PRP$", "POS", "DT",
	} {
		tag, ok := hearsay.ParseTag(name)
		if !ok {
			panic("tag: no tag " + name)
		}
		set[tag] = true
	}
	return set
}()
