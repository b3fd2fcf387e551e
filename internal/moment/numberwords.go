package moment

// # Numbers in words
//
// Number words that stand together are one number:
//
//	twenty-one   two hundred and ten   12 million   2 1/2   a hundred
//	nineteen eighty-seven                              a year
//
// but "nineteen, eighty" are two, and so are "six five".

// joinNumbers puts the terms of each number together, in place.
func joinNumbers(terms []term) []term {
	out := terms[:0]
	for i := 0; i < len(terms); {
		n, used := numberAt(terms[i:])
		if used == 0 {
			out = append(out, terms[i])
			i++
			continue
		}
		n.Start, n.End = terms[i].Start, terms[i+used-1].End
		n.token, n.last = terms[i].token, terms[i+used-1].last
		out = append(out, n)
		i += used
	}
	return out
}

// numberAt reads the number that terms begin with, and how many they are. One
// term alone is left as it is: used is 0.
func numberAt(terms []term) (n term, used int) {
	t := &terms[0]
	switch {
	case t.is(fraction):
		t.classes |= number // half a day, written ½ day
		return term{}, 0
	case t.is(number) && !t.is(numberWord) && len(terms) > 1 && near(terms, 1) && terms[1].is(fraction):
		return term{classes: number, n: t.n, fraction: terms[1].fraction}, 2
	case t.word == aWord && len(terms) > 1 && terms[1].isScale():
		return wordsAt(terms, sum{group: 1, last: 1}, 1)
	case t.is(numberWord) || t.is(number) && len(terms) > 1 && terms[1].isScale():
		return wordsAt(terms, sum{}, 0)
	}
	return term{}, 0
}

func (t *term) isScale() bool { return t.is(numberWord) && !t.is(number) }

// limit is the largest number that is put together.
const limit = 1_000_000_000

// wordsAt reads a number in words, of which some are read already.
func wordsAt(terms []term, s sum, used int) (n term, end int) {
	if y, used := yearInWords(terms); used > 0 {
		return term{classes: yearNumber | number, n: y}, used
	}
	for used < len(terms) && near(terms, used) {
		skip, ok := s.joint(terms[used:])
		if !ok || !near(terms, used+skip) || !s.take(&terms[used+skip]) {
			break
		}
		used += skip + 1
	}
	total := s.total + s.group
	if used < 2 || total > limit {
		return term{}, 0
	}
	n = term{classes: number | numberWord, n: total, fraction: s.fraction}
	if total <= 12 {
		n.classes |= hour
	}
	return n, used
}

// near reports whether a term stands close to the one before it: a space apart at
// most, and so not in another paragraph.
func near(terms []term, i int) bool {
	return i == 0 || terms[i].Start-terms[i-1].End <= 1
}

// yearInWords reads a year spoken as two numbers: nineteen eighty-seven, twenty
// ten. The second is at least ten, for twenty-eight is 28.
func yearInWords(terms []term) (year, used int) {
	if len(terms) < 2 || !near(terms, 1) || !terms[0].is(numberWord) || terms[0].n < 13 || terms[0].n > 20 {
		return 0, 0
	}
	low, used := &terms[1], 2
	if !low.is(numberWord) || !low.is(number) || low.n < 10 || low.n > 99 || !terms[0].is(number) {
		return 0, 0
	}
	year = 100*terms[0].n + low.n
	rest := terms[2:]
	if len(rest) > 1 && rest[0].isHyphen() && rest[0].Start == low.End {
		rest = rest[1:]
		used++
	}
	if low.n%10 == 0 && low.n >= 20 && len(rest) > 0 && rest[0].is(numberWord) && rest[0].n >= 1 && rest[0].n < 10 {
		return year + rest[0].n, used + 1
	}
	return year, 2
}

// isHyphen reports whether the term is a hyphen within a token: it is the only
// mark that stands close to words on both sides.
func (t *term) isHyphen() bool { return t.Len() <= 3 && t.word == hyphenWord }

// sum is a number as far as it was read.
type sum struct {
	total, group int    // thousands and up; below
	fraction     string // of digits before a scale, as 1.2 million
	last         int    // the word before: what it counts; 0: none
	scaled       bool   // the word before was a scale
}

// joint returns how many terms stand between two words of a number: the hyphen of
// twenty-one, the "and" of a hundred and one.
func (s *sum) joint(terms []term) (skip int, ok bool) {
	switch {
	case s.last == 0:
		return 0, true
	case len(terms) > 1 && terms[0].isHyphen():
		return 1, s.last >= 20 && s.last < 100 && terms[1].n < 10
	case len(terms) > 1 && terms[0].word == andWord:
		return 1, s.scaled && s.last >= 100 && terms[1].is(number)
	}
	return 0, true
}

// take adds a word to the number, if it goes on with it.
func (s *sum) take(t *term) bool {
	switch {
	case t.isScale():
		return s.scale(t.n)
	case !t.is(numberWord) && (s.last != 0 || !t.is(number)):
		return false
	case s.last != 0 && !s.scaled && (s.last < 20 || s.last > 90 || t.n >= 10):
		return false
	}
	s.group += t.n
	s.fraction = t.fraction
	s.last, s.scaled = t.n, false
	return true
}

func (s *sum) scale(n int) bool {
	if s.last == 0 || s.scaled && n <= s.last || s.total+s.group > limit/n {
		return false
	}
	if n < 1000 {
		s.group *= n
	} else {
		s.total, s.group = s.total+s.group*n, 0
		s.tenths(n)
	}
	s.last, s.scaled = n, true
	return true
}

// tenths adds the decimals of 1.2 million.
func (s *sum) tenths(n int) {
	for _, digit := range s.fraction {
		n /= 10
		s.total += int(digit-'0') * n
	}
	s.fraction = ""
}
