package view

import "testing"

func TestWhen(t *testing.T) {
	for value, want := range map[string]string{
		"2027-03-11": "11 March 2027", "2027-03-11TEV": "11 March 2027, evening", "2027-03-11T14:30": "11 March 2027, 14:30",
		"2027-03": "March 2027", "2027": "2027", "2027-W10": "week 10 of 2027", "P2D": "P2D", "PRESENT_REF": "PRESENT_REF", "": "",
		"2027-W10-WE": "2027-W10-WE", "XXXX-WXX-5": "XXXX-WXX-5", "2027-02-31": "2027-02-31",
	} {
		if got := When(value); got != want {
			t.Errorf("When(%q) is %q, want %q", value, got, want)
		}
	}
}
