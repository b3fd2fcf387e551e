package block

import (
	"strings"

	"hearsay"
)

// rule gives a kind to the paragraphs that begin in a certain way.
type rule struct {
	name  string // for tests
	kind  hearsay.BlockKind
	where place
	most  int    // the longest such paragraph in bytes; 0 stands for mostWords
	first string // the words it may begin with, separated by spaces
	holds string // one of these words it must hold, whatever follows; "": none. Only saves time
	lead  string // regular expression over the whole beginning (see passage.lead)
}

// place is where a rule holds.
type place uint8

const (
	anywhere   place = iota
	atEdge           // among the first or the last paragraphs
	atEnd            // among the last, or in brackets
	bracketed        // in brackets
	inCapitals       // its first word is in capitals
)

// mostWords is the length in bytes that few remarks about a report exceed.
const mostWords = 1200

// What the rules' expressions share.
const (
	// The names that a report gives itself.
	story = `(?:story|article|report|post|piece|item|column|dispatch|copy|page|entry|live ?blog|blog|headline|caption|graphic|newsletter|podcast|review|essay|obituary)`
	// The same, but for those that a story may well be about.
	ownStory = `(?:story|article|post|headline|news story|blog post|news item|live ?blog)`
	// What is done to it.
	amended = `(?:updated|corrected|amended|clarified|revised|edited|changed|modified|refiled|reissued|republished|withdrawn|retracted|removed|deleted|expanded|recast|rewritten|replaced|shortened|appended)`
	// How a mistake is owned to.
	mistaken = `(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|misstated|misidentified|misspelled|misspelt|misquoted|misattributed|mischaracterized|misreported|misnamed|misdated|omitted|gave|said|stated|had|was|contained|included|referred|reported|described|listed|named|quoted|put|used|identified|indicated)`
	// What a desk does to a text, in the headings of agencies.
	does = `adds|updates|recasts|corrects|refiles|removes|clarifies|deletes|fixes|releads|amends|inserts|restores|drops|changes|repeats|rewrites|rephrases|replaces|trims|tweaks|includes`
	// The parts of a text that such a heading names.
	parts = `(?:paragraphs?|paras?|pars?|grafs?|throughout|lead|lede|intro|details?|background|quotes?|comments?|headline|byline|dateline|slug|reaction|context|graphic|shares|share price|analyst|milestones?|figures?|tolls?|name|spelling|typo|date|title|link|no changes|without changes)`
)

// when is a date or a time of day, as it follows a label.
const when = `(?:[ ,/|]*(?:` + months + `|` + weekdays + `|\d[\d:./]*(?:st|nd|rd|th)?|[ap]\.?m\.?|at|on|gmt|utc|[ecmpb][sd]?t|local time))*`

