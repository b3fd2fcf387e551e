package talks

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// content is what some words say, for comparison: their content words in a stem
// form, and their numbers with what each counts.
type content struct {
	words   map[string]bool
	numbers []number
}

// number is a number and the word for what it counts: "6 percent" is 6 of
// "percent", "16 captives" 16 of "captiv".
type number struct {
	value float64
	of    string
}

// read returns the content of some words.
func read(text string) content {
	c := content{words: map[string]bool{}}
	all := split(text)
	for i, w := range all {
		if v, ok := numberOf(w); ok && isYear(v, w) {
			continue
		} else if ok {
			c.numbers = append(c.numbers, number{v, counted(all[i+1:])})
			c.words[strconv.FormatFloat(v, 'g', -1, 64)] = true
			continue
		}
		if s := stem(w); !function[w] && len(s) > 1 {
			c.words[s] = true
		}
	}
	return c
}

// money are amounts with the sign of a currency before them, which are read as if it
// stood after them.
var money = regexp.MustCompile(`([$€£¥])\s?([0-9][0-9.,]*)((?: (?:thousand|million|billion|mn|bn|m)\b)?)`)

var currencies = strings.NewReplacer("$", " dollars", "€", " euros", "£", " pounds", "¥", " yen")

// split returns the words of a text in lower case; a number is one word.
func split(text string) []string {
	if strings.ContainsAny(text, "$€£¥") {
		text = currencies.Replace(money.ReplaceAllString(text, "$2$3$1 "))
	}
	return strings.FieldsFunc(strings.ToLower(strings.NewReplacer("per cent", "percent", "%", " percent", "’", "'", "'s ", " ").Replace(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ',' && r != '\''
	})
}

// isYear reports whether a number is a year: that two terms end in one is no sign
// that they are the same.
func isYear(v float64, w string) bool {
	return v >= 1900 && v < 2200 && len(strings.Trim(w, ".,'")) == 4
}

func numberOf(w string) (float64, bool) {
	w = strings.Trim(w, ".,'")
	if v, ok := spelled[w]; ok {
		return v, true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil && w != "" && w[0] >= '0' && w[0] <= '9'
}

var spelled = map[string]float64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

// counted returns the stem of the first word that a number counts.
func counted(after []string) string {
	for i, w := range after {
		w = strings.Trim(w, ".,'")
		if scales[w] || i == 0 && describing[w] {
			continue
		}
		if function[w] || i > 1 {
			return ""
		}
		return stem(w)
	}
	return ""
}

var (
	scales     = setOf("hundred thousand million billion mn bn m more additional")
	describing = setOf("political foreign senior female young wounded")
	spans      = setOf("day week month year hour minut") // what a term lasts is no quantity of it
)

// stem cuts endings, so that "releases", "release" and "releasing" are one.
func stem(w string) string {
	w = strings.Trim(w, ".,'")
	for _, end := range []string{"'s", "ing", "ied", "ies", "ed", "es", "s", "e"} {
		if strings.HasSuffix(w, end) && len(w)-len(end) >= 3 {
			w = strings.TrimSuffix(w, end)
			break
		}
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] && w[n-1] != 'l' && w[n-1] != 's' {
		w = w[:n-1]
	}
	return strings.TrimSuffix(w, "e")
}

// function are the words that say nothing of what is dealt in.
var function = setOf("a an the of to in on at by for from with and or but not no that this these those it its he she they his her their would will could can may must " +
	"shall be is are was were been being has have had do does did as if when then than also only both any all each up down out over into about per s end january february march april may june july august september october november december")

func setOf(all string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(all) {
		set[w] = true
	}
	return set
}

// alike reports whether two contents share half of the shorter one's words.
func (c content) alike(o content) bool {
	shared, least := 0, min(len(c.words), len(o.words))
	for w := range c.words {
		if o.words[w] {
			shared++
		}
	}
	return least > 0 && 2*shared >= least && (shared > 1 || least == 1)
}

// isBare reports whether some words say hardly more than a number: "6", "asks for 400".
func (c content) isBare() bool { return len(c.words) <= len(c.numbers)+1 }

// shares reports whether two contents give the same number of the same thing, or
// of something that one of them does not name.
func (c content) shares(o content) bool {
	bare := c.isBare() || o.isBare()
	for _, x := range c.numbers {
		for _, y := range o.numbers {
			if (x.of == "" || y.of == "") && !bare {
				continue
			}
			if x.value == y.value && !spans[x.of] && !spans[y.of] && (x.of == y.of || x.of == "" || y.of == "") && x.value > 1 {
				return true
			}
		}
	}
	return false
}

// conflicts reports whether two contents give different numbers of one thing, and
// never the same.
func (c content) conflicts(o content) bool {
	found := false
	for _, x := range c.numbers {
		for _, y := range o.numbers {
			if x.of != "" && x.of == y.of && !spans[x.of] {
				if x.value == y.value {
					return false
				}
				found = true
			}
		}
	}
	return found
}
