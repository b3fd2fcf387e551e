package segment

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearsay"
)

// cut returns the tokens of a text, with | between them.
func cut(text string) string {
	d := Split(hearsay.Report{Text: text})
	var words []string
	for i := range d.Tokens {
		words = append(words, d.Words(i))
	}
	return strings.Join(words, "|")
}

func TestTokens(t *testing.T) {
	for _, want := range []struct{ phenomenon, cuts string }{
		{"plain", "Talks| go| on| in| Drenn|."},
		{"acronym", "the| U.S.| Senate"},
		{"acronym at the end", "in| the| U.S."},
		{"acronym with a possessive", "the| U.S.|'s| offer"},
		{"acronym in a compound", "the| U.S.-led| and| U.N.-backed| force"},
		{"party and state", "Vost| (|R-Calif.|)| and| Ardo| (|D-N.Y.|)"},
		{"titles", "Mr.| Vost| met| Lt.| Gen.| Ardo"},
		{"initials", "Lena| J.| K.| Vost"},
		{"hours and months", "at| 5| a.m.| on| Jan.| 3"},
		{"a unit joined to its number", "at| 5|pm|,| after| 12|km"},
		{"number sign", "No.| 5| of| 6"},
		{"no number", "She| said| no|."},
		{"the word I", "It| was| I|.| Nobody| else|."},
		{"the initial I", "John| I.| Vost"},
		{"firm", "Harbor| Co.|,| Inc."},
		{"in all capitals", "GEN.| ARDO| LEFT|."},
		{"an ordinary word", "They| won| the| match|."},
		{"a missing space", "It| is| over|.|They| left|."},
		{"a full stop in another", "Node.js| and| example.com| and| Ph.D."},

		{"negation", "did|n't| ca|n’t| WO|N'T| ai|n't"},
		{"clitics", "he|'s| Ardo|’s| they|'ve| we|’ll| I|'m| she|'d| you|'re"},
		{"two clitics", "would|n't|'ve| I|'d|'ve"},
		{"clitic of a number", "the| 1990|'s| style"},
		{"clitic behind a mark", "the| \"|Lost|\"|'s| end"},
		{"fused words", "can|not| gon|na| Can|not"},
		{"apostrophe within", "O'Brien| Qur'an| d'Ivoire| Sana’a| ma'am| rock'n'roll"},
		{"plural possessive", "the| workers|'| council| and| Ardos|’| house"},
		{"elision", "get| 'em| in| the| '90s| or| ’14| ’til"},

		{"hyphens", "a| state-run| cease-fire| for| 22-year-old| al-Qaida| pre|-| and| post-war"},
		{"dashes", "talks|—|he| said|--|went| on|–|1914|–|18| ---| end"},
		{"below zero", "at| -5| degrees| (|-3.5|)"},
		{"numbers", "1,200.50| 3.5| 11:30| 9/11| 1/2| .5| 1990s| 22nd"},
		{"list of numbers", "1|,| 2|:| 3|,| 4|."},
		{"money", "$|5|million| $|5| million| €|3.2|bn| US$|5| A$|7|m| £|5"},
		{"metres are no money", "5m-high| and| 5m"},
		{"percent", "5|%| and| 3.5|%|-|x"},
		{"slash", "and/or| his/her| km/h"},
		{"and", "AT&T| R&D| Vost| &| Ardo"},

		{"tag and handle", "#ceasefire| @radio_drenn| #|2| @| home"},
		{"address", "see| https://example.org/a?b=c|,| www.example.org|.| (|http://example.org/a_(b)|)"},
		{"mail", "write| to| desk@example.org|."},
		{"dots", "so|...| we| …| wait| .| .| .| on|....|"},
		{"asks", "What|?!| No|!!!| Yes|!"},
		{"brackets", "(|he|)| [|sic|]| {|x|}"},
		{"rules", "***| ===| end| *| x"},
		{"double apostrophes", "''|No|,|''| ``|yes|''"},

		{"accents", "Élise| naïve| Zürich|’s| São| Tomé"},
		{"combining mark", "cafe\u0301|’s| e\u0301"},
		{"soft hyphen", "coop\u00ADeration| ends"},
		{"format characters", "\u202AVost\u202C| said"},
		{"no-break space", "5|\u00A0|km|\u202F|on"},
		{"family of emoji", "👩‍👩‍👧|!| 👍🏽|👍🏽"},
		{"flags", "🇫🇷|🇩🇪| ok"},
		{"keycap", "1️⃣| then"},
		{"marked symbol", "x| =\u0338| y"},
		{"other scripts", "совет|,| مجلس| 漢|字"},
		{"guillemets", "«|Oui|»|,| ‹|non|›"},
	} {
		t.Run(want.phenomenon, func(t *testing.T) {
			text, expected := uncut(want.cuts)
			if got := cut(text); got != expected {
				t.Errorf("%q\n got %s\nwant %s", text, got, expected)
			}
		})
	}
}

