package recordtest

import (
	"testing"

	"hearsay"
	"hearsay/internal/golden"
)

// Golden tests against every testdata/*.txtar of the package. Such an archive
// holds the file "report", the file "attributions" (see [Parse]) and files
// "want.FACE", each of which must be what show returns for that face.
func Golden(t *testing.T, show func(t *testing.T, face string, record hearsay.Record) string) {
	t.Helper()
	golden.Faces(t, func(t *testing.T, face string, in golden.Input) string {
		record, err := Parse(in.Text("report"), in.Text("attributions"))
		if err != nil {
			t.Fatal(err)
		}
		return show(t, face, record)
	})
}