// rules are tried in this order; the first that fits decides.
var rules = []rule{
	// Notes: what was changed, or that the text is not to be relied on.
	{name: "desk heading in brackets", kind: hearsay.BlockNote, where: bracketed,
		first: strings.ReplaceAll(does, "|", " ") + " adding updating recasting updated corrected releading",
		lead:  `^(?:` + does + `|adding|updating|recasting|releading|(?:updated|corrected) (?:to|with|throughout))\b`},
	{name: "desk heading", kind: hearsay.BlockNote, where: atEdge, most: 400,
		first: strings.ReplaceAll(does, "|", " "),
		lead:  `^(?:adds|recasts|corrects|refiles|removes|clarifies|deletes|fixes|releads|restores|updates (?:with|to|throughout|lead|toll|headline|first|second))\b[^"“”]*\b` + parts + `\b`},
	{name: "labelled", kind: hearsay.BlockNote,
		first: "correction corrections corrected clarification clarifications refile retraction editor editors eds note attention story for",
		lead: `^(?:corrections?|corrected|clarifications?|refile|retraction|editor'?s?'?(?: |-)note|eds(?: note)?|attention:? editors|(?:correction|clarification)s? (?:&|and) (?:correction|clarification)s?|(?:correction|clarification) appended|note (?:to|for) (?:editors|readers|desks|subscribers|users)|story (?:removed|withdrawn|killed)|for the record)` +
			when + `(?: ?\([^()]{0,40}\)?)?(?:\.?:| -| –| —|\.?$)`},
	{name: "labelled in capitals", kind: hearsay.BlockNote, where: inCapitals, most: 600,
		first: "advisory withdrawn withdrawal kill repeat rpt recall embargo embargoed attention note",
		lead:  `^(?:advisory|withdrawn|withdrawal|kill|repeat|rpt|recall|embargo(?:ed)?|attention|note)` + when + `(?::| -| –| —)`},
	{name: "update told of the text", kind: hearsay.BlockNote,
		holds: "this the our earlier previous",
		first: "update updates updated note",
		lead:  `^(?:update[ds]?|note)(?: \d| ?\([^)]{0,40}\)|,? [a-z0-9., :]{0,40}?)? ?[:—–-]+ ?(?:(?:this|the|our|an? (?:earlier|previous)) (?:version of (?:this|the) )?` + ownStory + `|this ` + story + `)\b.*\b(?:` + amended + `|` + does + `|misstated|incorrectly)\b`},
	{name: "updated to", kind: hearsay.BlockNote, where: atEdge, most: 500,
		first: "updated corrected revised amended",
		lead:  `^(?:updated|corrected|revised|amended)` + when + `:? (?:to (?:add|include|correct|show|reflect|say|clarify|fix|note|remove|give|make clear)|with|throughout)\b[^"“”]*$`},
	{name: "this story was updated", kind: hearsay.BlockNote,
		holds: "ed edited recast withdrawn rewritten",
		first: "this the",
		lead:  `^(?:this (?:\w+ )?` + story + `|the ` + ownStory + `)\b[^.:;"“”]{0,100}? (?:has|have|had|was|were|is|will)(?: also| since| now)* (?:being |be |been )*(?:\w+ly )?` + amended + `\b`},
	{name: "this version corrects", kind: hearsay.BlockNote,
		first: "this",
		lead:  `^this (?:\w+ )?(?:version|` + story + `)(?: of (?:this|the) ` + story + `)? (?:` + does + `)\b`},
	{name: "an earlier version", kind: hearsay.BlockNote,
		holds: "version",
		first: "a an the earlier previous in",
		lead:  `^(?:in )?(?:an? |the )?(?:\w+ )?(?:earlier|previous|original|prior|initial|first)(?: \w+)? versions?,? (?:of|for) (?:(?:this|our)(?: \w+)? ` + story + `|the ` + ownStory + `)\b`},
	{name: "an earlier article", kind: hearsay.BlockNote, where: atEdge,
		holds: "incorrectly wrongly mistakenly erroneously mis",
		first: "a an the earlier previous in",
		lead:  `^(?:in )?an? (?:(?:earlier|previous) ` + ownStory + `|` + ownStory + ` (?:published |posted |that ran )?(?:on |earlier |yesterday))\b.*\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misidentified|misspelled|misspelt|misquoted|misattributed)\b`},
	{name: "the headline of this", kind: hearsay.BlockNote,
		holds: "this earlier previous",
		first: "the a an",
		lead:  `^(?:the|an?) (?:headline|caption|photo caption|summary|subhead|standfirst|byline|graphic|chart|map|table)s? (?:of|on|in|for|to|with|accompanying) (?:this ` + story + `|an? (?:earlier|previous) (?:version|` + story + `))\b.*\b(?:` + amended + `|` + mistaken + `)\b`},
	{name: "because of an error", kind: hearsay.BlockNote,
		holds: "error mistake problem",
		first: "because due owing",
		lead:  `^(?:because of|due to|owing to) an? (?:editing|editor's|reporting|production|transcription|typing|typographical|translation|technical) (?:error|mistake|problem)s?\b.*\b(?:` + story + `|version)s?\b`},
	{name: "we have updated", kind: hearsay.BlockNote,
		first: "we",
		lead:  `^we(?:'ve| have)? (?:since )?` + amended + ` (?:this|our) ` + story + `\b`},
	{name: "developing", kind: hearsay.BlockNote, where: atEdge, most: 250,
		first: "this story developing check please",
		lead:  `^(?:this is (?:a |an )?(?:developing|breaking)(?: news)? story\b|this (?:breaking |developing )?(?:news )?story (?:is (?:developing|breaking|being)|will be)\b.*|(?:story )?developing(?: story)?[.…]*$|(?:please )?check back (?:for|later)\b.*)`},
	{name: "please disregard", kind: hearsay.BlockNote, most: 600,
		first: "please",
		lead:  `^please (?:disregard|delete|withhold|kill|remove|do not use|note that)\b.*\b` + story + `\b`},

	// Who else worked on it.
	{name: "reporting by", kind: hearsay.BlockContributor, where: bracketed, most: 900,
		first: "reporting additional further extra other writing editing research translation compiled edited written reported translated produced with",
		lead:  `^(?:with )?(?:additional |further |extra |other |added )?(?:reporting|writing|editing|research|translation|compiled|edited|written|reported|translated|produced)(?:(?:,| and|, and| &) (?:reporting|writing|editing|research|edited|written|translated|produced|compiled))* (?:by|from) `},

	// Whose words they are.
	{name: "copyright", kind: hearsay.BlockCopyright, most: 700,
		first: "copyright c all",
		lead:  `^(?:copyright (?:©|\(c\)|by |\d{4})|c\) ?(?:copyright|\d{4})|all rights reserved\b|copyright$)`},
	{name: "supplied by", kind: hearsay.BlockCredit, where: atEnd, most: 300,
		first: "some parts material information content text with from this portions",
		lead:  `^(?:(?:some |parts |portions )?(?:of )?(?:the )?(?:material|information|content|text|elements)?(?: in| of| for)? ?(?:this|the) ` + story + ` (?:was|were|is|are) (?:supplied|provided|contributed) by\b|(?:some |parts |portions )(?:of )?(?:the )?(?:material |information |content |text )?(?:in|of|for) (?:this|the) ` + story + ` (?:was|were|is|are|comes?|came) (?:taken |drawn )?from\b|with (?:material|information|files|copy|inputs?) from\b|from (?:staff|wire|agency|news)(?:,? and (?:staff|wire|agency|news))? (?:and (?:wire|agency) )?(?:reports|services|dispatches)|this ` + story + ` (?:was )?(?:originally |first )+(?:appeared|published|produced|ran) (?:by|on|in|at|from)\b)`},
	{name: "source", kind: hearsay.BlockCredit, where: atEnd, most: 80,
		first: "source sources agency agencies",
		lead:  `^(?:source|agency|agencies|sources) ?: ?[^.]*$`},

	// Where to go on.
	{name: "related label", kind: hearsay.BlockRelated, most: 300,
		first: "read also related more see watch listen in gallery full go further recommended explainer timeline now keep elsewhere",
		lead:  `^(?:(?:read|see|watch|listen|hear) ?(?:more|also|next|on|now|this|live)?|(?:read|see) (?:our|the) (?:full )?(?:story|coverage|explainer)|also (?:read|see|on)|(?:more )?related(?: (?:stor(?:y|ies)|articles?|coverage|news|links?|content|topics?|reading|posts?))?|more (?:on|from|about|in|stories)(?: [^:.]{1,40})?|more (?:news|coverage|reading)|in pictures|gallery|full coverage|go deeper|further reading|recommended|explainer|timeline|now read|keep reading|elsewhere) ?(?::|»|\||>)`},
	{name: "related heading", kind: hearsay.BlockRelated, most: 40,
		first: "read related more see recommended further",
		lead:  `^(?:read (?:more|also|next)|related(?: (?:stories|articles|coverage|news|links|content|topics|reading))|more on this(?: story)?|see also|recommended(?: (?:stories|reading|for you))?|further reading)\.?$`},

	// Of the page, not of the report.
	{name: "furniture", kind: hearsay.BlockFurniture, most: 40,
		first: "advertisement advertising sponsored share tweet print email e comments comment ends end 30 abstract full loading most trending back skip subscribe",
		lead:  `^(?:advertisement|advertising|sponsored(?: content)?|share(?: (?:this|on \w+|this \w+))?|tweet(?: this)?|print|e-?mail|comments?|ends?|30-?|abstract|full text|loading|most (?:read|popular|viewed)|trending(?: now)?|back to top|skip (?:to|past) [a-z ]*|subscribe)[.]*$`},
	{name: "call to the reader", kind: hearsay.BlockFurniture, where: atEdge, most: 250,
		first: "sign subscribe follow click tap story article continue download join get like",
		lead:  `^(?:sign up (?:for|to|here|now)\b|subscribe (?:to|here|now|today)\b|follow (?:.*@|.* on (?:twitter|facebook|instagram|x|bluesky|mastodon|youtube)\b|us\b)|(?:click|tap) (?:here|on)\b|(?:story|article) continues (?:below|after)|continue reading|download (?:the|our) (?:app|\w+ app)|join (?:our|the) (?:newsletter|channel|mailing list)|get (?:our|the) (?:newsletter|app|latest)|like us on)`},
	{name: "our next", kind: hearsay.BlockFurniture, where: atEnd, most: 100,
		first: "our the", lead: `^(?:our|the) next (?:bulletin|edition|newsletter|programme|program|episode|update) (?:is|will be|comes|follows|appears) `},
	{name: "as published", kind: hearsay.BlockFurniture, most: 100,
		first: "as", lead: `^as (?:first |originally )?(?:published|printed|seen) (?:in|on|by) [^,]*$`},
	{name: "continues below", kind: hearsay.BlockFurniture, most: 80,
		first: "story article continue",
		lead:  `^(?:(?:story|article) continues (?:below|after)\b|continue reading\b)`},
	{name: "see below", kind: hearsay.BlockFurniture, most: 150,
		holds: "here below above",
		first: "watch listen read see hear view",
		lead:  `^(?:watch|listen to|read|see|hear|view) (?:it|the|a|an|more|all|live|full|this)\b[^"“”,;]*\b(?:here|below|above)[.:]*$`},
	{name: "picture credit", kind: hearsay.BlockFurniture, most: 120,
		first: "photo photos photograph image images picture pictures file video",
		lead:  `^(?:file )?(?:photo|photograph|image|picture|video)s?(?: credit| source)?(?: by |: | courtesy )[^.]*\.?$`},
	{name: "more to follow", kind: hearsay.BlockFurniture, where: atEdge, most: 60,
		first: "more",
		lead:  `^more(?: to (?:come|follow)| follows| soon)?\.*$`},
}

