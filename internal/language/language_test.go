package language

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDetectEnglish(t *testing.T) {
	tests := []struct {
		name, text string
		sure       bool
	}{
		{"report", "The harbour master said on Tuesday that the cranes had been idle since the storm, and that nobody had told the crews when they would return.", true},
		{"names from everywhere", "Zbigniew Wójcicki, Đorđe Petković and Nguyễn Văn Thắng met José María Ibáñez at the Hôtel de la Paix, where they said little.", true},
		{"a foreign sentence quoted", "“Wir haben nichts zugesagt und werden nichts zusagen”, the minister said in German, and left the room with her aides before anyone could ask what that meant.", true},
		{"half and half", "Der Minister sprach über die Verhandlungen. The minister said that the talks would go on, and that they were hard.", true},
		{"short quotation", "Obama: Yes we can", false},
		{"headline of names", "Kovačević, Müller, Søndergaard: Le Havre – Kraków", false},
		{"headline without function words", "mine collapse toll climbs, rescue teams press deeper", false},
		{"numbers", "12 34 56.7 88\n90 12 44.1 70\n11 20 31.9 65", false},
		{"table", "Tarn 3 1 0 2\nOstra 2 2 0 1\nVell 0 4 1 5", false},
		{"prices", "copper up 3.2 pct, zinc down 0.4 pct, nickel flat, tin down 1.1 pct, lead up 0.2 pct", false},
		{"one word", "strike", false},
		{"a greeting", "Bonjour!", false},
		{"nothing", "", false},
		{"marks only", "— * * * —", false},
		{"replacement characters", strings.Repeat("\uFFFD", 200), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if tag, sure := Detect(test.text); tag != English || sure != test.sure {
				t.Errorf("Detect = %q, %v, want %q, %v", tag, sure, English, test.sure)
			}
		})
	}
}

func TestDetectOthers(t *testing.T) {
	tests := []struct{ tag, text string }{
		{"de", "Der Hafenmeister sagte am Dienstag, die Kräne stünden seit dem Sturm still, und niemand habe den Mannschaften mitgeteilt, wann sie wieder arbeiten könnten."},
		{"fr", "Le capitaine du port a déclaré mardi que les grues étaient à l'arrêt depuis la tempête et que personne n'avait dit aux équipes quand elles reprendraient le travail."},
		{"es", "El capitán del puerto dijo el martes que las grúas estaban paradas desde la tormenta y que nadie había avisado a los trabajadores de cuándo podrían volver."},
		{"it", "Il comandante del porto ha detto martedì che le gru sono ferme dopo la tempesta e che nessuno ha spiegato agli operai quando potranno tornare al lavoro."},
		{"pt", "O capitão do porto disse na terça-feira que os guindastes estão parados desde a tempestade e que ninguém avisou as equipas sobre quando poderão voltar."},
		{"nl", "De havenmeester zei dinsdag dat de kranen sinds de storm stilstaan en dat niemand de ploegen heeft verteld wanneer zij weer aan het werk kunnen gaan."},
		{"sv", "Hamnkaptenen sade på tisdagen att kranarna har stått stilla sedan stormen och att ingen har berättat för arbetarna när de kan komma tillbaka till sina jobb."},
		{"pl", "Kapitan portu powiedział we wtorek, że dźwigi stoją od czasu sztormu i że nikt nie powiedział załogom, kiedy będą mogły wrócić do swojej pracy."},
		{"tr", "Liman başkanı salı günü yaptığı açıklamada vinçlerin fırtınadan beri çalışmadığını ve işçilere ne zaman döneceklerini kimsenin söylemediğini belirtti."},
		{"fi", "Satamapäällikkö sanoi tiistaina, että nosturit ovat seisoneet myrskystä lähtien eikä kukaan ole kertonut työntekijöille, milloin he voivat palata töihin."},
		{"id", "Kepala pelabuhan mengatakan pada hari Selasa bahwa derek tidak bekerja sejak badai dan tidak ada yang memberi tahu para pekerja kapan mereka dapat kembali."},
		{"ru", "Начальник порта заявил во вторник, что краны стоят после шторма и что никто не сообщил рабочим, когда они смогут вернуться. Министр добавил, что переговоры ещё не закончены и что решение примет правительство."},
		{"uk", "Начальник порту заявив у вівторок, що крани стоять після шторму і що ніхто не повідомив робітникам, коли вони зможуть повернутися."},
		{"el", "Ο λιμενάρχης δήλωσε την Τρίτη ότι οι γερανοί είναι ακίνητοι μετά την καταιγίδα και κανείς δεν ενημέρωσε τους εργάτες."},
		{"ar", "قال مدير الميناء يوم الثلاثاء إن الرافعات متوقفة منذ العاصفة وإن أحدا لم يخبر العمال متى يمكنهم العودة إلى العمل."},
		{"he", "מנהל הנמל אמר ביום שלישי כי המנופים עומדים מאז הסערה וכי איש לא הודיע לעובדים מתי יוכלו לחזור לעבודה."},
		{"ja", "港の責任者は火曜日、嵐の後クレーンが止まったままで、作業員がいつ戻れるのか誰も知らせていないと述べた。"},
		{"ko", "항만 책임자는 화요일 폭풍 이후 크레인이 멈춰 있으며 직원들이 언제 돌아올 수 있는지 아무도 알리지 않았다고 말했다."},
	}
	for _, test := range tests {
		t.Run(test.tag, func(t *testing.T) {
			if tag, sure := Detect(test.text); tag != test.tag || !sure {
				t.Errorf("Detect = %q, %v, want %q, true", tag, sure, test.tag)
			}
		})
	}
}

// A report that begins with a line in another language is judged by the rest.
func TestDetectLooksFurtherThanTheBeginning(t *testing.T) {
	lead := strings.Repeat("Der Minister sprach gestern mit den Vertretern der Gewerkschaft über die Verhandlungen. ", 20)
	body := strings.Repeat("The minister said that the talks would go on, and that they were hard. ", 100)
	if tag, sure := Detect(lead + body); tag != English || !sure {
		t.Errorf("Detect = %q, %v, want English, sure", tag, sure)
	}
}

func TestDetectProperties(t *testing.T) {
	words := rapid.SampledFrom([]string{"the", "said", "der", "nicht", "Ibáñez", "que", "12", "краны", "港", "\x00", "\uFFFD", "–"})
	text := rapid.OneOf(
		rapid.String(),
		rapid.Map(rapid.SliceOfN(words, 0, 2000), func(w []string) string { return strings.Join(w, " ") }),
	)
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		tag, sure := Detect(s)
		if tag != English && !sure {
			t.Fatalf("%q is not English, but not surely", tag)
		}
		if tag == "" {
			t.Fatal("no tag")
		}
		if again, _ := Detect(s); again != tag {
			t.Fatalf("%q at first, then %q", tag, again)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("The minister said that the talks would go on, and that they were hard. ", 500)
	for b.Loop() {
		Detect(text)
	}
}
