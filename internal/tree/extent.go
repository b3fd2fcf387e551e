package tree

// Extent is a half-open range of tokens.
type Extent struct{ First, End int }

// Between returns the extent of the tokens first to end-1.
func Between(first, end int) Extent { return Extent{first, end} }

// Empty reports whether there is no token in the extent.
func (e Extent) Empty() bool { return e.End <= e.First }

// Has reports whether token i is in the extent.
func (e Extent) Has(i int) bool { return e.First <= i && i < e.End }

// Overlaps reports whether two extents share a token.
func (e Extent) Overlaps(o Extent) bool { return e.First < o.End && o.First < e.End }

// Contains reports whether all tokens of o are in the extent.
func (e Extent) Contains(o Extent) bool { return e.First <= o.First && o.End <= e.End }