// compiled is a rule ready to be tried.
type compiled struct {
	rule
	lead  pattern
	words []string // of rule.holds
}

// byFirst holds the rules for each word that a paragraph may begin with.
var byFirst = func() map[string][]compiled {
	table := map[string][]compiled{}
	for _, r := range rules {
		c := compiled{r, compile(r.lead), strings.Fields(r.holds)}
		for _, word := range strings.Fields(r.first) {
			table[word] = append(table[word], c)
		}
	}
	return table
}()

// kindOf returns the kind of a paragraph by what it says of itself, body if it
// says nothing.
func kindOf(v passage) hearsay.BlockKind {
	if kind := byPhrase(v); kind != hearsay.BlockBody {
		return kind
	}
	return byForm(v)
}

// byPhrase applies the rules.
func byPhrase(v passage) hearsay.BlockKind {
	candidates := byFirst[v.first()]
	if len(candidates) == 0 || len(v.words) > mostWords {
		return hearsay.BlockBody
	}
	lead := ""
	for _, c := range candidates {
		if !c.applies(v) {
			continue
		}
		if lead == "" {
			lead = v.lead()
		}
		if c.mayMatch(lead) && c.lead().MatchString(lead) {
			return c.kind
		}
	}
	return hearsay.BlockBody
}

// mayMatch reports whether one of the words stands in the lead without which the
// rule cannot match.
func (c compiled) mayMatch(lead string) bool {
	for _, word := range c.words {
		if strings.Contains(lead, word) {
			return true
		}
	}
	return len(c.words) == 0
}

// applies reports whether a paragraph is where a rule holds, and short enough.
func (c compiled) applies(v passage) bool {
	if c.most > 0 && len(v.words) > c.most {
		return false
	}
	switch c.where {
	case atEdge:
		return v.top || v.end || v.bracketed
	case atEnd:
		return v.end || v.bracketed
	case bracketed:
		return v.bracketed
	case inCapitals:
		first := v.inner[:len(v.first())]
		return first == strings.ToUpper(first)
	}
	return true
}
