package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"hearsay/internal/archive"
	"hearsay/internal/hook"
)

// Feed is something that is followed.
type Feed struct {
	ID      int64      `json:"id" readOnly:"true"`
	URL     string     `json:"url" format:"uri"`
	Title   string     `json:"title,omitempty" readOnly:"true"`
	Kind    string     `json:"kind,omitempty" readOnly:"true"`
	Outlet  string     `json:"outlet,omitempty" doc:"Of reports that state none."`
	Due     *time.Time `json:"due,omitempty" readOnly:"true" doc:"When it is looked at next; absent: at once."`
	Last    *time.Time `json:"last,omitempty" readOnly:"true"`
	Outcome string     `json:"outcome,omitempty" readOnly:"true" doc:"Of the last look."`
	Status  int        `json:"status,omitempty" readOnly:"true" doc:"Of HTTP; 0: there was no answer."`
}

func (s *server) feeds(api huma.API) {
	huma.Register(api, operation("list-feeds", http.MethodGet, "/feeds", "feeds", "What is followed"), s.listFeeds)
	add := operation("follow", http.MethodPost, "/feeds", "feeds", "Follow a feed, a page or a site")
	add.DefaultStatus = http.StatusCreated
	huma.Register(api, add, s.follow)
	huma.Register(api, operation("unfollow", http.MethodDelete, "/feeds/{feed}", "feeds", "Follow something no longer; its reports stay"), s.unfollow)
}

func (s *server) listFeeds(ctx context.Context, _ *struct{}) (*body[List[Feed]], error) {
	found, err := s.Archive.Feeds(ctx)
	if err != nil {
		return nil, s.told(err)
	}
	var all []Feed
	for _, f := range found {
		out := Feed{ID: f.ID, URL: f.URL, Title: f.Title, Kind: f.Kind, Outlet: f.Outlet, Due: moment(f.Due)}
		log, err := s.Archive.Fetches(ctx, f.ID, 1)
		if err != nil {
			return nil, s.told(err)
		}
		if len(log) > 0 {
			out.Last, out.Outcome, out.Status = moment(log[0].At), log[0].Outcome, log[0].Status
		}
		all = append(all, out)
	}
	return listOf(all), nil
}

func (s *server) follow(ctx context.Context, in *struct{ Body Feed }) (*body[Feed], error) {
	if err := checkAddress(in.Body.URL); err != nil {
		return nil, refused(err)
	}
	f, err := s.Archive.PutFeed(ctx, archive.Feed{URL: in.Body.URL, Outlet: in.Body.Outlet})
	return answer(Feed{ID: f.ID, URL: f.URL, Outlet: f.Outlet}), s.told(err)
}

func checkAddress(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return errors.New("an address begins with http:// or https://")
	}
	return nil
}

func (s *server) unfollow(ctx context.Context, in *struct {
	Feed int64 `path:"feed" minimum:"1"`
}) (*struct{}, error) {
	return nil, s.told(s.Archive.RemoveFeed(ctx, in.Feed))
}

// Webhook is an address that is told when something happens.
type Webhook struct {
	ID     int64    `json:"id" readOnly:"true"`
	URL    string   `json:"url" format:"uri"`
	Events []string `json:"events" minItems:"1" enum:"statement,claim.second-origin,claim.lost-attribution,claim.contradicted,talks.moved"`
	Query  string   `json:"query,omitempty" doc:"For statement: which; left out: all."`
	Secret string   `json:"secret,omitempty" doc:"What deliveries are signed with; made here if it is left out, and shown once."`
	Failed int      `json:"failed,omitempty" readOnly:"true" doc:"Deliveries that were given up."`
}

func (s *server) webhooks(api huma.API) {
	huma.Register(api, operation("list-webhooks", http.MethodGet, "/webhooks", "webhooks", "Who is told"), s.listHooks)
	add := operation("add-webhook", http.MethodPost, "/webhooks", "webhooks", "Have an address told")
	add.Description = "Deliveries are signed as Standard Webhooks has it: webhook-id, webhook-timestamp, webhook-signature."
	add.DefaultStatus = http.StatusCreated
	huma.Register(api, add, s.addHook)
	huma.Register(api, operation("remove-webhook", http.MethodDelete, "/webhooks/{webhook}", "webhooks", "Have an address told no longer"), s.removeHook)
}

var errNoHooks = huma.Error501NotImplemented("this desk keeps no webhooks")

func (s *server) listHooks(context.Context, *struct{}) (*body[List[Webhook]], error) {
	if s.Hooks == nil {
		return nil, errNoHooks
	}
	var all []Webhook
	for _, h := range s.Hooks.List() {
		all = append(all, webhookOf(h))
	}
	return listOf(all), nil
}

// webhookOf leaves the secret out.
func webhookOf(h hook.Hook) Webhook {
	w := Webhook{ID: h.ID, URL: h.URL, Query: h.Query, Failed: h.Failed}
	for _, e := range h.Events {
		w.Events = append(w.Events, string(e))
	}
	return w
}

func (s *server) addHook(ctx context.Context, in *struct{ Body Webhook }) (*body[Webhook], error) {
	if s.Hooks == nil {
		return nil, errNoHooks
	}
	if err := checkAddress(in.Body.URL); err != nil {
		return nil, refused(err)
	}
	h := hook.Hook{URL: in.Body.URL, Query: in.Body.Query, Secret: in.Body.Secret}
	for _, e := range in.Body.Events {
		h.Events = append(h.Events, hook.Kind(e))
	}
	added, err := s.Hooks.Add(ctx, h)
	if err != nil {
		return nil, refused(err)
	}
	out := webhookOf(added)
	out.Secret = added.Secret
	return answer(out), nil
}

func (s *server) removeHook(_ context.Context, in *struct {
	Webhook int64 `path:"webhook" minimum:"1"`
}) (*struct{}, error) {
	if s.Hooks == nil {
		return nil, errNoHooks
	}
	return nil, s.told(s.Hooks.Remove(in.Webhook))
}
