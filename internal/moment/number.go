package moment

import (
	"strconv"
	"strings"
)

// # Numbers in digits
//
// A form is told by its pattern, every digit a 0. What has none of these patterns
// is no number here: "3,4" may be 3.4 or 34, "1.000" one or a thousand, and
// "-5" is no number of days.
//
//	0 … 000000   1,000   0.5 (one or two decimals)   1/2   ½     numbers
//	1st 22nd 3rd 4th                                             ordinals
//	1987   '88   1980s '80s 80s                                  years, decades
//	14:30  14:30:05   14.30 (also a number)                      clocks
//	2027-03-09   9/3/2027   9.3.2027   2027-03-09T14:30:00Z      dates
//	Q3 H1

// maxDigits is the longest number that is read; more would overflow in arithmetic.
const maxDigits = 9

// readDigits reads a form that has digits in it. It is not ok if the form has
// none of the patterns above.
func readDigits(form string) (t term, ok bool) {
	pattern := patternOf(form)
	switch pattern {
	case "0000-00-00", "0/0/0000", "00/0/0000", "0/00/0000", "00/00/0000", "0.0.0000", "00.0.0000", "0.00.0000", "00.00.0000",
		"00-00-0000", "0-00-0000", "00-0-0000", "0-0-0000":
		return term{classes: digitDate}, true
	case "0000-00-00T00:00", "0000-00-00T00:00:00", "0000-00-00T00:00Z", "0000-00-00T00:00:00Z":
		return term{classes: digitTime}, true
	case "0:00", "00:00", "00:00:00":
		return readClock(form, clock), true
	case "0.00", "00.00":
		t = readClock(form, clock|number)
		_, t.fraction, _ = strings.Cut(form, ".")
		return t, true
	case "0000s", "'00s", "00s", "0000's":
		return readDecade(form)
	case "'00":
		return term{classes: shortYear, n: leading(form[1:])}, true
	case "Q0", "q0":
		return term{classes: quarterName, n: leading(form[1:])}, true
	case "H0":
		return term{classes: halfName, n: leading(form[1:])}, true
	case "½", "0/0":
		return readFraction(form)
	}
	return readNumber(form, pattern)
}

// patternOf writes a 0 for each digit.
func patternOf(form string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, form)
}

func readNumber(form, pattern string) (t term, ok bool) {
	zeros := strings.Trim(pattern, "0")
	switch {
	case zeros == "":
		return readWhole(form)
	case zeros == "," || zeros == ",000,":
		return readGrouped(form, pattern)
	case zeros == "." && len(form) <= maxDigits:
		return readDecimal(form)
	case strings.HasPrefix(pattern, "0") && strings.Contains(" st nd rd th ", " "+strings.ToLower(zeros)+" "):
		return readOrdinal(form)
	}
	return term{}, false
}

// readWhole reads digits alone: a number, and whatever else its size allows.
func readWhole(form string) (t term, ok bool) {
	if len(form) > maxDigits {
		return term{}, false
	}
	t = term{classes: number, n: leading(form)}
	switch {
	case len(form) == 4:
		t.classes |= hhmm
		if t.n >= 1000 && t.n < 2200 {
			t.classes |= yearNumber
		}
	case len(form) <= 2:
		t.classes |= hour
		if t.n >= 1 && t.n <= 31 {
			t.classes |= monthDay
		}
		if len(form) == 2 {
			t.classes |= shortYear
		}
	}
	return t, true
}

// readGrouped reads 1,000 and 12,500,000, in threes.
func readGrouped(form, pattern string) (t term, ok bool) {
	head, rest, _ := strings.Cut(pattern, ",")
	plain := strings.ReplaceAll(form, ",", "")
	if len(head) > 3 || len(head) == 0 || len(rest)%4 != 3 || len(plain) > maxDigits {
		return term{}, false
	}
	return term{classes: number, n: leading(plain)}, true
}

// readDecimal reads one or two decimals. Three look like a thousand.
func readDecimal(form string) (t term, ok bool) {
	whole, decimals, _ := strings.Cut(form, ".")
	if whole == "" || decimals == "" || len(decimals) > 2 {
		return term{}, false
	}
	return term{classes: number, n: leading(whole), fraction: decimals}, true
}

func readOrdinal(form string) (t term, ok bool) {
	n := leading(form)
	if n == 0 || len(form) > 5 {
		return term{}, false
	}
	t = term{classes: ordinal, n: n}
	if n <= 31 {
		t.classes |= monthDay
	}
	return t, true
}

// readClock reads hours and minutes; a time that no clock shows is none.
func readClock(form string, classes class) term {
	h, m := leading(form), leading(form[strings.IndexAny(form, ":.")+1:])
	if h > 24 || m > 59 || h == 24 && m > 0 {
		return term{classes: classes &^ clock, n: h}
	}
	if classes&number != 0 {
		return term{classes: classes, n: h, code: form}
	}
	return term{classes: classes, n: h*60 + m}
}

// readDecade reads 1980s as 198, and '80s, of a century that is not named, as 8.
func readDecade(form string) (t term, ok bool) {
	digits := strings.Trim(form, "'s")
	n := leading(digits)
	if n%10 != 0 {
		return term{}, false
	}
	return term{classes: decade, n: n / 10}, true
}

func readFraction(form string) (t term, ok bool) {
	switch form {
	case "½", "1/2":
		return term{classes: fraction, fraction: "5"}, true
	case "1/4":
		return term{classes: fraction, fraction: "25"}, true
	case "3/4":
		return term{classes: fraction, fraction: "75"}, true
	}
	return term{}, false
}

// leading reads the digits that form begins with.
func leading(form string) int {
	end := 0
	for end < len(form) && form[end] >= '0' && form[end] <= '9' {
		end++
	}
	n, _ := strconv.Atoi(form[:min(end, maxDigits)])
	return n
}
