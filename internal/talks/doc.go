// Package talks tells where a story's negotiations stand, from what its reports
// say of them.
//
//	dealings of all records, by publication
//	      │
//	      ├─► negotiations told apart    strand.go    each is read by itself as follows
//	      ├─► who is meant               party.go naming.go name.go   one seat for all that somebody is called
//	      │   whom a person speaks for   body.go
//	      │   who negotiates             seating.go   parties, mediators
//	      ├─► proposals and their terms  proposal.go accepted.go obliged.go   one version for each set of figures
//	      ├─► deadlines, what is awaited deadline.go
//	      ├─► answers, what became of each term  answer.go answered.go status.go
//	      │   withdrawn, done, denied    outcome.go
//	      ├─► positions                  position.go
//	      ├─► rounds of talks            round.go
//	      └─► what a person decides      apply.go correct.go
//
// Two reports speak of one proposal if the same party puts it and they do not give
// different numbers for the same thing: who asked for 9 percent and asks for 8 has
// made a new one. A text of unknown authorship is the one whose terms it shares.
//
// A status moves with what is reported, never ahead of it. That one side's unnamed
// official says a term is agreed makes it reported-agreed; agreed takes those who
// are bound by it, in their own name or in the outlet's.
//
// A story has talks only if somebody puts something to somebody and there is an
// answer, a refusal or a time for one. Nothing is made of a story without.
package talks
