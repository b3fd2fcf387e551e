package linear

// Features holds the feature ids of each position of a sequence in one slab.
// The zero value is ready for use; Reset keeps the memory for the next sequence.
type Features struct {
	ids []uint32
	end []int // end[i] is where position i's ids end

	// For is the table that has the features' weights. If it is known they are
	// fetched as soon as a position is closed.
	For *Table

	// Named asks that names be kept beside the ids, for explanations.
	Named bool
	names []string // of ids, if Named
}

// Reset forgets all positions.
func (f *Features) Reset() { f.ids, f.end, f.names = f.ids[:0], f.end[:0], f.names[:0] }

// Add gives the position under construction one more feature.
func (f *Features) Add(id uint32) { f.ids = append(f.ids, id) }

// AddNamed is Add for a feature with a name, which is forgotten unless Named.
func (f *Features) AddNamed(name string, id uint32) {
	f.ids = append(f.ids, id)
	if f.Named {
		f.names = append(f.names, name)
	}
}

// Close ends the position under construction and begins the next.
func (f *Features) Close() {
	f.end = append(f.end, len(f.ids))
	if f.For != nil {
		f.For.fetch(f.At(len(f.end) - 1))
	}
}

// Len returns the number of closed positions.
func (f *Features) Len() int { return len(f.end) }

// At returns the feature ids of position i.
func (f *Features) At(i int) []uint32 {
	first := 0
	if i > 0 {
		first = f.end[i-1]
	}
	return f.ids[first:f.end[i]]
}

// Each calls visit with the name and id of each feature of position i; all must
// have been added with names.
func (f *Features) Each(i int, visit func(name string, id uint32)) {
	ids := f.At(i)
	first := f.end[i] - len(ids)
	for k, id := range ids {
		visit(f.names[first+k], id)
	}
}

// Clone returns a copy with no spare memory, for training sets.
func (f *Features) Clone() *Features {
	return &Features{ids: append([]uint32(nil), f.ids...), end: append([]int(nil), f.end...)}
}
