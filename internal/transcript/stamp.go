package transcript

import (
	"strconv"
	"strings"
	"time"
)

// stamp is a line's time as it is written. A date that can be read in two ways
// ("3/4/2031") is odd: it dates nothing.
type stamp struct {
	year    int // 0: not stated
	month   time.Month
	day     int
	weekday time.Weekday
	hour    int
	minute  int
	zone    zone

	hasDay, hasWeekday, hasClock, odd bool
	relative                          bool // "10 min ago"
	labelled                          bool // "Updated at …"
}

// maxStamp is the length in bytes of the longest stamp looked at.
const maxStamp = 64

// parseStamp reads a stamp, which must be all there is: "14:32",
// "2.15pm GMT", "Updated at 9:05 a.m. ET", "17 April 2031, 10:45", "10 min ago".
func parseStamp(s string) (stamp, bool) {
	if len(s) > maxStamp || !tellsTime(s) {
		return stamp{}, false
	}
	r := stampReader{words: stampWords(s)}
	for r.at < len(r.words) {
		if !r.relative() && !r.clock() && !r.date() && !r.zone() && !r.filler() {
			return stamp{}, false
		}
	}
	return r.stamp, r.hasClock || r.hasDay || r.stamp.relative
}

// tellsTime turns down most lines: a stamp has a digit or ends in one of few words.
func tellsTime(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[len(s)-3:] {
	case "ago", "now", "oon", "ght":
		return true
	}
	return strings.ContainsAny(s, "0123456789")
}

// stampWords cuts a line at white space and the marks that stand between the
// parts of a stamp.
func stampWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return isSpace(r) || strings.ContainsRune(",()[]|·•–—", r) })
}

// stampReader reads the words of a stamp from left to right. Each of its readers
// takes what it knows and reports whether there was any.
type stampReader struct {
	stamp
	words []string
	at    int
}

// word returns the word i places ahead, "" behind the last.
func (r *stampReader) word(i int) string {
	if r.at+i < len(r.words) {
		return r.words[r.at+i]
	}
	return ""
}

// take accepts n words if ok.
func (r *stampReader) take(n int, ok bool) bool {
	if ok {
		r.at += n
	}
	return ok
}

// relative reads "10 min ago", "an hour ago", "5m ago" or "just now".
func (r *stampReader) relative() bool {
	last := 0
	switch {
	case r.word(0) == "just" && r.word(1) == "now":
		last = 1
	case r.word(1) == "ago" && isShortSpan(r.word(0)):
		last = 1
	case r.word(2) == "ago" && isCount(r.word(0)) && spanUnits[strings.TrimSuffix(r.word(1), ".")]:
		last = 2
	}
	r.stamp.relative = r.stamp.relative || last > 0
	return r.take(last+1, last > 0)
}

var spanUnits = setOf("min mins minute minutes hour hours hr hrs h m day days d sec secs second seconds s")

func isCount(w string) bool { return w == "a" || w == "an" || isDigits(w) }

// isShortSpan reports whether a word is a number and a unit: "10m".
func isShortSpan(w string) bool {
	unit := strings.TrimLeft(w, "0123456789")
	return unit != w && spanUnits[unit]
}

// clock reads "14:32", "2.15pm", "9:05 a.m.", "0915 GMT", "noon".
func (r *stampReader) clock() bool {
	if r.hasClock {
		return false
	}
	w, n := r.word(0), 1
	if w == "noon" || w == "midnight" {
		r.hasClock, r.hour = true, map[string]int{"noon": 12}[w]
		return r.take(1, true)
	}
	body, half := cutHalf(w)
	if half == "" {
		if _, half = cutHalf(r.word(1)); half != "" && half == strings.ReplaceAll(r.word(1), ".", "") {
			n = 2
		} else {
			half = ""
		}
	}
	hour, minute, ok := hourMinute(body)
	if !ok && half != "" && isDigits(body) && len(body) <= 2 {
		hour, _ = strconv.Atoi(body)
		ok = true
	}
	if _, zoned := zoneOf(r.word(1)); !ok && zoned && isDigits(body) && len(body) == 4 {
		hour, minute, ok = hourMinute(body[:2] + ":" + body[2:])
	}
	return r.take(n, ok && r.setClock(hour, minute, half))
}

// setClock keeps a time of day unless there is none such.
func (r *stampReader) setClock(hour, minute int, half string) bool {
	if half != "" && (hour < 1 || hour > 12) || hour > 23 || minute > 59 {
		return false
	}
	if half != "" {
		hour %= 12
	}
	if half == "pm" {
		hour += 12
	}
	r.hasClock, r.hour, r.minute = true, hour, minute
	return true
}

// cutHalf cuts "am" or "pm" off a word's end, dots or not.
func cutHalf(w string) (body, half string) {
	plain := strings.TrimSuffix(w, ".")
	for _, h := range [...]string{"a.m", "p.m", "am", "pm"} {
		if body, ok := strings.CutSuffix(plain, h); ok {
			return body, h[:1] + "m"
		}
	}
	return w, ""
}

