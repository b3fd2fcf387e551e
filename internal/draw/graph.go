package draw

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
)

// # The graph of a claim
//
// Reports stand from left to right in the order in which they came out, each in
// the lane of its outlet. To the left of all stand the origins. A bow leads from
// an origin to the first report that has the claim from it, and on from each report
// to those that have it from there. Voices between an origin and an outlet ("Radio
// Drenn, citing an aide") stand on the bow as hollow dots.
//
//	 an aide ────────────○──────● The Post ─────────────● Radio Orl
//	                 Radio Drenn           ╲
//	 the ministry ────────────────────● The Wire  ╲──● …
//	 (origins)                            (outlets, by lanes)
//
// Within an origin's set the links say who has it from whom; where a report has it
// from two origins, two bows end at it.

// Graph is the drawing of one claim.
type Graph struct {
	Width, Height float64
	Nodes         []Node
	Edges         []Edge
	Times         []Tick
	Top, Bottom   float64 // of the lanes
}

// Node is an origin, a voice or a report.
type Node struct {
	Kind   NodeKind
	At     Point
	Label  string
	Below  bool   // the label stands below, not beside
	Hue    int    // of its origin
	Report int    // position in Trace.Records; -1 for an origin
	Told   string // at length, for who points at it
}

// NodeKind says what a node is.
type NodeKind string

// The kinds of node.
const (
	NodeOrigin NodeKind = "origin"
	NodeVoice  NodeKind = "voice"
	NodeReport NodeKind = "report"
)

// Edge is a bow between two nodes.
type Edge struct {
	Path string
	Hue  int
	Why  hearsay.LinkKind // "" : from an origin
	Told string
}

// The measures of a graph, in units.
const (
	leastLeft   = 90  // where the origins' dots stand at least
	letterWidth = 7.4 // of a label in bold, at most
	labelMargin = 20  // between a label and its dot, and the edge
	columnWidth = 96
	laneHeight  = 44
	graphTop    = 30
	labelLength = 30
	fewColumns  = 4
)

// GraphOf draws a claim of a trace.
func GraphOf(t *hearsay.Trace, c hearsay.Claim) Graph {
	g := grapher{trace: t, claim: c, column: map[int]int{}, lane: map[string]int{}}
	g.left = g.room()
	g.placeReports()
	g.placeOrigins()
	for hue, o := range c.Origins {
		g.origin(hue, o)
	}
	g.reports()
	return g.graph
}

type grapher struct {
	trace   *hearsay.Trace
	claim   hearsay.Claim
	graph   Graph
	order   []int          // reports, by publication
	column  map[int]int    // of a report
	lane    map[string]int // of an outlet
	origins []Point
	left    float64 // where the origins' dots stand
}

// room returns how far from the left edge the origins' dots stand, so that the
// longest of their labels has room.
func (g *grapher) room() float64 {
	longest := 0
	for _, o := range g.claim.Origins {
		longest = max(longest, len([]rune(clip(g.originName(o), labelLength))))
	}
	return round(max(leastLeft, float64(longest)*letterWidth+labelMargin))
}

// placeReports gives each report of the claim its column and each outlet its lane.
func (g *grapher) placeReports() {
	has := map[int]bool{}
	for _, p := range g.claim.Places {
		has[p.Report] = true
	}
	for _, o := range g.claim.Origins {
		for _, r := range o.Reports {
			has[r] = true
		}
	}
	for _, r := range g.trace.ByPublication() {
		if !has[r] {
			continue
		}
		g.column[r] = len(g.order)
		g.order = append(g.order, r)
		outlet := g.outlet(r)
		if _, known := g.lane[outlet]; !known {
			g.lane[outlet] = len(g.lane)
		}
	}
	lanes := max(len(g.lane), len(g.claim.Origins), 1)
	g.graph.Top, g.graph.Bottom = graphTop, graphTop+float64(lanes)*laneHeight
	g.graph.Height = g.graph.Bottom + 24
	g.graph.Width = g.left + float64(max(len(g.order), fewColumns)+1)*columnWidth
	g.times()
}

// times labels the columns with the day, once where it changes.
func (g *grapher) times() {
	last := ""
	for _, r := range g.order {
		label := "no date"
		if t := g.trace.Records[r].Report.Stood(); !t.IsZero() {
			label = t.Format("2 Jan")
		}
		if label != last {
			g.graph.Times = append(g.graph.Times, Tick{g.at(r).X, label})
		}
		last = label
	}
}

