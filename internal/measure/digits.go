package measure

import (
	"strconv"
	"strings"
)

// # Numbers in digits
//
// English puts a comma between thousands and a point before decimals. Reports
// also hold numbers written the other way round, in the Indian way, and typing
// mistakes:
//
//	1,200  1,200.50  12.4     clear
//	12,34,567                 clear: lakhs and crores
//	1.200.000  1.200,50       clear: two points, or a comma after a point, are not English
//	3,4  12,50                a decimal comma, if anything: believed before a scale or unit only
//	1.250                     one and a quarter, or a thousand and more: the same
//	1.000  1,0000  1,234,5    nobody can say
//	1.2.3  20311104171         no number: a version, a serial number

// writing says how sure the value of a number in digits is.
type writing uint8

const (
	clearly   writing = iota
	ifScaled          // right where a scale, per cent or a unit follows
	uncertain         // a number, but which?
	noNumber
)

// maxPlain is how many digits a number without marks between them may have:
// above it is a serial or a telephone number.
const maxPlain = 9

// maxDigits is how many digits a float64 keeps apart.
const maxDigits = 15

// readDigits reads a run of digits with commas and points between them.
func readDigits(s string) (float64, writing) {
	groups := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '.' })
	marks := marksOf(s)
	digits := len(s) - len(marks)
	switch {
	case digits > maxDigits || len(groups) != len(marks)+1:
		return 0, noNumber
	case marks == "":
		return plainDigits(s)
	case isThousands(groups, marks):
		return value(strings.Join(groups, ""), ""), clearly
	case isDecimal(groups, marks):
		last := len(groups) - 1
		return value(strings.Join(groups[:last], ""), groups[last]), decimalWriting(groups, marks)
	case strings.Contains(marks, ","):
		return 0, uncertain
	}
	return 0, noNumber
}

func marksOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ',' || r == '.' {
			return r
		}
		return -1
	}, s)
}

func plainDigits(s string) (float64, writing) {
	if len(s) > maxPlain || len(s) > 1 && s[0] == '0' {
		return 0, noNumber
	}
	return value(s, ""), clearly
}

// isThousands reports whether all marks stand between thousands: commas, or two
// points and more.
func isThousands(groups []string, marks string) bool {
	mark := marks[:1]
	if mark == "." && len(marks) < 2 || strings.Trim(marks, mark) != "" {
		return false
	}
	return inThousands(groups) || mark == "," && inLakhs(groups)
}

// isDecimal reports whether the last mark is a decimal's: the only one, or
// another than those before it, which stand between thousands.
func isDecimal(groups []string, marks string) bool {
	last := len(marks) - 1
	if last == 0 {
		return marks == "." || len(groups[1]) <= 2 && len(groups[0]) <= maxPlain
	}
	thousands := marks[:1]
	if marks[last:] == thousands || strings.Trim(marks[:last], thousands) != "" {
		return false
	}
	return inThousands(groups[:last+1]) || thousands == "," && inLakhs(groups[:last+1])
}

// decimalWriting says how sure a decimal is: see the table above.
func decimalWriting(groups []string, marks string) writing {
	whole, part := groups[0], groups[len(groups)-1]
	switch {
	case len(marks) > 1:
		return clearly
	case marks == ",":
		return ifScaled
	case len(part) == 3 && len(whole) <= 3 && whole[0] != '0':
		if strings.HasSuffix(part, "00") {
			return uncertain
		}
		return ifScaled
	}
	return clearly
}

// inThousands reports whether groups are 1 to 3 digits, then three each.
func inThousands(groups []string) bool {
	if len(groups[0]) > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// inLakhs reports whether groups are 1 or 2 digits, two each, and three last.
func inLakhs(groups []string) bool {
	last := len(groups) - 1
	if last < 2 || len(groups[0]) > 2 || groups[0][0] == '0' || len(groups[last]) != 3 {
		return false
	}
	for _, g := range groups[1:last] {
		if len(g) != 2 {
			return false
		}
	}
	return true
}

// value returns the number whose digits before and after the point are given.
func value(whole, part string) float64 {
	v, _ := strconv.ParseFloat(whole+"."+part, 64) // at most maxDigits digits: no error
	return v
}
