// Package dealing finds where a report says that somebody deals in terms: puts
// an offer, demands, accepts, refuses, keeps others waiting, sets a deadline or
// says what it will do, deal or no deal.
//
//	doc, attributions ─► clauses ─┬─ verbs of dealing ─► offers, demands, answers   verbs.go answer.go
//	                              ├─ "the plan … would" ─► terms of a text          text.go
//	                              ├─ "until noon" ─► deadlines, awaited answers     deadline.go
//	                              └─ "will … whatever" ─► positions, threats        position.go
//
// A clause is cut out along the words (clause.go): from its subject to where the
// next clause with a subject of its own begins. The tree serves to find subjects
// and objects; where it errs, as it does in long enumerations, a modal verb still
// shows a clause.
//
// It reads one report and judges nothing: whether two reports speak of one
// proposal, and what became of it, package talks asks.
package dealing
