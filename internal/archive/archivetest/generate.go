package archivetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"hearsay"
)

// Generate returns the n-th of any number of invented reports of some 500 words,
// always the same. Ten reports in a row are on one matter, with its own people and
// places, over five days; matters follow each other, four a day.
func Generate(n int) hearsay.Report {
	at := time.Date(2029, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n/10)*6*time.Hour + time.Duration(n%10)*12*time.Hour)
	return GenerateOn(n/10, n, at)
}

// GenerateOn returns the n-th report on a matter, published within the hour after a
// time.
func GenerateOn(matter, n int, at time.Time) hearsay.Report {
	m := rand.New(rand.NewPCG(uint64(matter), 1)) // for what reports of a matter share
	r := rand.New(rand.NewPCG(uint64(n), 2))
	place, other := invented(m)+pick(m, endings), invented(m)+pick(m, endings)
	people := []string{person(m), person(m), person(m), person(m)}
	topic := pick(m, topics)
	outlet := pick(r, outlets)
	at = at.Add(time.Duration(r.IntN(3600)) * time.Second)
	var b strings.Builder
	for b.Len() < 2900 {
		for range 2 + r.IntN(2) {
			b.WriteString(sentence(r, topic, place, other, people))
			b.WriteByte(' ')
		}
		b.WriteString("\n\n")
	}
	return hearsay.Report{
		URL:    fmt.Sprintf("https://%s.example/%d/report-%d", strings.ToLower(strings.ReplaceAll(outlet, " ", "")), matter, n),
		Outlet: outlet, Headline: fmt.Sprintf("%s in %s: %s", strings.ToUpper(topic[:1])+topic[1:], place, pick(r, verdicts)),
		Published: at, Text: strings.TrimSpace(b.String()),
	}
}

func sentence(r *rand.Rand, topic, place, other string, people []string) string {
	who, role := pick(r, people), pick(r, roles)
	what := fmt.Sprintf(pick(r, whats), topic, place)
	number := 3 + r.IntN(400)
	switch r.IntN(9) {
	case 0:
		return fmt.Sprintf("“%s,” said %s, %s.", strings.ToUpper(what[:1])+what[1:], who, role)
	case 1:
		return fmt.Sprintf("%s said that %s.", who, what)
	case 2:
		return fmt.Sprintf("According to an official who asked not to be named, %s.", what)
	case 3:
		return fmt.Sprintf("More than %d people from %s had to wait, the authorities in %s said.", number, other, place)
	case 4:
		return fmt.Sprintf("%s denied that %s.", who, what)
	case 5:
		return fmt.Sprintf("In %s about %d lorries stood before the gate, and rain fell on the market until evening.", place, number)
	case 6:
		return fmt.Sprintf("Citing an aide, %s reported that %s.", pick(r, outlets), what)
	case 7:
		return fmt.Sprintf("The council of %s demanded an answer by Friday and warned that the matter could not wait for another month.", other)
	}
	return fmt.Sprintf("“Nobody knows how long this will last,” %s told reporters in %s on Tuesday, and added that %s.", who, place, what)
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

func invented(r *rand.Rand) string {
	s := pick(r, starts) + pick(r, middles)
	return strings.ToUpper(s[:1]) + s[1:]
}

func person(r *rand.Rand) string { return pick(r, given) + " " + invented(r) + pick(r, tails) }

var (
	starts   = strings.Fields("bar cor del far gol hem jor kel lom mar nol or pel quar ros sel tor ul var wen yor zan dras eb fen")
	middles  = strings.Fields("an en in on ab el im or ast est ik ov ud ar em il")
	tails    = strings.Fields("sen ik ova er as ini ov aud")
	endings  = strings.Fields("burg ford stad mere field au dorf haven")
	given    = strings.Fields("Ada Bero Cora Dario Edda Falk Gerda Henrik Ilse Jonas Kirsa Lena Mara Nils Odo Pela Rosa Tomas Viktor Wanda")
	topics   = []string{"the strike", "the flood", "the trial", "the merger", "the election", "the truce", "the drought", "the blackout", "the inquiry", "the budget"}
	roles    = []string{"the mayor", "a spokesman for the ministry", "who leads the union", "the governor", "a lawyer for the families", "the chief engineer"}
	outlets  = []string{"Northern Wire", "Radio Drenn", "The Orl Post", "Vale Courier", "Lindmark Times", "Harbour News", "Channel Four", "The Daily Sound"}
	verdicts = []string{"what is known", "talks go on", "no end in sight", "answers by Friday", "the day in brief", "anger grows"}
	whats    = []string{
		"%s in %s will go on for at least another week", "%s had cost %s more than the town earns in a year",
		"nobody had asked for %s, and %s would pay for it", "%s could be over soon if %s accepts the terms",
		"%s has nothing to do with the plans of %s", "%s was the worst that %s has seen in thirty years",
		"%s must not divide the people of %s any longer",
	}
)
