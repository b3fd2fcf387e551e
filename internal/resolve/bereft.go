package resolve

// A person of whom the text says, right behind the name, that a relative or a loss
// brought him into it is private, unless it gives him an office too:
//
//	must match       Marit Dahl, whose brother is among the men · Ines Marrow, 43, who had lost her house
//	must not match   Marit Dahl, whose party lost · Ines Marrow, who lost the vote · Marit Dahl, who founded the firm

// readLoss marks the person that mention m is about as private if that is said.
func (r *reading) readLoss(m int) {
	x := &r.mentions[m]
	e := &r.entities[x.entity]
	if x.form == pronominal || e.sort > person && !e.mayBe(person) || !r.isBereft(x.end) {
		return
	}
	e.sort = person // no body and no place has a brother
	if e.standing == unstated && !r.hasOffice(x) {
		e.standing = private
	}
}

// hasOffice reports whether an office stands in a mention or right before it.
func (r *reading) hasOffice(x *mention) bool {
	for t := max(x.first-1, r.doc.Sentences[x.sentence].First); t < x.end; t++ {
		if r.isOffice(t) {
			return true
		}
	}
	return false
}

// isBereft reports whether a clause that begins at token t, behind a comma or an age,
// tells of a relative or a loss.
func (r *reading) isBereft(t int) bool {
	for t < len(r.words) && (r.words[t].Text == "," || r.tags[t] == tagCD) {
		t++
	}
	if t >= len(r.words) {
		return false
	}
	switch r.words[t].Low {
	case "whose":
		return r.hasNear(t, 3, isKin)
	case "who":
		return r.hasNear(t, 3, func(w string) bool { return suffered[w] }) ||
			r.hasNear(t, 3, func(w string) bool { return lost[w] }) && r.hasNear(t, 6, isDear)
	}
	return false
}

// hasNear reports whether one of the next n tokens behind t, before a mark, is such
// a word.
func (r *reading) hasNear(t, n int, such func(string) bool) bool {
	for i := t + 1; i <= min(t+n, len(r.words)-1) && !r.isMark(i); i++ {
		if such(r.words[i].Low) {
			return true
		}
	}
	return false
}

var (
	kin = wordSet(`mother father parents parent son sons daughter daughters child children baby brother brothers sister sisters wife
		husband partner uncle aunt nephew niece cousin grandson granddaughter grandmother grandfather fiance fiancee widow`)
	belongings = wordSet(`house home flat job jobs leg arm eye sight savings livelihood boat farm shop herd crop crops harvest everything`)
	lost       = wordSet(`lost lose loses`)
	suffered   = wordSet(`survived fled escaped witnessed saw heard mourns mourned`)
)

func isKin(w string) bool { return kin[w] }

func isDear(w string) bool { return kin[w] || belongings[w] }