// hourMinute reads "14:32", "9.05" or "10:45:30".
func hourMinute(s string) (hour, minute int, ok bool) {
	h, m, ok := strings.Cut(strings.TrimSuffix(s, "."), ":")
	if !ok {
		h, m, ok = strings.Cut(s, ".")
	}
	if m, second, has := strings.Cut(m, ":"); has && len(second) == 2 && isDigits(second) {
		return hourMinute(h + ":" + m)
	}
	if !ok || len(h) < 1 || len(h) > 2 || len(m) != 2 || !isDigits(h) || !isDigits(m) {
		return 0, 0, false
	}
	hour, _ = strconv.Atoi(h)
	minute, _ = strconv.Atoi(m)
	return hour, minute, true
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// date reads a weekday, "17 April 2031", "April 17, 2031", "2031-04-17" with or
// without its time of day, "17/04/2031".
func (r *stampReader) date() bool {
	w := strings.TrimSuffix(r.word(0), ".")
	if day, ok := weekdays[w]; ok && !r.hasWeekday {
		r.hasWeekday, r.weekday = true, day
		return r.take(1, true)
	}
	if r.hasDay {
		return false
	}
	if t, err := time.Parse("2006-01-02", w[:min(len(w), 10)]); err == nil {
		return r.setDay(t.Year(), t.Month(), t.Day()) && r.take(1, r.isoClock(w[10:]))
	}
	if day, month, year, ok := numericDate(w); ok {
		r.odd = day <= 12 && month <= 12 && strings.Contains(w, "/") && day != month
		if month > 12 {
			day, month = month, day
		}
		return r.take(1, r.setDay(year, time.Month(month), day))
	}
	return r.namedMonth()
}

// isoClock reads what follows the date in "2031-04-17T10:45:00Z".
func (r *stampReader) isoClock(rest string) bool {
	rest, ok := strings.CutPrefix(rest, "t")
	if !ok {
		return rest == ""
	}
	at := strings.IndexAny(rest, "z+-")
	if at < 0 {
		at = len(rest)
	} else if r.stamp.zone, ok = zoneOf(rest[at:]); !ok {
		return false
	}
	hour, minute, ok := hourMinute(rest[:at])
	return ok && r.setClock(hour, minute, "")
}

// numericDate reads "17/04/2031" and "17.04.2031".
func numericDate(w string) (day, month, year int, ok bool) {
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '/' || r == '.' })
	if len(parts) != 3 || len(parts[2]) != 4 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return 0, 0, 0, false
	}
	for i, into := range [...]*int{&day, &month, &year} {
		n, err := strconv.ParseUint(parts[i], 10, 16)
		if err != nil {
			return 0, 0, 0, false
		}
		*into = int(n)
	}
	return day, month, year, true
}

// namedMonth reads "17 April", "April 17th" and a year behind it.
func (r *stampReader) namedMonth() bool {
	day, dayOK := dayOf(r.word(0))
	month, monthOK := months[strings.TrimSuffix(r.word(1), ".")]
	if !dayOK || !monthOK {
		month, monthOK = months[strings.TrimSuffix(r.word(0), ".")]
		day, dayOK = dayOf(r.word(1))
	}
	if !dayOK || !monthOK {
		return false
	}
	year, n := 0, 2
	if y := r.word(2); len(y) == 4 && isDigits(y) && (y[:2] == "19" || y[:2] == "20") {
		year, _ = strconv.Atoi(y)
		n = 3
	}
	return r.take(n, r.setDay(year, month, day))
}

// dayOf reads the day of a month: "3", "17th".
func dayOf(w string) (int, bool) {
	number := strings.TrimRight(w, "sthndr")
	if len(number) > 2 || !isDigits(number) || len(w) > len(number)+2 {
		return 0, false
	}
	n, err := strconv.Atoi(number)
	return n, err == nil
}

// setDay keeps a date unless there is none such. Without a year the 29th of
// February is one.
func (r *stampReader) setDay(year int, month time.Month, day int) bool {
	inYear := year
	if year == 0 {
		inYear = 2000
	}
	if t := time.Date(inYear, month, day, 0, 0, 0, 0, time.UTC); t.Day() != day || t.Month() != month {
		return false
	}
	r.hasDay, r.year, r.month, r.day = true, year, month, day
	return true
}

func (r *stampReader) zone() bool {
	if r.stamp.zone.name != "" {
		return false
	}
	z, ok := zoneOf(r.word(0))
	if ok {
		r.stamp.zone = z
	}
	return r.take(1, ok)
}

// filler passes over words that say what the time is of.
func (r *stampReader) filler() bool {
	w := strings.Trim(r.word(0), ":.")
	r.labelled = r.labelled || labelling[w]
	return r.take(1, labelling[w] || connecting[w] || w == "")
}

var (
	labelling  = setOf("updated published posted edited created last first")
	connecting = setOf("at on time hrs hours local standard daylight summer -")
)

var weekdays, months = func() (map[string]time.Weekday, map[string]time.Month) {
	days, names := map[string]time.Weekday{"tues": time.Tuesday, "thur": time.Thursday, "thurs": time.Thursday}, map[string]time.Month{"sept": time.September}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		days[name], days[name[:3]] = d, d
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		names[name], names[name[:3]] = m, m
	}
	return days, names
}()

// setOf returns the set of a text's words.
func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