func (g *grapher) outlet(r int) string {
	return cmp.Or(strings.Join(strings.Fields(g.trace.Records[r].Report.Outlet), " "), "the report")
}

// at is where a report's dot stands.
func (g *grapher) at(r int) Point {
	return Point{g.left + float64(g.column[r]+1)*columnWidth, graphTop + (float64(g.lane[g.outlet(r)])+.5)*laneHeight}
}

// placeOrigins spreads the origins over the height.
func (g *grapher) placeOrigins() {
	n := len(g.claim.Origins)
	for i := range n {
		step := (g.graph.Bottom - g.graph.Top) / float64(n)
		g.origins = append(g.origins, Point{g.left, round(g.graph.Top + (float64(i)+.5)*step)})
	}
}

// origin draws an origin and the bows from it.
func (g *grapher) origin(hue int, o hearsay.Origin) {
	label := g.originName(o)
	g.graph.Nodes = append(g.graph.Nodes, Node{Kind: NodeOrigin, At: g.origins[hue], Label: clip(label, labelLength), Hue: hue, Report: -1, Told: label})
	if len(o.Reports) == 0 {
		return
	}
	g.bow(hue, g.origins[hue], o.Reports[0], g.between(o, o.Reports[0]))
	for _, l := range o.Links {
		told := g.outlet(l.Report) + " has it from " + g.outlet(l.From) + ": " + string(l.Why)
		g.graph.Edges = append(g.graph.Edges, Edge{Path: curve(g.at(l.From), g.at(l.Report)), Hue: hue, Why: l.Why, Told: told})
	}
}

// bow leads from a point through voices to a report.
func (g *grapher) bow(hue int, from Point, report int, voices []string) {
	to := g.at(report)
	for i, v := range voices {
		at := Point{round(to.X - columnWidth*.5*float64(len(voices)-i)), round(to.Y)}
		g.graph.Edges = append(g.graph.Edges, Edge{Path: curve(from, at), Hue: hue})
		g.graph.Nodes = append(g.graph.Nodes, Node{Kind: NodeVoice, At: at, Label: clip(v, 14), Below: true, Hue: hue, Report: report, Told: v})
		from = at
	}
	g.graph.Edges = append(g.graph.Edges, Edge{Path: curve(from, to), Hue: hue, Told: g.outlet(report) + " has it first"})
}

// between returns the voices between a report's outlet and the one who speaks, the
// nearest to the one who speaks first.
func (g *grapher) between(o hearsay.Origin, report int) []string {
	for _, p := range o.Places {
		if p.Report != report || p.Part != hearsay.PartAttribution {
			continue
		}
		record := g.trace.Records[report]
		chain := record.Attributions[p.Index].Chain
		var voices []string
		for i := len(chain) - 2; i > 0; i-- {
			if chain[i].As != nil {
				voices = append(voices, strings.Join(strings.Fields(chain[i].As.In(record.Report.Text)), " "))
			}
		}
		return voices[:min(len(voices), 2)]
	}
	return nil
}

func (g *grapher) originName(o hearsay.Origin) string {
	switch {
	case o.Actor != nil && *o.Actor >= 0 && *o.Actor < len(g.trace.Actors):
		return g.trace.Actors[*o.Actor].Name
	case o.Voice != nil:
		return strings.Join(strings.Fields(o.Voice.Span.In(g.trace.Records[o.Voice.Report].Report.Text)), " ")
	case o.Identity == hearsay.OutletIdentity && len(o.Reports) > 0:
		return g.outlet(o.Reports[0])
	}
	return "nobody named"
}

// reports draws the reports' dots, above the bows.
func (g *grapher) reports() {
	for _, r := range g.order {
		hue := slices.IndexFunc(g.claim.Origins, func(o hearsay.Origin) bool { return slices.Contains(o.Reports, r) })
		stood := ""
		if t := g.trace.Records[r].Report.Stood(); !t.IsZero() {
			stood = ", " + t.Format("2 January 2006, 15:04")
		}
		g.graph.Nodes = append(g.graph.Nodes, Node{Kind: NodeReport, At: g.at(r), Label: clip(g.outlet(r), 16), Below: true,
			Hue: max(hue, 0), Report: r, Told: g.outlet(r) + stood})
	}
}
