package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

// robotsName is what a robots.txt calls this program.
const robotsName = "hearsay"

// Limits of fetching a robots.txt (RFC 9309, sections 2.3.1.2 and 2.5).
const (
	robotsTimeout   = 10 * time.Second
	robotsRedirects = 5
	maxRobots       = 500 << 10 // bytes; what comes after them is not looked at
)

// rules are what a host's robots.txt says to this program.
type rules struct {
	group   *robotstxt.Group // nil: nothing
	refusal error            // why nothing may be fetched, nil if something may
}

// check returns an error unless u may be fetched.
func (r rules) check(u *url.URL) error {
	switch {
	case r.refusal != nil:
		return r.refusal
	case r.group == nil, u.Path == "/robots.txt", r.group.Test(u.RequestURI()):
		return nil
	}
	return ErrRobots
}

// delay is how long to wait from one page to the next.
func (r rules) delay() time.Duration {
	if r.group == nil {
		return minDelay
	}
	return min(max(r.group.CrawlDelay, minDelay), maxDelay)
}

// robots fetches the robots.txt of the host of u. As RFC 9309 has it, one that is
// not there (4xx) allows everything, and one that cannot be had (5xx, or no
// answer at all) nothing.
func (f *Fetcher) robots(ctx context.Context, u *url.URL) rules {
	ctx, cancel := context.WithTimeout(ctx, robotsTimeout)
	defer cancel()
	r := request{url: &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}, agent: f.followAgent()}
	out := r.http(ctx)
	out.Header.Del("Accept-Encoding")
	client := http.Client{Transport: f.transport, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
		if len(via) > robotsRedirects {
			return ErrRedirects
		}
		return nil
	}}
	response, err := client.Do(out)
	if err != nil {
		return unreachable(explain(ctx, u, err))
	}
	defer response.Body.Close()
	switch code := response.StatusCode; {
	case code >= 400 && code < 500:
		return rules{}
	case code != http.StatusOK:
		return unreachable(&StatusError{Code: code, Status: response.Status})
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, maxRobots))
	if err != nil {
		return unreachable(errCutOff)
	}
	return parseRobots(data)
}

// unreachable returns the rules of a host whose robots.txt cannot be had. That it
// was, say, a status is not wrapped: it is none of the page asked for.
func unreachable(err error) rules {
	if errors.Is(err, ErrPrivateAddress) {
		return rules{refusal: err}
	}
	return rules{refusal: fmt.Errorf("%w: %v", ErrNoRobots, err)}
}

// parseRobots reads a robots.txt, whatever it may hold.
func parseRobots(data []byte) rules {
	all, err := robotstxt.FromBytes(tidyRobots(data))
	if err != nil { // not known to happen after tidying
		return rules{refusal: fmt.Errorf("%w, in a way that cannot be understood (%w)", ErrRobots, err)}
	}
	return rules{group: all.FindGroup(robotsName)}
}

// tidyRobots returns the lines that robots.txt is made of. The library refuses
// the whole file for one line that makes no sense, where RFC 9309 asks to take
// what can be understood: rules before the first User-agent, delays that are no
// numbers, bytes that are not UTF-8.
func tidyRobots(data []byte) []byte {
	var tidy bytes.Buffer
	named := false
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", " ").Replace(strings.ToValidUTF8(string(data), ""))
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\uFEFF"), "\n") {
		line, _, _ = strings.Cut(line, "#")
		name, value, ok := strings.Cut(line, ":")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		switch {
		case !ok:
		case name == "user-agent" && value != "":
			named = true
			fmt.Fprintf(&tidy, "User-agent: %s\n", firstWord(value))
		case name == "allow" && named, name == "disallow" && named:
			fmt.Fprintf(&tidy, "%s: %s\n", name, firstWord(value))
		case name == "crawl-delay" && named && isDelay(value):
			fmt.Fprintf(&tidy, "Crawl-delay: %s\n", value)
		}
	}
	return tidy.Bytes()
}

func isDelay(value string) bool {
	seconds, err := strconv.ParseFloat(value, 64)
	return err == nil && seconds >= 0 && seconds < 1e6
}

// firstWord drops what follows a space, which neither a name nor a path has.
func firstWord(value string) string {
	words := strings.Fields(value)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}
