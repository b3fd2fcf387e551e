// Package linear holds the one kind of model Hearsay uses: sums of weights over
// hashed features, with a chain structure over the labels of neighbouring tokens.
//
//	feature ids (uint32)          rows of a table            sums            labels
//	Mix(template, word, tag) ──►  W[id mod rows] (int8) ──► int32 ──► best path through a Chain
//
// A feature is never a string: it is the hash of a template number and the
// interned ids of what stands in it ([Mix]). Reading sums int8 weights into
// int32, so the same text gives the same labels on every platform; the
// logarithms that confidence needs are taken from an integer table
// ([Chain.Marginals]). Training works on float32 copies of the tables
// ([Trainer]) and rounds once at the end.
package linear
