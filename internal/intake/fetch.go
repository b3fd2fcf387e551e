package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"code.dny.dev/ssrf"

	"hearsay"
)

// Limits of one fetch. A page that is not there in half a minute is reported
// rather than waited for.
const (
	fetchTimeout   = 30 * time.Second
	connectTimeout = 10 * time.Second
	maxRedirects   = 5
)

// The reasons to refuse an address.
var (
	ErrPrivateAddress = errors.New("leads to a private or reserved address or an unusual port, which is not fetched from: save the page and read the file")
	ErrRedirects      = errors.New("redirects too often: open it in a browser and use the address it ends at")
)

// client fetches pages.
type client struct {
	http      *http.Client
	userAgent string
}

// newClient returns a client whose dialer looks at each network address after
// the name was resolved, so that neither a redirect nor a name with changing
// addresses leads it into a private network.
func newClient(opt Options) *client {
	dialer := &net.Dialer{Timeout: connectTimeout}
	transport := &http.Transport{
		DialContext:           dialer.DialContext,
		ForceAttemptHTTP2:     true,
		TLSHandshakeTimeout:   connectTimeout,
		ResponseHeaderTimeout: fetchTimeout,
		DisableKeepAlives:     true, // one page is one connection; none stay open after a run
	}
	if opt.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = ssrf.New().Safe
	}
	return &client{
		http:      &http.Client{Transport: transport, Timeout: fetchTimeout, CheckRedirect: checkRedirect},
		userAgent: userAgent(opt.Version),
	}
}

// userAgent says truthfully what asks, and for whom.
func userAgent(version string) string {
	if version == "" {
		version = "dev"
	}
	return "hearsay/" + version + " (+reads single news reports that a person asks for)"
}

func checkRedirect(_ *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return ErrRedirects
	}
	return nil
}

// fetched reads the page at an address.
func (in *intake) fetched(ctx context.Context, u *url.URL) (hearsay.Report, error) {
	bare := hearsay.Report{URL: u.String()}
	if err := ctx.Err(); err != nil {
		return bare, err
	}
	c, err := in.client.get(ctx, u)
	if err != nil {
		return named(u.Redacted(), bare, err)
	}
	report, err := in.parse(c)
	if report.URL == "" {
		report.URL = bare.URL
	}
	return named(u.Redacted(), report, err)
}

// get fetches an address. Compression is undone by the transport; the size
// limit counts what comes out of it.
func (c *client) get(ctx context.Context, u *url.URL) (content, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return content{}, err
	}
	request.Header.Set("User-Agent", c.userAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain;q=0.9")
	response, err := c.http.Do(request)
	if err != nil {
		return content{}, explainFetch(ctx, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return content{}, fmt.Errorf("the server answered %q: check the address", response.Status)
	}
	return receive(ctx, response)
}

// receive reads a response's body.
func receive(ctx context.Context, response *http.Response) (content, error) {
	if response.ContentLength > MaxSize {
		return content{}, tooLarge(response.ContentLength)
	}
	data, err := readAll(response.Body)
	if err != nil {
		return content{}, explainFetch(ctx, err)
	}
	return content{
		data:     data,
		address:  response.Request.URL,
		declared: response.Header.Get("Content-Type"),
	}, nil
}

// explainFetch puts a network error into our words, without the method and the
// address that net/http puts before it.
func explainFetch(ctx context.Context, err error) error {
	var timeout net.Error
	switch {
	case ctx.Err() != nil: // the caller's doing, not the network's
		return ctx.Err()
	case isProhibited(err):
		return ErrPrivateAddress
	case errors.Is(err, ErrRedirects):
		return ErrRedirects
	case errors.Is(err, ErrTooLarge):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the connection ended before the page did: try again")
	case errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Errorf("no answer within %s: try again later", fetchTimeout)
	}
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return fmt.Errorf("cannot be fetched (%w): check the address and the network", err)
}

func isProhibited(err error) bool {
	return errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedNetwork) || errors.Is(err, ssrf.ErrProhibitedPort)
}
