package origin

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/recordtest"
)

// BenchmarkFind finds the origins in a thousand reports, each of which makes three of
// a hundred claims: by a chain through another outlet, by a named person, and in its
// own voice.
func BenchmarkFind(b *testing.B) {
	var files []txtar.File
	for i := range 1000 {
		var text strings.Builder
		fmt.Fprintf(&text, "Outlet: Outlet %d\nPublished: 2031-04-%02dT%02d:00:00Z\n\n", i%200, 1+i/40, i%24)
		fmt.Fprintf(&text, "Outlet %d, citing an official, said number %d would rise. Mara Holt said the gates of number %d were shut. Number %d is done.\n%%%%\n", (i*7)%200, i%50, i%60, i%70)
		fmt.Fprintf(&text, "rise%d assertion actual | Outlet %d {named-organisation report} =Outlet %d > an official {anonymous} | number %d would rise\n", i%50, (i*7)%200, (i*7)%200, i%50)
		fmt.Fprintf(&text, "shut%d assertion actual | Mara Holt {named-person} =Mara Holt | the gates of number %d were shut\n", i%60, i%60)
		fmt.Fprintf(&text, "done%d assertion actual | own | Number %d is done\n", i%70, i%70)
		files = append(files, txtar.File{Name: fmt.Sprintf("%d.txt", i), Data: []byte(text.String())})
	}
	trace, err := recordtest.Story(files)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		t := hearsay.Trace{Records: trace.Records, Actors: trace.Actors, Claims: append([]hearsay.Claim{}, trace.Claims...)}
		Find(&t)
	}
}
