package resolve

import (
	"testing"

	"hearsay"
)

func TestNounOf(t *testing.T) {
	for _, c := range []struct {
		lemma    string
		sort     sort
		gender   gender
		standing standing
	}{
		{"minister", person, anyGender, public}, {"spokeswoman", person, feminine, public}, {"nurse", person, anyGender, private},
		{"wife", person, feminine, private}, {"ministry", ministry, anyGender, unstated}, {"militia", armedGroup, anyGender, unstated},
		{"army", organisation, anyGender, unstated}, {"movement", organisation, anyGender, unstated}, {"statement", paper, anyGender, unstated},
		{"camerawoman", person, feminine, unstated}, {"table", thing, anyGender, unstated}, {"owner", unknown, anyGender, unstated},
		{"", thing, anyGender, unstated},
	} {
		n, _ := nounOf(c.lemma)
		if n != (noun{sort: c.sort, gender: c.gender, standing: c.standing}) {
			t.Errorf("%s: %+v", c.lemma, n)
		}
	}
}

// Every sort that can be an actor's has a kind of the contract.
func TestKinds(t *testing.T) {
	for s := range sortCount {
		isActor := s != place && s != paper && s != thing
		if (kinds[s] != "") != isActor {
			t.Errorf("sort %d has kind %q", s, kinds[s])
		}
	}
	if kinds[people] != hearsay.GroupOfPeople {
		t.Error("several people are no group of people")
	}
}

func TestAgrees(t *testing.T) {
	for _, c := range []struct {
		pronoun string
		entity  entity
		want    bool
	}{
		{"he", entity{sort: person}, true},
		{"he", entity{sort: person, gender: feminine}, false},
		{"she", entity{sort: person, number: plural}, false},
		{"she", entity{sort: ministry}, false},
		{"it", entity{sort: ministry}, true},
		{"it", entity{sort: person, sure: true}, false},
		{"it", entity{sort: people, number: plural}, false},
		{"they", entity{sort: ministry}, true},
		{"he", entity{sort: people, joined: [2]int{0, 3}}, false},
		{"they", entity{sort: people, joined: [2]int{0, 3}}, true},
	} {
		if got := pronouns[c.pronoun].agrees(&c.entity); got != c.want {
			t.Errorf("%s for %+v: %v", c.pronoun, c.entity, got)
		}
	}
}

// What "he" or "she" was taken for is a person, unless a noun says that it is none.
func TestAgreeTellsPerson(t *testing.T) {
	for _, c := range []struct {
		pronoun string
		entity  entity
		want    sort
	}{
		{"she", entity{named: true, sort: organisation, sure: true}, person},
		{"he", entity{named: true, sort: place}, person},
		{"he", entity{}, person},
		{"he", entity{named: true, sort: organisation, firm: true}, organisation},
		{"it", entity{named: true, sort: organisation}, organisation},
		{"they", entity{named: true}, unknown},
	} {
		e := c.entity
		if e.agree(pronouns[c.pronoun]); e.sort != c.want {
			t.Errorf("%s for %+v: sort %d, want %d", c.pronoun, c.entity, e.sort, c.want)
		}
	}
}
