// Package layout finds a text's paragraphs by its lines alone, and cuts them
// where blocks that are already known begin and end.
//
// It stands under the stages: package block tells what paragraphs are for and
// package segment takes them apart, and both must see the same ones. That is why
// paragraphs depend on the whole text and on nothing else: a block found in a
// paragraph cuts it but never makes lines of it fall together differently.
package layout
