package draw

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

	"hearsay"
	"hearsay/internal/ledger"
)

// # The chart
//
// Time runs to the right, the quantity upwards. Each source has a line through the
// numbers it gives, and each number shows its bounds:
//
//	at least 7    ▲ from 7 to the upper edge      up to 15   ▼ from 15 to the lower edge
//	40 to 50      a bar                           about 40   a hollow dot
//	12            a dot                           dozens     not drawn: nobody gave a number
//
// The line goes through the bound that the source vouches for: the lower one, or
// else the upper. Numbers of one day stand side by side, in the order of the rows.
// The scale begins at nothing, or below it: a rise from 19 to 21 is to look like one.
// A single number has no course over time and is not drawn. Where the numbers span
// more than two powers of ten, each step of the scale is ten times the one before,
// or all small ones would lie on nothing.

// Chart is the drawing of one account.
type Chart struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64 // of the field within
	Times, Values            []Tick
	Series                   []Series
	Undrawn                  int  // rows without a number or a date
	Tenfold                  bool // each step of the scale is ten times the one before
}

// Series is one source's numbers.
type Series struct {
	Name  string
	Hue   int // from 0, by the order in which the sources are first heard
	Path  string
	Marks []Range
}

// Range is one number with its bounds.
type Range struct {
	At           Point // of the bound that is vouched for
	Upper, Lower float64
	Kind         RangeKind
	Number       int // of the row, from 1
	Words        string
	Label        string // day, words and source, for who points at it
}

// RangeKind says how a number is bounded.
type RangeKind string

// The kinds of range.
const (
	RangeExact RangeKind = "exact"
	RangeAbout RangeKind = "about"
	RangeUp    RangeKind = "up"   // this much or more
	RangeDown  RangeKind = "down" // this much or less
	RangeBar   RangeKind = "bar"
)

// The measures of a chart, in units.
const (
	chartWidth, chartHeight = 720, 300
	marginLeft, marginRight = 64, 16
	marginTop, marginBottom = 14, 34
	beside                  = 7 // between numbers of one day
)

// ChartOf draws an account.
func ChartOf(a ledger.Account) Chart {
	c := Chart{Width: chartWidth, Height: chartHeight, Left: marginLeft, Right: chartWidth - marginRight, Top: marginTop, Bottom: chartHeight - marginBottom}
	rows := drawnRows(a)
	c.Undrawn = len(a.Rows) - len(rows)
	if len(rows) < 2 {
		return c
	}
	days, values := dayScale(rows, c), valueScale(rows, c)
	if low, high := extent(rows); low > 0 && high/low > tenfoldFrom {
		values, c.Tenfold = tenfoldScale(low, high, c), true
	}
	c.Times, c.Values = days.ticks(), values.ticks()
	at := map[string]int{}
	sameDay := map[string]int{}
	for _, r := range rows {
		who := r.Who()
		if _, known := at[who]; !known {
			at[who] = len(c.Series)
			c.Series = append(c.Series, Series{Name: who, Hue: len(c.Series)})
		}
		s := &c.Series[at[who]]
		x := days.at(r.day) + float64(sameDay[r.When]*beside)
		sameDay[r.When]++
		s.Marks = append(s.Marks, rangeOf(r, min(x, c.Right), values, c))
	}
	for i := range c.Series {
		c.Series[i].connect()
	}
	return c
}

// connect draws the line of a source through its numbers, from left to right.
func (s *Series) connect() {
	if len(s.Marks) < 2 {
		return
	}
	var points []Point
	for _, m := range s.Marks {
		points = append(points, m.At)
	}
	slices.SortStableFunc(points, func(a, b Point) int { return cmp.Compare(a.X, b.X) })
	s.Path = line(points)
}

// dated is a row with its number in the account and its day.
type dated struct {
	ledger.Row
	number int
	day    time.Time
}

// drawnRows returns the rows that have a number and a day, in the order of time.
func drawnRows(a ledger.Account) []dated {
	var rows []dated
	for i, r := range a.Rows {
		day, ok := dayOf(r)
		if ok && (r.Low != nil || r.High != nil) && r.Stance != hearsay.Denied {
			rows = append(rows, dated{r, i + 1, day})
		}
	}
	slices.SortStableFunc(rows, func(a, b dated) int { return a.day.Compare(b.day) })
	return rows
}

// dayOf returns the first day that a row is of.
func dayOf(r ledger.Row) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if len(r.When) < len(layout) {
			continue
		}
		if t, err := time.Parse(layout, r.When[:len(layout)]); err == nil {
			return t, true
		}
	}
	return r.Printed, !r.Printed.IsZero()
}

