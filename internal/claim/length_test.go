package claim

import (
	"testing"

	"hearsay"
)

func TestLength(t *testing.T) {
	for value, want := range map[string]struct {
		n    float64
		unit string
	}{
		"P45D": {45, "day"}, "P5W": {5, "week"}, "PT30H": {30, "hour"}, "P22M": {22, "month"}, "PT20M": {20, "minute"},
		"P1DT2H": {}, "PXD": {}, "P2": {}, "2031-04-02": {}, "PT": {},
	} {
		n, unit, ok := length(hearsay.Moment{Type: hearsay.Duration, Value: value})
		if ok != (want.unit != "") || ok && (n != want.n || unit != want.unit) {
			t.Errorf("%s: %v %q %v", value, n, unit, ok)
		}
	}
	if _, _, ok := length(hearsay.Moment{Type: hearsay.Date, Value: "P45D"}); ok {
		t.Error("a date has a length")
	}
}
