package web

import (
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// measured counts requests and how long they took, by route and status. The route
// is the pattern, so that no address of a report becomes a label.
type measured struct {
	took *prometheus.HistogramVec
	log  *slog.Logger
}

func newMeasured(registry prometheus.Registerer, log *slog.Logger) measured {
	m := measured{log: log, took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "hearsay_http_request_seconds", Help: "How long requests took.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
	}, []string{"route", "status"})}
	if registry != nil {
		registry.MustRegister(m.took)
	}
	return m
}

// wrap measures a handler.
func (m measured) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(seen, r)
		took := time.Since(start)
		m.took.WithLabelValues(routeOf(r), strconv.Itoa(seen.status)).Observe(took.Seconds())
		m.log.Debug("answered", "method", r.Method, "path", r.URL.Path, "status", seen.status, "took", took)
	})
}

// routeOf returns the pattern that answered, without its method.
func routeOf(r *http.Request) string {
	_, path, ok := strings.Cut(r.Pattern, " ")
	switch {
	case ok:
		return path
	case r.Pattern == "":
		return "refused"
	}
	return r.Pattern
}

// statusWriter remembers the status of an answer.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets the server find what else the writer can do.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
