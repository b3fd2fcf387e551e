package measure

// form is what a piece can be in an amount.
type form uint8

const (
	noForm   form = iota
	inDigits      // "1,200"
	vulgar        // "½"
	small         // one to nineteen
	tens          // twenty to ninety
	hundred
	scale   // thousand, million, bn, crore
	letter  // "m", "k", "b": a scale after some numbers only
	dozen   // dozen
	partOf  // third, quarter, fifths: denominators
	half    // half
	many    // dozens, hundreds, thousands: an amount by themselves
	some    // several, a few, a couple: before a scale or by themselves
	factor  // double, twice, fivefold
	nothing // nobody, none
)

// numberWord is what a word says of a number.
type numberWord struct {
	form
	value float64
}

// numberWords holds the words that amounts are made of.
var numberWords = func() map[string]numberWord {
	words := map[string]numberWord{}
	list := func(f form, from, step float64, names ...string) {
		for i, name := range names {
			words[name] = numberWord{f, from + step*float64(i)}
		}
	}
	each := func(f form, values map[string]float64) {
		for name, v := range values {
			words[name] = numberWord{f, v}
		}
	}
	list(small, 0, 1, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
	list(tens, 20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
	each(tens, map[string]float64{"fourty": 40}) // a usual mistake
	each(hundred, map[string]float64{"hundred": 100})
	each(scale, map[string]float64{
		"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
		"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
		"mn": 1e6, "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
	})
	each(letter, map[string]float64{"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12})
	each(dozen, map[string]float64{"dozen": 12})
	each(half, map[string]float64{"half": 0.5})
	list(partOf, 3, 1, "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
	list(partOf, 3, 1, "thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths")
	each(partOf, map[string]float64{"quarter": 4, "quarters": 4, "hundredth": 100, "thousandth": 1000})
	each(many, map[string]float64{
		"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
	})
	list(some, 0, 0, "several", "few", "couple", "handful", "majority")
	list(factor, 2, 1, "double", "triple", "quadruple", "quintuple")
	list(factor, 2, 1, "twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold")
	each(factor, map[string]float64{"twice": 2, "thrice": 3, "treble": 3, "hundredfold": 100})
	list(nothing, 0, 0, "nobody", "none", "no-one", "no")
	each(vulgar, map[string]float64{
		"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5, "⅗": 3. / 5, "⅘": 4. / 5,
		"⅙": 1. / 6, "⅚": 5. / 6, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8,
	})
	return words
}()
