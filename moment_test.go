package hearsay

import "testing"

func TestMomentCheck(t *testing.T) {
	for _, c := range []struct {
		kind  MomentType
		value string
		ok    bool
	}{
		{Date, "", true},
		{Date, "20", true},
		{Date, "202", true},
		{Date, "2027", true},
		{Date, "2027-03", true},
		{Date, "2027-13", false},
		{Date, "2027-02-28", true},
		{Date, "2027-02-29", false},
		{Date, "2028-02-29", true},
		{Date, "2027-W10", true},
		{Date, "2027-W10-WE", true},
		{Date, "2027-Q5", false},
		{Date, "2027-FA", true},
		{Date, "PAST_REF", true},
		{Date, "P1D", false},
		{Date, "27-03-09", false},
		{Time, "2027-03-09T14:30", true},
		{Time, "2027-03-09T25:00", false},
		{Time, "2027-03-09T24:00", true},
		{Time, "2027-02-30T14:30", false},
		{Time, "2027-03-09TNI", true},
		{Time, "2027-03-09", false},
		{Duration, "P2D", true},
		{Duration, "PT36H", true},
		{Duration, "P1Y6M", true},
		{Duration, "P1DT12H", true},
		{Duration, "PT5H30M", true},
		{Duration, "P1.25Y", true},
		{Duration, "PXW", true},
		{Duration, "P", false},
		{Duration, "P2H", false},
		{Duration, "P-2D", false},
		{Set, "P1D", true},
		{Set, "XXXX-WXX-5", true},
		{Set, "XXXX-WXX-8", false},
		{Set, "2027", false},
		{"AGE", "P2Y", false},
	} {
		m := Moment{Span: Span{0, 1}, Type: c.kind, Value: c.value}
		if err := m.Check(1); (err == nil) != c.ok {
			t.Errorf("%s %q: %v, want ok = %v", c.kind, c.value, err, c.ok)
		}
	}
	if err := (Moment{Span: Span{0, 2}, Type: Date}).Check(1); err == nil {
		t.Error("a moment lies outside its text")
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		first, then string
		days        int
		ok          bool
	}{
		{"2031-04-07", "2031-04-10TEV", 3, true}, {"2031-04-10T18:00", "2031-04-07", -3, true}, {"2031-W15", "2031-04-07", 0, false}, {"", "2031-04-07", 0, false},
	} {
		if days, ok := DaysBetween(c.first, c.then); days != c.days || ok != c.ok {
			t.Errorf("%s, %s: %d, %v", c.first, c.then, days, ok)
		}
	}
	for _, c := range []struct {
		long, short string
		want        bool
	}{
		{"2031-W15", "2031-04-07", true}, {"2031-W15", "2031-04-14", false}, {"2031-04", "2031-04-07T10:00", true}, {"2031-04-07", "2031-04-07", false}, {"2031-W15", "", false},
	} {
		if got := HoldsDay(c.long, c.short); got != c.want {
			t.Errorf("%s holds %s: %v", c.long, c.short, got)
		}
	}
}
