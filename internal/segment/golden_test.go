package segment

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/golden"
)

// TestGolden splits the text of each file in testdata, one phenomenon a file,
// and compares with what the file wants:
//
//	It|is|over|.                  a sentence's tokens
//	(1 1 1 )1                     their depth of quotation, if any has one
//
// where ( and ) are marks that open and close and . is no quotation. An empty
// line stands between paragraphs.
func TestGolden(t *testing.T) {
	golden.Each(t, func(t *testing.T, in golden.Input) string {
		return render(Split(hearsay.Report{Text: in.Text("text")}))
	})
}

func render(d *hearsay.Document) string {
	var b strings.Builder
	for i, p := range d.Paragraphs {
		if i > 0 {
			b.WriteString("\n")
		}
		for _, s := range d.Sentences[p.First:p.End] {
			var words []string
			for k := s.First; k < s.End; k++ {
				words = append(words, d.Words(k))
			}
			fmt.Fprintln(&b, strings.Join(words, "|"))
			if q := quotation(d, s.First, s.End); strings.Trim(q, ". ") != "" {
				fmt.Fprintln(&b, q)
			}
		}
	}
	return b.String()
}

// quotation writes the quotation of the tokens [first, end).
func quotation(d *hearsay.Document, first, end int) string {
	var marks []string
	for _, tok := range d.Tokens[first:end] {
		depth := "."
		if tok.Quote.Depth > 0 {
			depth = fmt.Sprint(tok.Quote.Depth)
		}
		switch {
		case tok.Quote.Opens:
			depth = "(" + depth
		case tok.Quote.Closes:
			depth = ")" + depth
		}
		marks = append(marks, depth)
	}
	return strings.Join(marks, " ")
}
