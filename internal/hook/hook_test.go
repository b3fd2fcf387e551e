package hook

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"hearsay"
	"hearsay/internal/archive"
	"hearsay/internal/dossier"
	"hearsay/internal/recordtest"
	"hearsay/tracer"
)

// receiver answers deliveries with a status and remembers them.
type receiver struct {
	status int
	got    []*http.Request
	bodies []string
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	body, _ := io.ReadAll(q.Body)
	r.got, r.bodies = append(r.got, q), append(r.bodies, string(body))
	w.WriteHeader(r.status)
}

// bench is hooks over an archive, with a clock that stands still.
type bench struct {
	*Hooks
	t    *testing.T
	now  time.Time
	kept *archive.Archive
	to   *receiver
	url  string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, now: time.Date(2031, 4, 2, 9, 0, 0, 0, time.UTC), to: &receiver{status: http.StatusOK}}
	server := httptest.NewServer(b.to)
	t.Cleanup(server.Close)
	b.url = server.URL
	folder := t.TempDir()
	var err error
	if b.kept, err = archive.Open(t.Context(), folder, archive.Options{Create: true}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.kept.Close() })
	b.open(folder)
	return b
}

func (b *bench) open(folder string) {
	b.t.Helper()
	now := func() time.Time { return b.now }
	hooks, err := Open(Options{Folder: folder, Archive: b.kept, Shelf: dossier.NewShelf(b.kept, tracer.New, now), Client: http.DefaultClient,
		Render: func(h archive.Hit) any { return h.Words.Text() }, Now: now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.t.Fatal(err)
	}
	b.Hooks = hooks
}

// arrives puts a report with one statement into the archive.
func (b *bench) arrives(name, who, content string) {
	b.t.Helper()
	record := recordtest.Must(who+" said "+content+".", who+" | said | "+content+" | indirect | 900")
	record.Report.URL, record.Report.Outlet, record.Report.Published = "https://drenn.example/"+name, "Radio Drenn", b.now.Add(-time.Hour)
	record.Attributions[0].Chain = []hearsay.Voice{{Identity: hearsay.OutletIdentity}, {As: record.Attributions[0].Source, Identity: hearsay.NamedPerson}}
	if _, err := b.kept.Add(context.Background(), archive.Incoming{Record: record}); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) round() {
	b.t.Helper()
	if err := b.Round(context.Background()); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) add(query string, events ...Kind) Hook {
	b.t.Helper()
	h, err := b.Add(context.Background(), Hook{URL: b.url, Events: events, Query: query})
	if err != nil {
		b.t.Fatal(err)
	}
	return h
}

func TestStatementIsDelivered(t *testing.T) {
	b := newBench(t)
	b.arrives("before", "Mara Holt", "the bridge was shut before anybody asked")
	h := b.add("bridge", Statement)
	b.arrives("one", "Mara Holt", "the bridge stays closed")
	b.arrives("two", "Emil Varga", "the road stays open")
	b.round()
	b.round() // nothing comes twice
	if len(b.to.got) != 1 || !strings.Contains(b.to.bodies[0], "the bridge stays closed") {
		t.Fatalf("delivered %q", b.to.bodies)
	}
	r := b.to.got[0]
	want, err := Sign(h.Secret, r.Header.Get("webhook-id"), r.Header.Get("webhook-timestamp"), []byte(b.to.bodies[0]))
	if err != nil || r.Header.Get("webhook-signature") != want {
		t.Errorf("signed %q, want %q, %v", r.Header.Get("webhook-signature"), want, err)
	}
	var e struct{ Type Kind }
	if err := json.Unmarshal([]byte(b.to.bodies[0]), &e); err != nil || e.Type != Statement {
		t.Errorf("the event is %+v, %v", e, err)
	}
}

// TestSign holds a signature to the example of the specification.
func TestSign(t *testing.T) {
	got, err := Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

func TestRetriesOutliveARestart(t *testing.T) {
	b := newBench(t)
	b.add("", Statement)
	b.arrives("one", "Mara Holt", "the bridge stays closed")
	b.to.status = http.StatusServiceUnavailable
	b.round()
	b.round() // not due yet
	if len(b.to.got) != 1 {
		t.Fatalf("%d deliveries at once", len(b.to.got))
	}
	b.now = b.now.Add(waits[0])
	b.open(b.Folder)
	b.to.status = http.StatusOK
	b.round()
	b.round()
	if len(b.to.got) != 2 || b.to.got[0].Header.Get("webhook-id") != b.to.got[1].Header.Get("webhook-id") {
		t.Errorf("%d deliveries", len(b.to.got))
	}
}

func TestGivenUp(t *testing.T) {
	b := newBench(t)
	b.add("", Statement)
	b.arrives("one", "Mara Holt", "the bridge stays closed")
	b.to.status = http.StatusInternalServerError
	for range len(waits) + 3 {
		b.round()
		b.now = b.now.Add(48 * time.Hour)
	}
	if len(b.to.got) != len(waits)+1 || b.List()[0].Failed != 1 {
		t.Errorf("%d tries, %d given up", len(b.to.got), b.List()[0].Failed)
	}
}

func TestGoneIsRemoved(t *testing.T) {
	b := newBench(t)
	b.add("", Statement)
	b.arrives("one", "Mara Holt", "the bridge stays closed")
	b.to.status = http.StatusGone
	b.round()
	if len(b.List()) != 0 {
		t.Error("a receiver that is gone is kept")
	}
}

func TestRefusals(t *testing.T) {
	b := newBench(t)
	for _, h := range []Hook{
		{URL: b.url}, {URL: b.url, Events: []Kind{"rain"}}, {URL: b.url, Events: []Kind{Statement}, Secret: "short"},
		{URL: b.url, Events: []Kind{Statement}, Query: "act:rain"},
	} {
		if _, err := b.Add(t.Context(), h); err == nil {
			t.Errorf("%+v is taken", h)
		}
	}
	if err := b.Remove(7); err != ErrNotFound {
		t.Errorf("removing nothing: %v", err)
	}
}
