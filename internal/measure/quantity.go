package measure

import "hearsay"

// quantity is an amount, or two that bound a range, with the words that belong
// to it:
//
//	more than  $  1.2  billion      first: "more", number: "1.2", end: after "billion"
//	between 40 and 50 percent       number: "40", end: after "percent"
type quantity struct {
	first, end int // its pieces
	amount         // the only amount, or a range's lower one
	high       float64
	qualifier  hearsay.Qualifier
	unit       unit
	open       bool // nobody can say which number is meant
}

// quantityAt reads the quantity whose first amount begins at piece i.
func (l *line) quantityAt(i int) (quantity, bool) {
	a, ok := l.amountAt(i)
	if !ok {
		return quantity{}, false
	}
	q := quantity{first: i, end: a.end, amount: a, high: a.value, qualifier: hearsay.Exactly}
	l.takeSign(&q)
	l.takeUnit(&q)
	l.takeRange(&q)
	l.takeBound(&q)
	l.takeMinus(&q)
	q.settle()
	return q, true
}

// settle says what is left open by the way the amount is written.
func (q *quantity) settle() {
	q.open = q.writing == uncertain || q.writing == ifScaled && !q.scaled && q.unit.name == ""
	if q.open || q.kind == vaguely {
		q.qualifier = hearsay.Vague
	}
}

// interval returns the quantity's bounds, nil where it is open.
func (q *quantity) interval() (low, high *float64) {
	from, to := q.value, q.high
	switch {
	case q.qualifier == hearsay.Vague:
		return nil, nil
	case q.qualifier == hearsay.MoreThan || q.qualifier == hearsay.AtLeast:
		return &from, nil
	case q.qualifier == hearsay.UpTo:
		return nil, &to
	}
	return &from, &to
}

// takeMinus makes a quantity negative that has "minus" before it, or a minus sign
// that no number and no word stands before.
func (l *line) takeMinus(q *quantity) {
	before := l.at(q.amount.first - 1)
	if isMoneySign(before.word) {
		before = l.at(q.amount.first - 2)
	}
	isSign := (before.word == "-" || before.word == "−" || before.word == "–") && l.at(q.amount.first).glued && !before.glued
	switch {
	case before.word == "minus" && !isDigit(l.word(q.first-2)):
	case isSign && before.token > l.first && l.at(q.first-2).form != inDigits:
	case isSign && before.token == l.first:
		q.writing = uncertain // a minus sign, or the mark of a list
		return
	default:
		return
	}
	q.value, q.high = -q.high, -q.value
	for q.first > 0 && l.at(q.first).Start > before.Start {
		q.first--
	}
}
