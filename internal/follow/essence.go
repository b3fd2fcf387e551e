package follow

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"hearsay"
	"hearsay/internal/wording"
)

// essence is what of a report must change for it to be a new revision: headline,
// byline, note and the paragraphs of the story, as words. White space, marks and
// typesetting are no part of it, nor is what frames the story: furniture, pointers
// to other stories, and lines that only tell a date or how long ago something was.
type essence struct {
	headline, byline, note string
	paragraphs             []string
	isGarbled              bool // decoded in the wrong character set
}

func essenceOf(record hearsay.Record) essence {
	text := record.Report.Text
	e := essence{headline: words(record.Report.Headline), byline: words(strings.Join(record.Report.Byline, " ")), isGarbled: isGarbled(text)}
	for _, b := range record.Blocks {
		switch line := words(b.In(text)); {
		case line == "" || ticks(line):
		case b.Kind == hearsay.BlockNote:
			e.note += line + "\n"
		case b.Kind == hearsay.BlockBody || b.Kind == hearsay.BlockQuote || b.Kind == hearsay.BlockSubhead || b.Kind == hearsay.BlockDateline:
			e.paragraphs = append(e.paragraphs, line)
		}
	}
	return e
}

// words returns the words of a text, folded, with single spaces.
func words(text string) string {
	var all []string
	for _, w := range wording.Words(text, hearsay.Span{End: len(text)}) {
		all = append(all, w.Key)
	}
	return strings.Join(all, " ")
}

// hash identifies an essence. Where paragraphs end does not matter.
func (e essence) hash() string {
	sum := sha256.Sum256([]byte(e.joined()))
	return hex.EncodeToString(sum[:16])
}

func (e essence) joined() string {
	return strings.Join([]string{e.headline, e.byline, e.note, strings.Join(e.paragraphs, " ")}, "\x00")
}

// longestTick is how many words a line has at most that only tells a time.
const longestTick = 14

// ticks reports whether a line of folded words only tells a date, or how long ago
// something was: such lines change by themselves.
func ticks(line string) bool {
	all := strings.Fields(line)
	if len(all) > longestTick {
		return false
	}
	tells := false
	for _, w := range all {
		isDigit := w[0] >= '0' && w[0] <= '9'
		if !isDigit && !ticking[w] {
			return false
		}
		tells = tells || isDigit || telling[w]
	}
	return tells
}

var (
	// telling are the words that by themselves tell a time.
	telling = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
		dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday ago now noon midnight`)
	// ticking are those and the words that stand beside them.
	ticking = func() map[string]bool {
		all := set(`am pm a.m p.m a p m gmt utc bst cet cest est edt cst cdt mst mdt pst pdt ist jst eet eest msk at on by the of an last first
			updated update published modified posted edited created changed date time just min mins minute minutes hour hours hr hrs h day days week
			weeks month months year years second seconds read reading older st nd rd th one two three four five six seven eight nine ten`)
		for w := range telling {
			all[w] = true
		}
		return all
	}()
)

func set(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// isSame reports whether two essences that differ are one text all the same:
// decoded otherwise, or laid out otherwise in a page that was redesigned.
func isSame(before, after essence, redesigned bool) bool {
	if before.isGarbled != after.isGarbled && skeleton(before.joined()) == skeleton(after.joined()) {
		return true
	}
	return redesigned && before.note == after.note && onlyReframed(before, after)
}

// isGarbled reports whether a text shows the signs of UTF-8 read as Windows-1252,
// or of the reverse.
func isGarbled(text string) bool {
	for _, sign := range []string{"\uFFFD", "â€", "Ã"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

// skeleton keeps the letters and digits of ASCII alone, which every character set
// gives alike.
func skeleton(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// Of a page that was redesigned, so much of the words, in thousandths, must stay in
// paragraphs that are the same, and paragraphs that share so many are two versions
// of one.
const (
	keptWords    = 700
	editedShares = 500
)

// onlyReframed reports whether two texts differ by whole paragraphs alone, and
// few of them: a caption more, a summary less. An edit changes a paragraph.
func onlyReframed(before, after essence) bool {
	gone, come := others(before.paragraphs, after.paragraphs), others(after.paragraphs, before.paragraphs)
	if wordsIn(gone)*1000 > wordsIn(before.paragraphs)*(1000-keptWords) || wordsIn(come)*1000 > wordsIn(after.paragraphs)*(1000-keptWords) {
		return false
	}
	for _, p := range gone {
		for _, q := range come {
			if shares(p, q) >= editedShares {
				return false
			}
		}
	}
	return true
}

// others returns the paragraphs that are not among those.
func others(these, those []string) []string {
	known := map[string]bool{}
	for _, p := range those {
		known[p] = true
	}
	var all []string
	for _, p := range these {
		if !known[p] {
			all = append(all, p)
		}
	}
	return all
}

func wordsIn(paragraphs []string) int {
	n := 0
	for _, p := range paragraphs {
		n += len(strings.Fields(p))
	}
	return n
}

// shares returns how many words two paragraphs share of all they have, in thousandths.
func shares(p, q string) int {
	count := map[string]int{}
	a, b := strings.Fields(p), strings.Fields(q)
	for _, w := range a {
		count[w]++
	}
	shared := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return 2000 * shared / max(len(a)+len(b), 1)
}
