package hook

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"
	"unicode/utf8"

	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/view"
)

// Move tells of one move of talks: what somebody is said, for the first time, to put,
// to answer, to set or to expect.
type Move struct {
	ID       string `json:"id" doc:"The same each time it is told of."`
	Story    int64  `json:"story"`
	Title    string `json:"title" doc:"Of the story."`
	Talks    string `json:"talks" doc:"The key of the talks."`
	Name     string `json:"name" doc:"What the talks are called."`
	Kind     string `json:"kind" enum:"put,status,answer,deadline,awaited,position,round,contradiction"`
	To       string `json:"to" doc:"What it came to: a status, an answer, what befell a deadline or a round."`
	By       string `json:"by" doc:"Who moved; empty where nobody says."`
	Told     string `json:"told" doc:"The move in one line."`
	Words    string `json:"words" doc:"Those that show it."`
	Who      string `json:"who" doc:"Who says so."`
	Identity string `json:"identity" doc:"How that voice is identified; outlet: the outlet itself."`
	Date     string `json:"date" doc:"Of what is said."`
	Outlet   string `json:"outlet"`
	Report   int64  `json:"report"`
	Revision int64  `json:"revision"`
	Hash     string `json:"hash" doc:"Of the revision."`
	Start    int    `json:"start" doc:"Of the words, in code points."`
	End      int    `json:"end"`

	Published *time.Time `json:"published" nullable:"true" doc:"Since when the revision that has it first stood."`
}

// MovesOf returns the moves of a story's talks that the reports which isNew says are
// new have first, as they came out.
func MovesOf(d *dossier.Dossier, isNew func(report int) bool) []Move {
	var all []Move
	for _, b := range view.BoardsOf(&d.Trace, view.Look{IsNew: isNew}) {
		for _, m := range b.Moves {
			if m.New {
				all = append(all, moveOf(d, b, m))
			}
		}
	}
	return all
}

func moveOf(d *dossier.Dossier, b view.TalksBoard, m view.TalksMove) Move {
	k := d.Kept[m.Said.Report]
	text, at := d.Trace.Records[m.Said.Report].Report.Text, m.Said.Passage.Span
	id := sha256.Sum256([]byte(m.Key(string(k.Hash))))
	out := Move{ID: hex.EncodeToString(id[:8]), Story: int64(d.Story.ID), Title: d.Story.Title, Talks: b.Key, Name: b.Name, Kind: string(m.Kind), To: m.To, By: m.By,
		Told: m.Told, Words: m.Said.Words, Who: m.Said.Who, Identity: string(m.Said.Identity), Date: m.Said.Date, Outlet: m.Said.Outlet,
		Report: int64(k.Report), Revision: int64(k.Revision), Hash: string(k.Hash),
		Start: utf8.RuneCountInString(text[:at.Start]), End: utf8.RuneCountInString(text[:at.End])}
	if when := m.When(); !when.IsZero() {
		out.Published = &when
	}
	return out
}

// moveEvents finds what new revisions moved in the talks of a story.
func (h *Hooks) moveEvents(ctx context.Context, story archive.StoryID, fresh []archive.Revision) ([]identified, error) {
	d, err := h.Shelf.Latest(ctx, story)
	if err != nil {
		return nil, err
	}
	isNew := func(report int) bool {
		return slices.ContainsFunc(fresh, func(v archive.Revision) bool { return v.ID == d.Kept[report].Revision })
	}
	var all []identified
	for _, m := range MovesOf(d, isNew) {
		all = append(all, identified{event{Moved, h.Now().UTC(), m}, "m" + m.ID})
	}
	return all, nil
}