// uncut returns the text of a line in which a | stands at each token's end, and
// its tokens as cut gives them.
func uncut(line string) (text, tokens string) {
	var words []string
	for _, word := range strings.Split(line, "|") {
		if word = strings.TrimFunc(word, isSpaceBeside); word != "" {
			words = append(words, word)
		}
	}
	return strings.ReplaceAll(line, "|", ""), strings.Join(words, "|")
}

// isSpaceBeside leaves the format characters to be tested in place.
func isSpaceBeside(r rune) bool { return hearsay.IsSpace(r) }

// The run read off the table must be the one the library finds.
func TestRunFastPathEquivalence(t *testing.T) {
	runes := []rune("aZ09_ .,'’-é\u0301漢א\u00ADсカ\u200d👩🇫🇷٣ⅷ\u203F\u00B7\u2044\uFE0F\u20E3\u0085")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom(runes))).Draw(t, "text")
		for i := range text {
			fast, slow := newScanner(text), newScanner(text)
			if !fast.wordAt(i) {
				continue
			}
			if f, s := fast.run(i), slow.slowRun(i); f != s {
				t.Fatalf("run at %d of %q ends at %d by table, at %d by the library", i, text, f, s)
			}
		}
	})
}

func newScanner(text string) *scanner {
	s := &scanner{}
	s.init()
	s.text = text
	return s
}

// Every entry of the abbreviation lists must be short enough to be looked up.
func TestAbbreviationLists(t *testing.T) {
	for word := range abbreviations {
		if len(word) > maxAbbreviation {
			t.Errorf("%q is longer than maxAbbreviation", word)
		}
	}
}

func TestAbbreviationKind(t *testing.T) {
	for _, c := range []struct {
		word, after string
		want        kind
	}{
		{"Gen", " Ardo", kindTitle},
		{"gen", " of", kindWord},
		{"then-Sen", " Ardo", kindTitle},
		{"No", " 5", kindTitle},
		{"No", " Five", kindWord},
		{"U.S", " Senate", kindAbbrev},
		{"a.m", " on", kindAbbrev},
		{"Inc", " said", kindAbbrev},
		{"inc", " said", kindWord},
		{"etc", "", kindAbbrev},
		{"J", " Vost", kindInitial},
		{"É", " Vost", kindInitial},
		{"v", " Vost", kindAbbrev},
		{"p", " 5", kindTitle},
		{"p", " x", kindWord},
		{"5", " x", kindWord},
		{"over", " The", kindWord},
	} {
		s := newScanner(c.word + "." + c.after)
		if got := s.abbreviation(0, len(c.word)); got != c.want {
			t.Errorf("%q before %q: kind %d, want %d", c.word+".", c.after, got, c.want)
		}
	}
}

func TestTrimAddress(t *testing.T) {
	for _, c := range [][2]string{
		{"www.example.org.", "www.example.org"},
		{"www.example.org/a_(b)", "www.example.org/a_(b)"},
		{"www.example.org/a),", "www.example.org/a"},
		{"www.example.org/a_(b)).", "www.example.org/a_(b)"},
	} {
		if got := trimAddress(c[0]); got != c[1] {
			t.Errorf("%s: got %s, want %s", c[0], got, c[1])
		}
	}
}
