package moment

// noMinute says that a time of day cannot be told.
const noMinute = -1

// dayMinutes is the length of a day.
const dayMinutes = 24 * 60

// clockTime is a time of day as the words give it.
type clockTime struct {
	minute int  // noMinute: the words make none
	open   bool // it may be twelve hours later as well
}

// clockTime reads the <hour> of a match.
func (m *match) clockTime() clockTime {
	switch {
	case m.said("noon", "midday"):
		return clockTime{minute: 12 * 60}
	case m.said("midnight"):
		return clockTime{minute: dayMinutes}
	}
	t := m.face()
	if h := m.find(half); h != nil {
		return t.inHalf(h.code)
	}
	return t
}

// face reads hours and minutes as a clock's face shows them.
func (m *match) face() clockTime {
	if c := m.find(clock | hhmm); c != nil {
		return faceOf(c.term, c.In(m.doc.Text), c.as)
	}
	h := m.find(hour)
	if m.said("past", "to") {
		h = m.lastHour()
	}
	if h == nil || h.n > 24 {
		return clockTime{minute: noMinute}
	}
	t := clockTime{h.n * 60, h.n <= 12}
	switch {
	case m.said("half"):
		t.minute += 30
	case m.said("past"):
		t.minute += m.pastOrTo()
	case m.said("to"):
		t.minute -= m.pastOrTo()
	}
	return t
}

// faceOf reads 14:30, 14.30 or 1430. One with two digits for the hour may be meant
// for the morning alone only if it has none but a clock of 24 hours.
func faceOf(t *term, form string, as class) clockTime {
	minute := t.n
	switch {
	case as&hhmm != 0:
		minute = t.n/100*60 + t.n%100
		if t.n/100 > 24 || t.n%100 > 59 || minute > dayMinutes {
			return clockTime{minute: noMinute}
		}
		return clockTime{minute: minute}
	case t.code != "":
		minute = t.n*60 + leading(t.code[indexPoint(t.code)+1:])
	}
	return clockTime{minute, minute >= 60 && minute < 10*60 && form[0] != '0'}
}

func indexPoint(s string) int {
	for i := range s {
		if s[i] == '.' || s[i] == ':' {
			return i
		}
	}
	return len(s) - 1
}

func (m *match) lastHour() *step {
	for i := len(m.steps) - 1; i >= 0; i-- {
		if m.steps[i].as&hour != 0 {
			return &m.steps[i]
		}
	}
	return nil
}

// pastOrTo is the minutes of "ten past nine".
func (m *match) pastOrTo() int {
	if m.said("quarter") {
		return 15
	}
	if n := m.find(numberWord); n != nil && n.n < 60 {
		return n.n
	}
	return 0
}

// inHalf puts a time into a half of the day. "13 p.m." is in none.
func (t clockTime) inHalf(code string) clockTime {
	if t.minute < 60 || t.minute >= 13*60 {
		return clockTime{minute: noMinute}
	}
	t.minute %= 12 * 60
	if code == "pm" {
		t.minute += 12 * 60
	}
	t.open = false
	return t
}

// inPart puts a time into a part of the day: nights run from evening to morning.
func (t clockTime) inPart(code string) clockTime {
	if !t.open {
		return t
	}
	h := t.minute / 60 % 12
	switch {
	case code == "MO", code == "NI" && h < 5:
		return t.inHalf("am")
	}
	return t.inHalf("pm")
}
