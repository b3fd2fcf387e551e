package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"hearsay"
	"hearsay/internal/archive"
)

// Statement is one statement with its words.
type Statement struct {
	ID         int64      `json:"id"`
	Report     int64      `json:"report"`
	Revision   int64      `json:"revision"`
	Story      int64      `json:"story" doc:"0: none."`
	URL        string     `json:"url"`
	Outlet     string     `json:"outlet"`
	Headline   string     `json:"headline"`
	Stood      *time.Time `json:"stood" nullable:"true" doc:"Since when the revision stood."`
	Current    bool       `json:"current" doc:"The report still says it."`
	OwnVoice   bool       `json:"own_voice" doc:"The outlet says it itself."`
	Number     int        `json:"number" doc:"Of the attribution, or of the statement in the outlet's own voice, in its record, from 1."`
	Source     string     `json:"source" doc:"Empty: nobody is named."`
	Cue        string     `json:"cue"`
	Content    []string   `json:"content"`
	Voice      string     `json:"voice" doc:"The name of who says it; empty for a voice without one."`
	Identity   string     `json:"identity"`
	Act        string     `json:"act"`
	Stance     string     `json:"stance"`
	Confidence float64    `json:"confidence"`
}

// Statements is a page of statements, the newest first.
type Statements struct {
	Items []Statement `json:"items"`
	Past  int64       `json:"past" doc:"Give it as past to have those before these; 0: there are none."`
}

func (s *server) statements(api huma.API) {
	huma.Register(api, operation("search", http.MethodGet, "/search", "statements", "Statements that a query finds, the newest first"), s.search)
	huma.Register(api, operation("list-statements", http.MethodGet, "/statements", "statements", "All statements, the newest first"), s.listStatements)
	huma.Register(api, operation("get-statement", http.MethodGet, "/statements/{statement}", "statements", "One statement"), s.getStatement)
}

// PageOf is which statements are wanted. It is exported because huma fills embedded
// parameters only then.
type PageOf struct {
	Past  int64 `query:"past" minimum:"0" doc:"The past of an earlier answer."`
	Limit int   `query:"limit" minimum:"1" maximum:"200" default:"25"`
}

func (s *server) search(ctx context.Context, in *struct {
	Q string `query:"q" required:"true" doc:"As on the search page: bridge \"stays closed\" by:holt -act:denial after:2031-04."`
	PageOf
}) (*body[Statements], error) {
	q, err := hearsay.ParseQuery(in.Q)
	if err != nil {
		return nil, refused(err)
	}
	return s.find(ctx, q, in.PageOf)
}

func (s *server) listStatements(ctx context.Context, in *PageOf) (*body[Statements], error) {
	return s.find(ctx, hearsay.Query{}, *in)
}

func (s *server) find(ctx context.Context, q hearsay.Query, p PageOf) (*body[Statements], error) {
	found, err := s.Archive.Search(ctx, q, archive.Page{Limit: p.Limit, Past: archive.StatementID(p.Past)})
	if err != nil {
		return nil, s.told(err)
	}
	out := Statements{Items: []Statement{}}
	for _, h := range found.Hits {
		out.Items = append(out.Items, StatementOf(h))
	}
	if found.More {
		out.Past = out.Items[len(out.Items)-1].ID
	}
	return answer(out), nil
}

func (s *server) getStatement(ctx context.Context, in *struct {
	Statement int64 `path:"statement" minimum:"1"`
}) (*body[Statement], error) {
	found, err := s.Archive.Search(ctx, hearsay.Query{}, archive.Page{Limit: 1, Past: archive.StatementID(in.Statement + 1)})
	if err != nil {
		return nil, s.told(err)
	}
	if len(found.Hits) == 0 || int64(found.Hits[0].ID) != in.Statement {
		return nil, huma.Error404NotFound("there is no such statement; rereading gives new numbers")
	}
	return answer(StatementOf(found.Hits[0])), nil
}

// StatementOf returns a hit as the API has it.
func StatementOf(h archive.Hit) Statement {
	content := h.Words.Content
	if content == nil {
		content = []string{}
	}
	return Statement{ID: int64(h.ID), Report: int64(h.Report), Revision: int64(h.Revision), Story: int64(h.Story), URL: h.URL, Outlet: h.Outlet,
		Headline: h.Headline, Stood: moment(h.Stood), Current: h.Current, OwnVoice: h.Place.Part == hearsay.PartOwnVoice, Number: h.Place.Index + 1,
		Source: h.Words.Source, Cue: h.Words.Cue, Content: content, Voice: h.Voice, Identity: string(h.Identity), Act: string(h.Act),
		Stance: string(h.Stance), Confidence: float64(h.Confidence) / 1000}
}
