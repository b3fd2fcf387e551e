package block

import (
	"strings"

	"hearsay"
)

// Dateline returns where and when the report was filed, as printed but without
// the dash; "" where it does not say.
func Dateline(text string, blocks []hearsay.Block) string {
	for _, b := range blocks {
		if b.Kind == hearsay.BlockDateline {
			return strings.TrimRight(b.In(text), " \t\n\u00a0—–―-")
		}
	}
	return ""
}

// Credit returns the agency that the report credits, as printed but without
// brackets; "" where it credits none. Of several it is the first that is not
// the outlet's own.
func Credit(text string, blocks []hearsay.Block, outlet string) string {
	first := ""
	for _, b := range blocks {
		if b.Kind != hearsay.BlockCredit {
			continue
		}
		credited := credited(b.In(text))
		if !strings.Contains(outlet, credited) {
			return credited
		}
		if first == "" {
			first = credited
		}
	}
	return first
}

// suppliers stand before the name in a line that credits an agency.
var suppliers = []string{" supplied by ", " provided by ", " contributed by ", " published by ", " appeared in ", " appeared on ",
	" published in ", " published on ", " material from ", " information from ", " files from ", "source: ", "agency: ", "agencies: "}

// credited returns the name in a credit.
func credited(words string) string {
	name := strings.Trim(words, " \t\n\u00a0()[]—–―-.")
	lower := strings.ToLower(" " + name)
	if len(lower) != len(name)+1 { // some characters change their length with their case
		return name
	}
	for _, s := range suppliers {
		if i := strings.Index(lower, s); i >= 0 {
			return name[i+len(s)-1:]
		}
	}
	return name
}

// Note returns the report's notes on itself, verbatim; "" where there is none.
// Several are joined by an empty line, in text order.
func Note(text string, blocks []hearsay.Block) string {
	return strings.Join(all(text, blocks, hearsay.BlockNote), "\n\n")
}

// Related returns the lines that point to related stories, as printed.
func Related(text string, blocks []hearsay.Block) []string {
	return all(text, blocks, hearsay.BlockRelated)
}

func all(text string, blocks []hearsay.Block, kind hearsay.BlockKind) []string {
	var words []string
	for _, b := range blocks {
		if b.Kind == kind {
			words = append(words, b.In(text))
		}
	}
	return words
}
