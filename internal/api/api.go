// Package api lets programs ask what the pages show.
//
//	request ──guard (package web)──▶ huma: checked against the schema ──▶ archive, dossiers ──▶ JSON
//	                                                                        └── contract, for records and traces
//
// It is described by the OpenAPI 3.1 document that it serves at /api/v1/openapi.json
// and that is committed as docs/openapi-1.json. What has no answer is told as
// RFC 9457 has it, application/problem+json.
package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/hook"
)

//go:generate go test -run ^TestDocument$ -update .

// Base is the path under which the API answers.
const Base = "/api/v1"

// Options say what an API answers from.
type Options struct {
	Archive *archive.Archive
	Shelf   *dossier.Shelf
	Read    func(context.Context, hearsay.Report) (hearsay.Record, error)
	Page    func(html []byte) (hearsay.Report, error)                         // makes a report of a page
	Fetch   func(ctx context.Context, address string) (hearsay.Report, error) // nil: no addresses are fetched
	Hooks   *hook.Hooks                                                       // nil: there are no webhooks
	User    func(context.Context) string                                      // who asks; "" : nobody had to say
	Version string                                                            // of the program
	Log     *slog.Logger
}

// server answers requests.
type server struct {
	Options
	traces memo
}

// New returns the API's handler.
func New(o Options) http.Handler {
	mux := http.NewServeMux()
	build(mux, o)
	return mux
}

// Document returns the OpenAPI document, as JSON.
func Document() ([]byte, error) {
	described := build(http.NewServeMux(), Options{Version: "1"})
	data, err := described.OpenAPI().MarshalJSON()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = json.Indent(&out, data, "", "  ")
	return append(out.Bytes(), '\n'), err
}

func build(mux *http.ServeMux, o Options) huma.API {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	config := huma.DefaultConfig("Hearsay", "1")
	config.Info.Description = "Who said what, according to whom. Spans count Unicode code points of a report's text."
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = Base+"/openapi", "", ""
	config.CreateHooks = nil // no $schema in answers: they are the contract's, to the letter
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer",
		Description: "Made by 'hearsay passwd --token NAME'. Not asked for on loopback while nobody has a password."}}
	config.Security = []map[string][]string{{}, {"token": {}}}
	api := humago.New(mux, config)
	addContract(api.OpenAPI().Components.Schemas)
	s := &server{Options: o}
	s.readings(api)
	s.reports(api)
	s.statements(api)
	s.stories(api)
	s.claims(api)
	s.actors(api)
	s.talks(api)
	s.corrections(api)
	s.feeds(api)
	s.webhooks(api)
	return api
}

// operation describes one operation.
func operation(id, method, path, tag, summary string) huma.Operation {
	return huma.Operation{OperationID: id, Method: method, Path: Base + path, Tags: []string{tag}, Summary: summary, MaxBodyBytes: maxBody}
}

// maxBody is how many bytes a request may have: 10 MB of text, as JSON writes it.
const maxBody = 24 << 20

// told turns an error into the answer that tells it.
func (s *server) told(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, archive.ErrNotFound), errors.Is(err, hook.ErrNotFound):
		return huma.Error404NotFound(err.Error())
	case errors.Is(err, archive.ErrWithdrawn):
		return huma.Error410Gone(err.Error())
	case errors.Is(err, archive.ErrBusy), errors.Is(err, archive.ErrFull):
		return huma.Error503ServiceUnavailable(err.Error())
	case errors.Is(err, context.Canceled):
		return err
	}
	s.Log.Error("a request failed", "error", err)
	return huma.Error500InternalServerError("the desk could not answer; its log says why")
}

// refused tells what is wrong with a request.
func refused(err error) error { return huma.Error422UnprocessableEntity(err.Error()) }

// body is an answer.
type body[T any] struct{ Body T }

func answer[T any](b T) *body[T] { return &body[T]{b} }
