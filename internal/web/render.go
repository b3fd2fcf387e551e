package web

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"hearsay"
	"hearsay/internal/view"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed static
var static embed.FS

// partPrefix begins the names of templates that pages are made of.
const partPrefix = "_"

// parsePages parses each page together with all parts.
func parsePages() (map[string]*template.Template, error) {
	parts, err := template.New("").Funcs(functions).ParseFS(templates, "templates/"+partPrefix+"*.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	pages := map[string]*template.Template{}
	for _, name := range names {
		base := strings.TrimSuffix(path.Base(name), ".html")
		if strings.HasPrefix(base, partPrefix) {
			continue
		}
		whole, err := template.Must(parts.Clone()).ParseFS(templates, name)
		if err != nil {
			return nil, err
		}
		if whole.Lookup("main") == nil {
			return nil, fmt.Errorf("page %s defines no main", base)
		}
		pages[base] = whole
	}
	return pages, nil
}

// functions are what templates may call.
var functions = template.FuncMap{
	"gloss":     func(term any) view.Gloss { return view.GlossOf(fmt.Sprint(term)) },
	"hue":       hue,
	"date":      date,
	"clock":     clock,
	"iso":       func(t time.Time) string { return t.Format(time.RFC3339) },
	"sure":      func(thousandths int) string { return fmt.Sprintf("%.2f", float64(thousandths)/1000) },
	"count":     count,
	"dict":      dict,
	"line":      view.Line,
	"when":      view.When,
	"whenShort": view.WhenShort,
	"one":       one,
	"hit":       hitHref,
	"story":     storyPath,

	"bare":        bare,
	"isLost":      func(r view.Run) bool { return r.Role == view.Lost },
	"isFresh":     func(r view.Run) bool { return r.Role == view.Fresh },
	"hueClass":    hueClass,
	"markClass":   markClass,
	"isSource":    isSource,
	"less":        func(n int) int { return n - 1 },
	"partWord":    func(p hearsay.PartyPart) string { return partWords[p] },
	"channelWord": view.ChannelWords,
	"zone":        zone,
	"places":      func() []place { return places },
}

var partWords = map[hearsay.PartyPart]string{hearsay.Negotiates: "negotiates", hearsay.Mediates: "mediates", hearsay.Bystander: "is no party"}

// zone says of a time of day without a zone that none is stated.
func zone(value string) string {
	_, clock, timed := strings.Cut(value, "T")
	if !timed || strings.ContainsAny(clock, "Z+-") || !strings.Contains(clock, ":") {
		return ""
	}
	return " (time zone not stated)"
}

// hues is how many colours the style sheet has for voices.
const hues = 8

// hue returns the class of a voice's colour.
func hue(v view.Voice) string {
	switch v {
	case view.Own:
		return "v-own"
	case view.Nobody:
		return "v-nobody"
	}
	return fmt.Sprintf("v%d", int(v-view.First)%hues)
}

// hueClass returns the class of a source's colour in a drawing.
func hueClass(hue int) string { return fmt.Sprintf("v%d", hue%hues) }

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 January 2006")
}

func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 January 2006, 15:04 MST")
}

// count writes a number with its noun: "1 report", "2 reports".
func count(n int, noun string) string {
	if n != 1 {
		if base, ok := strings.CutSuffix(noun, "y"); ok {
			noun = base + "ie"
		}
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// dict makes a map of names and values, for parts that take several.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("dict: a name has no value")
	}
	m := map[string]any{}
	for i := 0; i < len(pairs); i += 2 {
		m[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return m, nil
}

// frame is what every page is given: its own value, and what stands around it.
type frame struct {
	Title  string
	Here   string // path of the request
	User   string // who is logged in, "" : nobody
	Locked bool   // whether there is a login at all
	Main   any
}

// Refreshes reports whether the page changes by itself, and is to be loaded again
// where no script does.
func (f frame) Refreshes() bool {
	page, ok := f.Main.(interface{ Refreshes() bool })
	return ok && page.Refreshes()
}

// show answers with a page.
func (d *Desk) show(w http.ResponseWriter, r *http.Request, name, title string, main any) error {
	return d.showAs(w, r, http.StatusOK, name, title, main)
}

func (d *Desk) showAs(w http.ResponseWriter, r *http.Request, status int, name, title string, main any) error {
	page, ok := d.pages[name]
	if !ok {
		return fmt.Errorf("there is no page %q", name)
	}
	var out bytes.Buffer
	around := frame{Title: view.Line(title), Here: r.URL.Path, User: userOf(r), Locked: d.guard.locked(), Main: main}
	if err := page.ExecuteTemplate(&out, "page", around); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, err := out.WriteTo(w)
	return err
}

// showPart answers with one part of a page, for a script to put in its place.
func (d *Desk) showPart(w http.ResponseWriter, page, part string, value any) error {
	var out bytes.Buffer
	if err := d.pages[page].ExecuteTemplate(&out, part, value); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, err := out.WriteTo(w)
	return err
}

// assets serves the style sheet and scripts, which browsers may keep for a day.
func assets() http.Handler {
	files := http.FileServerFS(static)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=86400")
		files.ServeHTTP(w, r)
	})
}

// markClass returns the classes of a mark.
func markClass(m view.Mark) string {
	classes := []string{"m"}
	if m.Attribution != 0 {
		classes = append(classes, hue(m.Voice), roleClass[m.Role])
	}
	if m.Own {
		classes = append(classes, "own")
	}
	if m.Figure != 0 {
		classes = append(classes, "figure")
	} else if m.Time != 0 {
		classes = append(classes, "time")
	}
	return strings.Join(classes, " ")
}

var roleClass = map[view.Role]string{view.Content: "content", view.Source: "source", view.Cue: "cue"}

func isSource(m view.Mark) bool { return m.Role == view.Source }

// place is one entry of the navigation.
type place struct{ Name, Path, Key string }

// Holds reports whether a path is of this place.
func (p place) Holds(path string) bool {
	return path == p.Path || p.Path != "/" && strings.HasPrefix(path, p.Path+"/")
}

// places are where the navigation leads.
var places = []place{{"Desk", "/", "d"}, {"Stories", "/story", ""}, {"Search", "/search", "/"}, {"Review", "/review", "r"},
	{"Outlets", "/outlets", ""}, {"Sources", "/sources", ""}, {"Paste", "/paste", "p"}, {"Import", "/import", ""}}
