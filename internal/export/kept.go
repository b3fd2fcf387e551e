package export

import (
	"strings"
	"time"

	"hearsay"
	"hearsay/contract"
)

// Kept is a record of an archive on its way out.
type Kept struct {
	Record hearsay.Record
	Hash   string         // of the revision: names its statements for good
	Wanted func(int) bool // which of its attributions are wanted
	Full   bool           // the text around them may be quoted as well
}

// urn names a part of a revision.
func (k Kept) urn(part string) string { return "urn:hearsay:" + k.Hash + ":" + part }

// line is the record's line with the attributions that are wanted.
func (k Kept) line() contract.Line {
	line := contract.Of(k.Record)
	var wanted []contract.Attribution
	for i, a := range line.Attributions {
		if k.Wanted == nil || k.Wanted(i) {
			wanted = append(wanted, a)
		}
	}
	line.Attributions = wanted
	return line
}

// speaker is the actor at the end of a chain, nil for one without a name. A
// private person stays unnamed in what leaves an archive.
func speaker(line contract.Line, chain []contract.Voice) *contract.Actor {
	if len(chain) == 0 {
		return nil
	}
	last := chain[len(chain)-1]
	if last.Identity == hearsay.Anonymous || last.Identity == hearsay.Unattributed {
		return nil
	}
	return actorOf(line, last.Actor)
}

// actorOf is the actor with an ID, nil for none and for a private person.
func actorOf(line contract.Line, id *int) *contract.Actor {
	for i, a := range line.Actors {
		if id != nil && a.ID == *id && !a.Private {
			return &line.Actors[i]
		}
	}
	return nil
}

func contentOf(a contract.Attribution) string {
	parts := make([]string, len(a.Content))
	for i, c := range a.Content {
		parts[i] = c.Text
	}
	return strings.Join(parts, " […] ")
}

// stood is when the report began to stand as it is, "" if that is not known.
func stood(r contract.Report) string {
	at := r.Updated
	if at == nil {
		at = r.Published
	}
	if at == nil {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}
