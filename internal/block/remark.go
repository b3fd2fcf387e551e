package block

import (
	"strings"

	"hearsay"
	"hearsay/internal/layout"
)

// maxRemarks is how many remarks in brackets are looked for behind a paragraph.
const maxRemarks = 3

// cutRemarks cuts off body what stands in brackets at its end and is not of the
// story, and returns the rest and the blocks cut off, in text order.
//
//	The council has not answered. (Reporting by Irena Moss; editing by Lise Hartog)
//	└────────── body ───────────┘ └──────────────── contributor ─────────────────┘
func cutRemarks(text string, body hearsay.Span) (rest hearsay.Span, remarks []hearsay.Block) {
	rest = body
	for len(remarks) < maxRemarks {
		remark, kind := lastRemark(text, rest)
		if kind == hearsay.BlockBody {
			break
		}
		rest = layout.TrimEnd(text, hearsay.Span{Start: rest.Start, End: remark.Start})
		remarks = append([]hearsay.Block{{Span: remark, Kind: kind}}, remarks...)
	}
	return rest, remarks
}

// lastRemark returns the bracketed remark that body ends in and its kind, body
// where it ends in none. Something must stand before it.
func lastRemark(text string, body hearsay.Span) (hearsay.Span, hearsay.BlockKind) {
	words := body.In(text)
	closed := strings.TrimSuffix(words, ".")
	if !strings.HasSuffix(closed, ")") && !strings.HasSuffix(closed, "]") {
		return body, hearsay.BlockBody
	}
	open := strings.LastIndexAny(words[max(0, len(words)-mostWords):], "([") + max(0, len(words)-mostWords)
	if open <= max(0, len(words)-mostWords) {
		return body, hearsay.BlockBody
	}
	return hearsay.Span{Start: body.Start + open, End: body.End}, byPhrase(passageOf(words[open:]))
}
