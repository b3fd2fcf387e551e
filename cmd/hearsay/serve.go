package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"path/filepath"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/spf13/cobra"

	"hearsay"
	"hearsay/internal/access"
	"hearsay/internal/api"
	"hearsay/internal/archive"
	"hearsay/internal/article"
	"hearsay/internal/dossier"
	"hearsay/internal/fetch"
	"hearsay/internal/hook"
	"hearsay/internal/intake"
	"hearsay/internal/plain"
	"hearsay/internal/web"
	"hearsay/internal/work"
	"hearsay/reader"
	"hearsay/tracer"
)

const serveHelp = `Serve opens the desk: pages in a browser, and an API for programs.

It listens on this machine alone, where whoever can log in to the machine may use
it. To have others reach it, name another address with --listen and the names it
is reached by with --host, and give each person a password or each program a token
with 'hearsay passwd'; without one it does not start. Put it behind a proxy that
speaks https, and say so with --https.

Reports are imported there, too: files that people choose, and addresses. Of this
machine's files nobody is given any by their path, but those in the folders that
--import-from names.

Ctrl-C stops it after the requests it has begun. An import that is under way is cut
off, and gone on with when somebody says so.

Exit status: 0 stopped, 1 it could not start, 2 the command line is wrong.`

const serveExamples = `  hearsay serve
  hearsay serve --listen 0.0.0.0:8470 --host desk.example.org --https`

// serveOptions are the flags of hearsay serve.
type serveOptions struct {
	listen       string
	hosts        []string
	https        bool
	log          string
	archive      archiveOptions
	allowPrivate bool
	noFollow     bool
	importFrom   []string
}

func serveCommand() *cobra.Command {
	var o serveOptions
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   "Open the desk in a browser",
		Long:    serveHelp,
		Example: serveExamples,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runServe(cmd, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.listen, "listen", "127.0.0.1:8470", "`address` and port; port 0 is any that is free")
	f.StringSliceVar(&o.hosts, "host", nil, "`name` that the desk is reached by; may be given several times")
	f.BoolVar(&o.https, "https", false, "it is reached over https")
	f.StringVar(&o.log, "log", "text", "how to log: `text` or json")
	o.archive.register(cmd)
	f.BoolVar(&o.noFollow, "no-follow", false, "do not follow feeds beside (see 'hearsay follow')")
	f.StringSliceVar(&o.importFrom, "import-from", nil, "`folder` of this machine from which people may import by its path; may be given several times")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from private and local network addresses")
	return cmd
}

