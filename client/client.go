// Package client asks a desk what it knows, over its API.
//
//	desk := client.New("http://127.0.0.1:8470", "")
//	record, err := desk.Read(ctx, client.Report{Text: text, Published: "2031-04-02"})
//	for s, err := range desk.Search(ctx, "by:holt bridge") { … }
//
// Records, traces and claims are those of package contract.
package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"hearsay/contract"
)

// Client asks one desk. It is safe for use by several goroutines.
type Client struct {
	base, token string

	// HTTP sends the requests. New sets it to a client that waits for a minute.
	HTTP *http.Client
}

// New returns a client of the desk at an address, with a token made by
// 'hearsay passwd --token', "" where none is asked for.
func New(address, token string) *Client {
	return &Client{strings.TrimRight(address, "/") + "/api/v1", token, &http.Client{Timeout: time.Minute}}
}

// Error is an answer that is none.
type Error struct {
	Status int    `json:"status"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

func (e *Error) Error() string { return fmt.Sprintf("%d %s: %s", e.Status, e.Title, e.Detail) }

// Report is a report to be read: one of Text, HTML and Address, and what is known
// of it from elsewhere.
type Report struct {
	Text      string   `json:"text,omitempty"`
	HTML      string   `json:"html,omitempty"`
	Address   string   `json:"address,omitempty"`
	URL       string   `json:"url,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Headline  string   `json:"headline,omitempty"`
	Byline    []string `json:"byline,omitempty"`
	Published string   `json:"published,omitempty"` // 2031-04-02 or RFC 3339
	Updated   string   `json:"updated,omitempty"`
	Language  string   `json:"language,omitempty"`
}

// Added says what became of a report that was kept.
type Added struct {
	Report   int64  `json:"report"`
	Revision int64  `json:"revision"`
	Story    int64  `json:"story"` // 0: none
	Hash     string `json:"hash"`
	Outcome  string `json:"outcome"` // new, revision, known, restored, withdrawn
}

// Revision is one revision of a report as it is kept.
type Revision struct {
	Report    int64      `json:"report"`
	Revision  int64      `json:"revision"`
	Number    int        `json:"number"`
	Hash      string     `json:"hash"`
	URL       string     `json:"url"`
	Outlet    string     `json:"outlet"`
	Headline  string     `json:"headline"`
	Published *time.Time `json:"published"`
	Updated   *time.Time `json:"updated"`
	Added     time.Time  `json:"added"`
	Current   bool       `json:"current"`
	Story     int64      `json:"story"`
	Withdrawn bool       `json:"withdrawn"`
}

// Statement is one statement with its words.
type Statement struct {
	ID         int64      `json:"id"`
	Report     int64      `json:"report"`
	Revision   int64      `json:"revision"`
	Story      int64      `json:"story"`
	URL        string     `json:"url"`
	Outlet     string     `json:"outlet"`
	Headline   string     `json:"headline"`
	Stood      *time.Time `json:"stood"`
	Current    bool       `json:"current"`
	OwnVoice   bool       `json:"own_voice"`
	Number     int        `json:"number"`
	Source     string     `json:"source"`
	Cue        string     `json:"cue"`
	Content    []string   `json:"content"`
	Voice      string     `json:"voice"`
	Identity   string     `json:"identity"`
	Act        string     `json:"act"`
	Stance     string     `json:"stance"`
	Confidence float64    `json:"confidence"`
}

// Story is the reports about one running matter.
type Story struct {
	ID      int64     `json:"id"`
	Title   string    `json:"title"`
	Reports int       `json:"reports"`
	Outlets int       `json:"outlets"`
	First   time.Time `json:"first"`
	Last    time.Time `json:"last"`
}

// Read has a report read and keeps nothing.
func (c *Client) Read(ctx context.Context, r Report) (line contract.Line, err error) {
	return line, c.do(ctx, http.MethodPost, "/read", r, &line)
}

// Add has a report read and kept.
func (c *Client) Add(ctx context.Context, r Report) (a Added, err error) {
	return a, c.do(ctx, http.MethodPost, "/reports", r, &a)
}

// Record returns what was read from a revision, with people's corrections.
func (c *Client) Record(ctx context.Context, revision int64) (line contract.Line, err error) {
	return line, c.do(ctx, http.MethodGet, "/revisions/"+strconv.FormatInt(revision, 10)+"/record", nil, &line)
}

// Changes returns the revisions that arrived after a cursor, "" for all, at most a
// few hundred, and the cursor to ask with the next time.
func (c *Client) Changes(ctx context.Context, since string) (all []Revision, next string, err error) {
	var page struct {
		Items []Revision `json:"items"`
		Next  string     `json:"next"`
	}
	err = c.do(ctx, http.MethodGet, "/reports?"+url.Values{"changed_since": {since}}.Encode(), nil, &page)
	return page.Items, page.Next, err
}

// Search yields the statements that a query finds, the newest first, asking for
// more as they are wanted. An error ends it.
func (c *Client) Search(ctx context.Context, query string) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		past := int64(0)
		for {
			var page struct {
				Items []Statement `json:"items"`
				Past  int64       `json:"past"`
			}
			if err := c.do(ctx, http.MethodGet, "/search?"+url.Values{"q": {query}, "past": {strconv.FormatInt(past, 10)}}.Encode(), nil, &page); err != nil {
				yield(Statement{}, err)
				return
			}
			for _, s := range page.Items {
				if !yield(s, nil) {
					return
				}
			}
			if past = page.Past; past == 0 {
				return
			}
		}
	}
}

// Stories returns stories, that with the newest report first.
func (c *Client) Stories(ctx context.Context) ([]Story, error) {
	var page struct {
		Items []Story `json:"items"`
	}
	err := c.do(ctx, http.MethodGet, "/stories", nil, &page)
	return page.Items, err
}

// Trace returns what the reports of a story say together.
func (c *Client) Trace(ctx context.Context, story int64) (t contract.Trace, err error) {
	return t, c.do(ctx, http.MethodGet, "/stories/"+strconv.FormatInt(story, 10)+"/trace", nil, &t)
}

// do sends a request and reads the answer into out.
func (c *Client) do(ctx context.Context, method, path string, in, out any) error {
	var body io.Reader
	if in != nil {
		data, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(data)
	}
	request, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/json")
	if in != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	answer, err := c.HTTP.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode/100 != 2 {
		return failure(answer)
	}
	return json.NewDecoder(answer.Body).Decode(out)
}

// failure reads what an answer says is wrong.
func failure(answer *http.Response) error {
	data, _ := io.ReadAll(io.LimitReader(answer.Body, 64<<10))
	told := &Error{}
	if json.Unmarshal(data, told) != nil || told.Status == 0 {
		told = &Error{Status: answer.StatusCode, Title: http.StatusText(answer.StatusCode), Detail: strings.TrimSpace(string(data))}
	}
	return told
}
