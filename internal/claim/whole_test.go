package claim

import "testing"

// TestSaysWholly: words are numbers, of sentence after sentence.
func TestSaysWholly(t *testing.T) {
	plain, denying, open := tenor{}, tenor{denies: true}, tenor{open: true}
	of := func(tenors []tenor, sentences ...[]int32) *saying {
		x := &saying{tenors: tenors}
		for i, words := range sentences {
			for _, w := range words {
				x.outlined = append(x.outlined, said{w, i})
			}
		}
		return x
	}
	one := of([]tenor{plain}, []int32{1, 2, 3})
	for _, c := range []struct {
		name string
		long *saying
		want int
	}{
		{"the first of two sentences", of([]tenor{plain, plain}, []int32{1, 2, 3}, []int32{7, 8}), 3},
		{"the second, whatever the first denies", of([]tenor{denying, plain}, []int32{7, 8}, []int32{1, 2, 3}), 3},
		{"others between", of([]tenor{plain}, []int32{9, 1, 7, 2, 8, 3, 9}), 3},
		{"too many between", of([]tenor{plain}, []int32{1, 7, 8, 2, 9, 3}), 0},
		{"another order", of([]tenor{plain}, []int32{2, 1, 3, 7}), 0},
		{"over the end of a sentence", of([]tenor{plain, plain}, []int32{7, 1, 2}, []int32{3, 8}), 0},
		{"denied", of([]tenor{denying, plain}, []int32{1, 2, 3}, []int32{7}), 0},
		{"left open", of([]tenor{open, plain}, []int32{1, 2, 3}, []int32{7}), 0},
		{"begun twice", of([]tenor{plain}, []int32{1, 7, 8, 9, 1, 2, 3}), 3},
	} {
		if got := saysWholly(one, c.long); got != c.want {
			t.Errorf("%s: %d words, want %d", c.name, got, c.want)
		}
		if got := saysWholly(c.long, one); got != c.want {
			t.Errorf("%s, the other way: %d words, want %d", c.name, got, c.want)
		}
	}
	disputed := of([]tenor{plain, plain}, []int32{1, 2, 3}, []int32{7})
	disputed.disputes = true
	if saysWholly(one, disputed) != 0 {
		t.Error("what one disputes the other says")
	}
}
