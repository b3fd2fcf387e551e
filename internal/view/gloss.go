package view

// Gloss explains a word that a face shows: what it is called there, and what it
// means in one sentence.
type Gloss struct {
	Term  string // as in code, API and documents
	Label string // as people see it
	Text  string
}

// GlossOf returns the gloss of a term. One that has none explains nothing and is
// called by its own name.
func GlossOf(term string) Gloss {
	if g, ok := glossary[term]; ok {
		return g
	}
	return Gloss{Term: term, Label: term}
}

// Glosses lists the glosses in the order in which a person best reads them.
func Glosses() []Gloss { return glosses }

var glossary = func() map[string]Gloss {
	byTerm := map[string]Gloss{}
	for _, g := range glosses {
		byTerm[g.Term] = g
	}
	return byTerm
}()

// glosses follow docs/terms.md, which has them at length.
var glosses = []Gloss{
	{"outlet", "outlet", "Who publishes: a wire service, a broadcaster, a paper, a site."},
	{"report", "report", "One article at one address."},
	{"revision", "version", "A report's text as it stood at one moment. It never changes; a later text is another version."},
	{"story", "running story", "The reports about one running matter."},
	{"actor", "source, speaker", "Anyone who speaks, is quoted, is cited or acts: a person, a government, an organisation, an outlet, a document."},
	{"attribution", "attribution", "One place where someone is said to have said, thought, known, promised or denied something."},
	{"cue", "cue", "The words that say that it was said: said, according to, promised."},
	{"content", "content", "The words for what was said."},
	{"chain", "path", "The hops from the outlet to the one who speaks."},
	{"identity", "how sourced", "How the one who speaks is identified: by name, by office, unnamed, as a group, or not at all."},
	{"occasion", "occasion", "When, where and before whom somebody spoke, as far as the report says."},
	{"medium", "medium", "Through what somebody speaks: a speech, an interview, a statement, a document, a broadcast."},
	{"description", "described as", "How a report labels somebody. Always the report's words, never Hearsay's."},
	{"own-voice", "own voice", "The outlet says this itself and attributes it to nobody."},
	{"act", "kind of statement", "What a statement does: an assertion, an offer, a demand, a threat, a denial."},
	{"stance", "said to be", "Whether what is stated is said to be so, meant to be, only thought of, or denied."},
	{"condition", "depends on", "The words that make it depend on something."},
	{"regardless", "whatever happens", "The words that say it depends on nothing."},
	{"claim", "claim", "What statements in several reports say alike."},
	{"origin", "original source", "Where a claim independently comes from."},
	{"figure", "numbers", "A quantity as the report bounds it: at least 12, about 40, dozens."},
	{"moment", "time", "A time expression, resolved against the report's date."},
	{"confidence", "how sure", "How likely this reading is right. Of readings at 0.80, about 80 in 100 were."},
	{"check", "check", "Below 0.50: this reading is as likely wrong as right. Look at the words before you rely on it."},
	{"checked", "checked by a person", "A person looked at this reading. The machine's own reading is kept beside it."},
	{"note", "note", "The words with which a report says what an update or correction changed."},
	{"talks", "talks", "A story's negotiating parties, proposals, terms, deadlines and answers."},
	{"proposed", "proposed", "Somebody is said to put it. No more is said."},
	{"reported-agreed", "reported agreed", "One side alone, or somebody it does not name, says that it is agreed. That is not agreed."},
	{"agreed", "agreed", "Those whom it binds say so themselves."},
	{"refused", "refused", "Somebody whom it takes is said to refuse it."},
	{"withdrawn", "withdrawn", "Who put it is said to have taken it back."},
	{"implemented", "carried out", "It is said to be done."},
	{"answer-accept", "yes", "Says yes to it."},
	{"answer-refuse", "no", "Says no to it."},
	{"answer-counter", "puts another instead", "Answers with a proposal of its own."},
	{"answer-conditional", "yes on a condition", "Would accept if something else holds. That is not yes."},
	{"answer-none-yet", "no answer yet", "Has not answered, or nobody tells of an answer. That is not no."},
	{"answer-denied", "denies that there was one", "Says that nothing of the kind was put."},
	{"round-planned", "planned", "It is to be."},
	{"round-under-way", "under way", "It has begun, and no report tells of its end."},
	{"round-held", "held", "It is over."},
	{"round-postponed", "postponed", "It is to be later than it was to be."},
	{"round-broken-off", "broken off", "Somebody left, or it was suspended."},
	{"round-cancelled", "cancelled", "It will not be."},
	{"regard-regardless", "with or without a deal", "Its words say that it holds either way."},
	{"regard-conditional", "on a condition", "Its words make it depend on something."},
	{"regard-", "not stated", "Its words say neither."},
	{"field-status", "How far it has come", "The status of a term."},
	{"field-quantity", "How much", "A quantity, in your words."},
	{"field-answer", "What the answer is", "The kind of an answer."},
	{"field-position", "Whether it depends on a deal", "The regard of a position."},
	{"field-deadline", "The day or time", "A day as 2031-04-02, or a day and time as 2031-04-02T18:00."},
	{"decided-open", "opened", "A person says that there are talks."},
	{"decided-name", "named", "A person gave the talks their name."},
	{"decided-merge", "merged", "A person says that these talks are one."},
	{"decided-close", "closed", "A person says that the talks are over, or were none."},
	{"round", "round", "One meeting of the talks, with its place and day as far as a report has them."},
	{"awaited", "awaited", "An answer that somebody expects by some time. That is no deadline."},
	{"silence", "no comment", "Somebody was asked and said nothing. It is kept, and is no statement."},

	{"named-person", "named", "A person with a name."},
	{"named-organisation", "organisation", "A body with a name: a ministry, a government, a company, an outlet."},
	{"role", "by office", "An office without a name: a mayor, a spokesman."},
	{"anonymous", "unnamed", "Kept unnamed by the report. Hearsay never guesses who it is."},
	{"group", "a group", "Several people together: residents, analysts."},
	{"unattributed", "nobody named", "It is said, and nobody is given for it: reportedly, is expected."},

	{"direct", "word for word", "All of it stands in quotation marks."},
	{"indirect", "in other words", "None of it stands in quotation marks: the report puts it in its own words."},
	{"mixed", "partly word for word", "Part of it stands in quotation marks."},

	{"assertion", "assertion", "States that something is so."},
	{"offer", "offer", "Says what somebody would do if it is taken up."},
	{"demand", "demand", "Says what somebody else is to do."},
	{"deadline", "deadline", "Says by when something is to be done."},
	{"acceptance", "acceptance", "Says yes to what another wants."},
	{"refusal", "refusal", "Says no to what another wants."},
	{"threat", "threat", "Says what harm will follow."},
	{"promise", "promise", "Says what somebody will do."},
	{"denial", "denial", "States that something is not so."},
	{"prediction", "prediction", "Says what will come."},
	{"appeal", "appeal", "Asks without being able to demand."},

	{"actual", "so", "Said to be the case."},
	{"planned", "planned", "Meant to come, and not done yet."},
	{"possible", "possible", "Said to be possible or likely, not certain."},
	{"hypothetical", "supposed", "Only in case something else happens."},
	{"denied", "denied", "Said not to be so."},

	{"declined", "declined to comment", "Was asked and would not comment."},
	{"no-reply", "did not answer", "Was asked and did not answer."},
	{"not-reached", "could not be reached", "Could not be asked."},
	{"nothing-given", "gave no details", "Spoke, but gave no details."},

	{"cites", "cites", "The later report names the earlier one, or somebody in it."},
	{"copies", "same wording", "The later report has the wording of the earlier one."},
	{"credits", "agency credit", "The later report credits the agency that had it first."},
	{"same-speech", "same speech", "Both have the same words of the same speaker on the same occasion."},
	{"not-shown", "not shown", "Nothing shows where it has it from."},
	{"first", "has it first", "No report before it has the claim."},
	{"adds", "adds a source", "It has a voice of its own for the claim."},
	{"repeats", "repeats", "It has the claim from a report or voice that an earlier one had."},
	{"attribution-dropped", "source dropped", "A voice is named before, and none after."},
	{"hardened", "hardened", "From possible to certain."},
	{"softened", "softened", "From certain to possible."},

	{"silent-change", "Changed without a note", "A number, a source or a quotation changed in a report, and no note of it says so."},
	{"lost-attribution", "Lost its attribution", "A claim that was somebody's is now told without saying whose."},
	{"lost-origin", "One origin less", "What a claim came from is no longer in the reports that had it: they were changed."},
	{"gained-origin", "One more origin", "A claim now also comes from somewhere else, independently."},
	{"changed-number", "Changed numbers", "A number differs from the one before it."},
	{"first-time-source", "Heard for the first time", "A source speaks in a story for the first time."},
	{"contradiction", "Contradictions", "Two that cannot both hold as they are said."},

	{"silent", "changed without a note", "A number, a source or a quotation changed, and no note of the report admits it."},
	{"corrected", "corrected", "A note of the report says that what stood before was wrong."},
	{"added", "added", "Was not there before."},
	{"removed", "removed", "Is no longer there."},
	{"changed", "changed", "Stands there in other words."},
	{"moved", "moved", "Stands in another place."},
}
