package score

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/gold"
)

func TestCountNames(t *testing.T) {
	name := func(start, end int, kind hearsay.NameKind) gold.NameSpan {
		return gold.NameSpan{Span: hearsay.Span{Start: start, End: end}, Kind: kind}
	}
	var r NameResult
	r.CountNames(
		[]gold.NameSpan{name(0, 4, hearsay.PersonName), name(9, 12, hearsay.PlaceName), name(20, 30, hearsay.OrganisationName)},
		[]gold.NameSpan{name(0, 4, hearsay.PersonName), name(9, 12, hearsay.OrganisationName), name(20, 29, hearsay.OrganisationName)},
	)
	if got, want := r.Whole(), (NameCount{Right: 1, Gold: 3, Found: 3}); got != want {
		t.Errorf("all %+v, want %+v", got, want)
	}
	if got, want := r.Words, (NameCount{Right: 2, Gold: 3, Found: 3}); got != want {
		t.Errorf("whatever the kind %+v, want %+v", got, want)
	}
	if got, want := r.Kinds[hearsay.OrganisationName], (NameCount{Right: 0, Gold: 1, Found: 2}); got != want {
		t.Errorf("organisations %+v, want %+v", got, want)
	}
	var b strings.Builder
	if err := r.Table(&b, "here"); err != nil || !strings.Contains(b.String(), "names/person") {
		t.Errorf("%s, %v", b.String(), err)
	}
	if m := r.Measured("here"); len(m) != 4 || m[0].Value < 0.333 || m[0].Value > 0.334 || m[0].Figure != "names here" {
		t.Errorf("%+v", m)
	}
}
