package resolve

import "strings"

// pronoun is what a personal pronoun tells.
type pronoun struct {
	class  pronounClass
	noun   noun
	number number
	// reflexive pronouns mean the subject of their own clause.
	reflexive, possessive bool
}

type pronounClass uint8

const (
	classHe pronounClass = iota
	classShe
	classIt
	classThey
	classI
	classWe
	classNominal // of the features: no pronoun
)

// pronouns lists the personal pronouns; "you" is whoever is spoken to, and so
// nobody in particular.
var pronouns = func() map[string]*pronoun {
	table := map[string]*pronoun{}
	for _, row := range []struct {
		pronoun
		forms string
	}{
		{pronoun{class: classHe, noun: noun{sort: person, gender: masculine}, number: singular}, "he him his himself"},
		{pronoun{class: classShe, noun: noun{sort: person, gender: feminine}, number: singular}, "she her hers herself"},
		{pronoun{class: classIt, number: singular}, "it its itself"},
		{pronoun{class: classThey, number: plural}, "they them their theirs themselves"},
		{pronoun{class: classI, noun: noun{sort: person}, number: singular}, "i me my mine myself"},
		{pronoun{class: classWe, number: plural}, "we us our ours ourselves"},
	} {
		for form := range strings.FieldsSeq(row.forms) {
			p := row.pronoun
			p.reflexive = strings.HasSuffix(form, "self") || strings.HasSuffix(form, "selves")
			p.possessive = strings.Contains(" his hers its their theirs my mine our ours ", " "+form+" ")
			table[form] = &p
		}
	}
	return table
}()

// agrees reports whether a pronoun of the third person may stand for an entity:
// nothing the text says beyond doubt speaks against it.
func (p *pronoun) agrees(e *entity) bool {
	if e.joined[1] > 0 {
		return p.class == classThey
	}
	switch p.class {
	case classHe, classShe:
		return e.number != plural && (e.sort <= person || e.mayBe(person)) && (e.gender == anyGender || e.gender == p.noun.gender)
	case classIt:
		return e.number != plural && e.sort != people && (e.sort != person || !e.sure || e.mayBe(organisation))
	case classThey:
		return true
	}
	return false
}

// mayBe reports whether an entity that was found to be of another sort, by the look
// of its name alone, may be a person or a body all the same.
func (e *entity) mayBe(s sort) bool {
	if !e.named || e.firm || s != person && !s.isBody() {
		return false
	}
	switch e.sort {
	case person, organisation, place:
		return e.sort != s
	}
	return false
}

// misfits reports whether a pronoun is of another sort than the entity was found to
// be.
func (p *pronoun) misfits(e *entity) bool {
	switch p.class {
	case classHe, classShe:
		return e.sort > person
	case classIt:
		return e.sort == person
	}
	return false
}
