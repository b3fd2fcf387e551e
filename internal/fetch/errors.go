package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"hearsay/internal/unpack"
)

// The reasons why a page could not be had. A message is one line, says what is
// wrong and what to do, and leaves the address to the caller, who knows it.
var (
	ErrPrivateAddress = errors.New("leads to a private or reserved address or an unusual port, which is not fetched from: save the page and read the file")
	ErrRedirects      = errors.New("redirects too often: open it in a browser and use the address it ends at")
	ErrRedirectLoop   = errors.New("redirects in a circle: open it in a browser and use the address it ends at")
	ErrTooLarge       = errors.New("a report is at most 10 MB: split it into one file per article")
	ErrEmpty          = errors.New("the server sent an empty page: open it in a browser, save it and read the file")
	ErrType           = errors.New("which is not read: save its words as plain text and read that")
	ErrTimeout        = errors.New("try again later")
	ErrNoHost         = errors.New("there is no such host: check the address")
	ErrInsecure       = errors.New("open it in a browser to see why")
	ErrRobots         = errors.New("the site asks programs not to fetch it (robots.txt): open it in a browser, save it and read the file")
	ErrNoRobots       = errors.New("the site's robots.txt, which would say whether programs may fetch it, cannot be had")
	ErrUnchanged      = errors.New("has not changed since it was last fetched")

	errCutOff = errors.New("the connection ended before the page did: try again")
)

// StatusError is an answer other than the page.
type StatusError struct {
	Code       int
	Status     string        // "404 Not Found"
	RetryAfter time.Duration // that the server asks to wait; 0: it does not say
}

// Error says what the answer means for whoever wants the page.
func (e *StatusError) Error() string {
	switch code := e.Code; {
	case code == http.StatusNotFound || code == http.StatusGone:
		return fmt.Sprintf("there is no such page (%s): check the address", e.Status)
	case code == http.StatusUnavailableForLegalReasons:
		return fmt.Sprintf("the page is withheld for legal reasons (%s): look for another copy", e.Status)
	case code == http.StatusTooManyRequests && e.RetryAfter > 0:
		return fmt.Sprintf("the server asks for fewer requests (%s): try again in %s", e.Status, e.RetryAfter)
	case code == http.StatusTooManyRequests:
		return fmt.Sprintf("the server asks for fewer requests (%s): try again later", e.Status)
	case code == http.StatusUnauthorized || code == http.StatusPaymentRequired || code == http.StatusForbidden:
		return fmt.Sprintf("the server does not give it to programs or strangers (%s): open it in a browser, save it and read the file", e.Status)
	case code >= 500:
		return fmt.Sprintf("the server is out of order (%s): try again later", e.Status)
	}
	return fmt.Sprintf("the server answered %q: check the address", e.Status)
}

// checkStatus returns a *StatusError, or ErrUnchanged, unless there is a page.
func checkStatus(response *http.Response) error {
	switch response.StatusCode {
	case http.StatusOK, http.StatusNonAuthoritativeInfo:
		return nil
	case http.StatusNoContent, http.StatusResetContent:
		return ErrEmpty
	case http.StatusNotModified:
		return ErrUnchanged
	}
	return &StatusError{response.StatusCode, response.Status, retryAfter(response.Header)}
}

// retryAfter reads the header of that name, which has seconds, or a date that is
// compared with the server's own. Where it makes no sense it is 0.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	until, err := http.ParseTime(value)
	now, noDate := http.ParseTime(header.Get("Date"))
	if err != nil || noDate != nil {
		return 0
	}
	return max(0, until.Sub(now))
}

// wait tells whether to try again after an error, and how long to wait first.
func (f *Fetcher) wait(err error) (time.Duration, bool) {
	var status *StatusError
	if !errors.As(err, &status) {
		return 0, false
	}
	switch status.Code {
	case http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout:
	default:
		return 0, false
	}
	if status.RetryAfter == 0 {
		return f.limits.backoff, true
	}
	return status.RetryAfter, status.RetryAfter <= f.limits.patience
}

// timeoutError is the cause with which the context of a fetch ends.
type timeoutError struct{ after time.Duration }

func (e timeoutError) Error() string {
	return fmt.Sprintf("no answer within %s: %v", e.after, ErrTimeout)
}
func (e timeoutError) Unwrap() error { return ErrTimeout }

// slow says how far a page got that was not there in time.
func slow(ctx context.Context, received int64) error {
	var timeout timeoutError
	if errors.As(context.Cause(ctx), &timeout) {
		return fmt.Errorf("sent no more than %s in %s: %w", unpack.Size(received), timeout.after, ErrTimeout)
	}
	return ctx.Err()
}

// explain puts an error into our words, without the method and the address that
// net/http puts before it. Where a redirect led to the trouble, it says whither.
func explain(ctx context.Context, asked *url.URL, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil: // the caller's doing, not the network's
		return ctx.Err()
	}
	var failed *url.Error
	if !errors.As(err, &failed) {
		return err
	}
	reason := explainNetwork(failed.Err)
	if at, parseErr := url.Parse(failed.URL); parseErr == nil && at.IsAbs() && at.Host != asked.Host {
		return fmt.Errorf("redirects to %s: %w", at.Redacted(), reason)
	}
	return reason
}

// explainNetwork finds words for what went wrong below HTTP.
func explainNetwork(err error) error {
	var (
		timedOut timeoutError
		timeout  net.Error
		dns      *net.DNSError
	)
	switch {
	case isProhibited(err):
		return ErrPrivateAddress
	case isOurs(err):
		return err
	case errors.As(err, &timedOut):
		return timedOut
	case errors.As(err, &dns) && dns.IsNotFound:
		return ErrNoHost
	case errors.As(err, &dns):
		return fmt.Errorf("the name of its host cannot be looked up (%s): check the network", dns.Err)
	case errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Errorf("no answer in time: %w", ErrTimeout)
	case isTLS(err):
		return fmt.Errorf("no secure connection (%w): %w", err, ErrInsecure)
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("the server refuses connections: check the address, or try again later")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return errCutOff
	}
	return fmt.Errorf("cannot be fetched (%w): check the address and the network", err)
}

func isProhibited(err error) bool {
	return errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedNetwork) || errors.Is(err, ssrf.ErrProhibitedPort)
}

// isOurs reports whether an error was made by this package while a redirect was
// checked.
func isOurs(err error) bool {
	return errors.Is(err, ErrRedirects) || errors.Is(err, ErrRedirectLoop) || errors.Is(err, ErrRobots) ||
		errors.Is(err, ErrNoRobots) || errors.Is(err, ErrPrivateAddress)
}

func isTLS(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		authority    x509.UnknownAuthorityError
		hostname     x509.HostnameError
		invalid      x509.CertificateInvalidError
		record       tls.RecordHeaderError
		alert        tls.AlertError
	)
	return errors.As(err, &verification) || errors.As(err, &authority) || errors.As(err, &hostname) ||
		errors.Is(err, http.ErrSchemeMismatch) || errors.As(err, &invalid) || errors.As(err, &record) || errors.As(err, &alert)
}