func rangeOf(r dated, x float64, values scale, c Chart) Range {
	m := Range{Number: r.number, Words: r.Words, Label: r.When + ": " + r.Words + " – " + r.Who()}
	low, high := r.Low, r.High
	switch {
	case high == nil:
		m.Kind, m.Upper, m.Lower = RangeUp, c.Top, values.at(*low)
		m.At = Point{round(x), values.at(*low)}
	case low == nil:
		m.Kind, m.Upper, m.Lower = RangeDown, values.at(*high), c.Bottom
		m.At = Point{round(x), values.at(*high)}
	default:
		m.Kind, m.Upper, m.Lower = RangeBar, values.at(*high), values.at(*low)
		m.At = Point{round(x), values.at(*low)}
		if *low == *high {
			m.Kind = RangeExact
		}
	}
	if r.Qualifier == hearsay.About || r.Qualifier == hearsay.Nearly {
		m.Kind = RangeAbout
	}
	return m
}

// scale turns values of one axis into places. Labels are written by label.
type scale struct {
	from, to   float64 // values
	start, end float64 // places
	steps      []float64
	label      func(float64) string
	bend       func(float64) float64 // nil: even
}

func (s scale) at(v float64) float64 {
	if s.to <= s.from {
		return round((s.start + s.end) / 2)
	}
	if s.bend != nil {
		v = s.bend(v)
	}
	return round(s.start + (v-s.from)/(s.to-s.from)*(s.end-s.start))
}

func (s scale) ticks() []Tick {
	var ticks []Tick
	for _, v := range s.steps {
		ticks = append(ticks, Tick{s.at(v), s.label(v)})
	}
	return ticks
}

func valueScale(rows []dated, c Chart) scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		for _, b := range []*float64{r.Low, r.High} {
			if b != nil {
				low, high = min(low, *b), max(high, *b)
			}
		}
	}
	low, high = min(low, 0), max(high, 0)
	step := niceStep((high - low) / 4)
	if isWhole(rows) {
		step = max(step, 1)
	}
	s := scale{start: c.Bottom, end: c.Top, label: func(v float64) string { return grouped(v) }}
	s.from = math.Floor(low/step) * step
	s.to = math.Ceil((high+step/4)/step) * step // room for what is open upwards
	for v := s.from; v <= s.to+step/2; v += step {
		s.steps = append(s.steps, v)
	}
	return s
}

// tenfoldFrom is how many times the least number the greatest must be for a
// tenfold scale.
const tenfoldFrom = 100

// extent returns the least number above nothing, and the greatest; of numbers that
// are not all above or at nothing the least is 0.
func extent(rows []dated) (low, high float64) {
	for _, r := range rows {
		for _, b := range []*float64{r.Low, r.High} {
			switch {
			case b == nil || *b == 0:
			case *b < 0:
				return 0, 0
			default:
				if low == 0 || *b < low {
					low = *b
				}
				high = max(high, *b)
			}
		}
	}
	return low, high
}

// tenfoldScale runs over the powers of ten around the numbers. Nothing stands at
// its lower end.
func tenfoldScale(low, high float64, c Chart) scale {
	from, to := math.Floor(math.Log10(low)), math.Ceil(math.Log10(high))
	s := scale{from: from, to: to, start: c.Bottom, end: c.Top, label: func(v float64) string { return grouped(v) }}
	s.bend = func(v float64) float64 {
		if v <= 0 {
			return from
		}
		return min(max(math.Log10(v), from), to)
	}
	for power := from; power <= to; power++ {
		s.steps = append(s.steps, math.Pow(10, power))
	}
	return s
}

// isWhole reports whether all numbers are whole.
func isWhole(rows []dated) bool {
	for _, r := range rows {
		for _, b := range []*float64{r.Low, r.High} {
			if b != nil && *b != math.Trunc(*b) {
				return false
			}
		}
	}
	return true
}

// niceStep returns the least of 1, 2, 5 times a power of ten that is no less.
func niceStep(about float64) float64 {
	if about <= 0 {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(about)))
	for _, m := range []float64{1, 2, 5, 10} {
		if m*power >= about*0.999 {
			return m * power
		}
	}
	return 10 * power
}

// grouped writes a number with thin spaces between thousands.
func grouped(v float64) string {
	digits := strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	whole, part := digits, ""
	if i := slices.Index([]byte(digits), '.'); i >= 0 {
		whole, part = digits[:i], digits[i:]
	}
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "\u202f" + whole[i:]
	}
	return whole + part
}

// daySeries is the scale of time.
type daySeries struct {
	scale
	first time.Time
}

func (d daySeries) at(t time.Time) float64 { return d.scale.at(t.Sub(d.first).Hours() / 24) }

// maxTimes is how many days have their label.
const maxTimes = 7

func dayScale(rows []dated, c Chart) daySeries {
	first, last := rows[0].day, rows[len(rows)-1].day
	days := last.Sub(first).Hours() / 24
	d := daySeries{first: first, scale: scale{from: 0, to: days, start: c.Left + 18, end: c.Right - 48}}
	layout := "2 Jan"
	if days > 300 {
		layout = "Jan 2006"
	}
	d.label = func(v float64) string { return first.Add(time.Duration(v*24) * time.Hour).Format(layout) }
	step := max(1, math.Ceil(days/(maxTimes-1)))
	for v := 0.0; v <= days; v += step {
		d.steps = append(d.steps, v)
	}
	return d
}