func runServe(cmd *cobra.Command, o serveOptions) error {
	log, err := o.logger(cmd)
	if err != nil {
		return err
	}
	folder, err := o.archive.accessFolder()
	if err != nil {
		return err
	}
	guard, err := o.guard(folder)
	if err != nil {
		return err
	}
	kept, err := o.archive.make(cmd)
	if err != nil {
		return err
	}
	defer kept.Close()
	r, err := reader.New()
	if err != nil {
		return err
	}
	opt, err := o.desk(cmd.Context(), r, kept, folder, log)
	if err != nil {
		return err
	}
	opt.Guard = guard
	if opt.ImportFrom, err = realFolders(o.importFrom); err != nil {
		return err
	}
	opt.Work, err = work.Open(filepath.Join(folder, "work"), worker{kept, r, opt.Shelf, o.allowPrivate}.do, time.Now)
	if err != nil {
		return err
	}
	defer beside(cmd.Context(), opt.Work.Run)()
	desk, err := web.New(opt)
	if err != nil {
		return err
	}
	if !o.noFollow {
		defer followBeside(cmd.Context(), kept, newFollower(kept, r, o.allowPrivate), log)()
	}
	listener, err := net.Listen("tcp", o.listen)
	if err != nil {
		return fmt.Errorf("--listen %s: %w; name another port", o.listen, err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "the desk is open at http://%s\nto put reports on it: paste or import them there, or hearsay add --archive %s FILES…\n", listener.Addr(), shellWord(kept.Where()))
	return serve(cmd.Context(), listener, desk.Handler(), log)
}

// beside runs something until ctx ends. What it returns ends it and waits for it.
func beside(ctx context.Context, run func(context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	over := make(chan struct{})
	go func() {
		defer close(over)
		run(ctx)
	}()
	return func() {
		cancel()
		<-over
	}
}

// realFolders returns where folders really lie.
func realFolders(folders []string) (real []string, err error) {
	for _, folder := range folders {
		at, err := filepath.EvalSymlinks(folder)
		if err == nil {
			at, err = filepath.Abs(at)
		}
		if err != nil {
			return nil, usage("--import-from %s: there is no such folder", folder)
		}
		real = append(real, at)
	}
	return real, nil
}

func (o serveOptions) logger(cmd *cobra.Command) (*slog.Logger, error) {
	switch o.log {
	case "text":
		return slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(cmd.ErrOrStderr(), nil)), nil
	}
	return nil, usage("--log %q: write text or json", o.log)
}

// guard says who may use the desk. Off loopback somebody must have access.
func (o serveOptions) guard(folder string) (web.Guard, error) {
	g := web.Guard{Hosts: o.hosts, Secure: o.https}
	host, _, err := net.SplitHostPort(o.listen)
	if err != nil {
		return g, usage("--listen %q: write an address and a port, such as 127.0.0.1:8470", o.listen)
	}
	keys, err := access.Open(folder)
	if err != nil {
		return g, err
	}
	switch {
	case !keys.IsEmpty():
		g.Access = keys
	case !isLoopback(host):
		return g, usage("--listen %s is open to others, and nobody has a password: set one with 'hearsay passwd NAME' first", o.listen)
	}
	if addr, err := netip.ParseAddr(host); err == nil && !addr.IsUnspecified() {
		g.Hosts = append(g.Hosts, addr.String())
	}
	return g, nil
}

// accessFolder is where the passwords lie: with the archive, if that is a folder,
// else in this one.
func (o archiveOptions) accessFolder() (string, error) {
	where, err := o.where()
	if strings.Contains(where, "://") {
		where = "."
	}
	return where, err
}

func isLoopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

// desk says what the desk and its API work with, and starts what works beside it.
func (o serveOptions) desk(ctx context.Context, r *reader.Reader, kept *archive.Archive, folder string, log *slog.Logger) (web.Options, error) {
	shelf := dossier.NewShelf(kept, tracer.New, time.Now)
	shelf.Keep(r.Version().Version)
	go shelf.KeepUp(ctx, claimsPause, log)
	hooks, err := hook.Open(hook.Options{
		Folder: folder, Archive: kept, Shelf: shelf, Now: time.Now, Log: log,
		Client: &http.Client{Transport: fetch.NewTransport(fetch.Options{AllowPrivate: o.allowPrivate})},
		Render: func(h archive.Hit) any { return api.StatementOf(h) },
	})
	if err != nil {
		return web.Options{}, err
	}
	go hooks.Run(ctx, hookPause)
	version := r.Version().Version
	fetched := o.fetch(version)
	answers := api.New(api.Options{
		Archive: kept, Shelf: shelf, Read: r.Read, Fetch: fetched, Hooks: hooks, User: web.User, Version: version, Log: log,
		Page: func(page []byte) (hearsay.Report, error) {
			return article.Extract(page, "text/html; charset=utf-8", nil)
		},
	})
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return web.Options{
		Read: r.Read, Explain: explained(r), Fetch: fetched, Archive: kept, Shelf: shelf, Nearest: tracer.Nearest,
		Find: newFollower(kept, r, o.allowPrivate).Find, API: answers, Metrics: metrics, Log: log,
		Parse: func(text string) (hearsay.Report, error) { return plain.Parse("", []byte(text)) },
	}, nil
}

// claimsPause is how often is looked for stories whose claims are to be made anew.
const claimsPause = 3 * time.Second

// hookPause is how often is looked for something to tell.
const hookPause = 10 * time.Second

// fetch returns what gets the report at an address.
func (o serveOptions) fetch(version string) func(context.Context, string) (hearsay.Report, error) {
	opt := intake.Options{AllowPrivate: o.allowPrivate, Version: version}
	return func(ctx context.Context, address string) (hearsay.Report, error) {
		for report, err := range intake.Reports(ctx, []string{address}, opt) {
			return report, err
		}
		return hearsay.Report{}, errors.New("there is no report at this address")
	}
}

// shellWord quotes a word for a shell, if it needs that.
func shellWord(s string) string {
	if strings.ContainsAny(s, " '\"$`\\!*?&;<>()|") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// The patience of the server, and with it.
const (
	headerTime = 10 * time.Second
	idleTime   = 2 * time.Minute
	farewell   = 10 * time.Second // for the requests that were begun
)

// serve answers requests until ctx ends.
func serve(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: headerTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	})
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}
