package fetch

import (
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
)

// Limits of a connection's beginning.
const (
	connectTimeout = 10 * time.Second
	headerTimeout  = 20 * time.Second
	maxHeader      = 256 << 10 // bytes
)

// NewTransport returns a transport for requests to addresses that a person named
// and that may lead anywhere: it reaches no private network unless told to.
func NewTransport(opt Options) http.RoundTripper { return newTransport(opt.AllowPrivate) }

// newTransport returns a transport whose dialer looks at each network address
// after the name was resolved, so that neither a redirect nor a name with
// changing addresses leads it into a private network. It opens a new connection
// for each request, or the dialer would not be asked.
func newTransport(allowPrivate bool) *http.Transport {
	dialer := &net.Dialer{Timeout: connectTimeout}
	transport := &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    connectTimeout,
		ResponseHeaderTimeout:  headerTimeout,
		MaxResponseHeaderBytes: maxHeader,
		DisableCompression:     true, // receive undoes it, and more forms of it
		DisableKeepAlives:      true, // one page is one connection; none stay open after a run
	}
	if allowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = ssrf.New().Safe
	}
	return transport
}
