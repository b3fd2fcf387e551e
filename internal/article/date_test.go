package article

import (
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	const want = "2025-05-06T06:15:00Z"
	tests := []struct{ in, want string }{
		{"2025-05-06T08:15:00+02:00", want},
		{"2025-05-06T08:15:00.123+02:00", "2025-05-06T06:15:00Z"},
		{"2025-05-06T08:15:00+0200", want},
		{"2025-05-06T08:15+02:00", want},
		{"2025-05-06T06:15:00Z", want},
		{"2025-05-06 06:15:00", want},
		{"2025-05-06 08:15:00 +0200", want},
		{"2025-05-06 06:15:00 UTC", want},
		{"20250506T061500Z", want},
		{"Tue, 06 May 2025 08:15:00 +0200", want},
		{"Tue, 06 May 2025 06:15:00 GMT", want},
		{"Tue May 06 06:15:00 UTC 2025", want},
		{"May 6, 2025 6:15 AM", want},
		{"May 6, 2025, 2:15 a.m. EDT", want},
		{"Tuesday, May 6, 2025 at 2:15am EDT", want},
		{"6th May 2025 6:15", want},
		{"1746512100", want},
		{"1746512100000", want},
		{"2025-05-06", "2025-05-06T00:00:00Z"},
		{"20250506", "2025-05-06T00:00:00Z"},
		{"September 3rd, 2025", "2025-09-03T00:00:00Z"},
		{"3 Sept. 2025", "2025-09-03T00:00:00Z"},

		{"", ""},
		{"05/06/2025", ""},                // the fifth of June, or the sixth of May
		{"2025-05-06T08:15:00 IST", ""},   // India, Israel or Ireland
		{"May 6, 2025 8:15 AM BST", ""},   // Britain or Bangladesh
		{"2025-02-30", ""},                // no such day
		{"0001-01-01T00:00:00Z", ""},      // a system's way of saying none
		{"1970-01-01T00:00:00Z", ""},      // another
		{"2199-01-01", ""},                // a slip
		{"2025-05-06T08:15:00+24:00", ""}, // no such zone
		{"99999999999999999999", ""},
		{"two hours ago", ""},
	}
	for _, test := range tests {
		got := ""
		if d := date(test.in); !d.IsZero() {
			got = d.UTC().Truncate(time.Second).Format(time.RFC3339)
		}
		if got != test.want {
			t.Errorf("date(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestDateInAddress(t *testing.T) {
	for path, want := range map[string]string{
		"/2025/05/06/tarn-bridge": "2025-05-06", "/news/2025/05/06": "2025-05-06",
		"/2025/05/tarn-bridge": "0001-01-01", "/2025/13/40/x": "0001-01-01", "/20250506/x": "0001-01-01", "": "0001-01-01",
	} {
		if got := dateInAddress(path).Format(time.DateOnly); got != want {
			t.Errorf("%q: %s, want %s", path, got, want)
		}
	}
}

// A date that is read can be written and read again.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2025-05-06T08:15:00+02:00", "May 6, 2025, 2:15 a.m. EDT", "Tue, 06 May 2025 06:15:00 GMT", "1746512100000",
		"6th May 2025", "2025-05-06T08:15:00+24:00", "20250506", "\u202f, 12:00am\u00a0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := date(s)
		if d.IsZero() {
			return
		}
		if again := date(d.Format(time.RFC3339Nano)); !again.Equal(d) {
			t.Errorf("%q is %v, which is read as %v", s, d, again)
		}
		printedDate(s)
	})
}
