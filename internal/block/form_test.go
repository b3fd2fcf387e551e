package block

import (
	"testing"

	"hearsay"
)

func TestForms(t *testing.T) {
	for kind, e := range map[hearsay.BlockKind]struct{ yes, no []string }{
		hearsay.BlockByline: {
			yes: []string{"By Irena Moss", "By Irena Moss and Peter Quade", "BY IRENA MOSS, Meridian Wire", "By Katya Brandl in Halvo", "By Ana de la Cruz | Norden Press"},
			no:  []string{"By Friday", "By then nobody was left.", "By Moss’s count 12 are dead", "By Irena Moss, who saw the bridge fall", "Bye Irena Moss", "By day and by night"},
		},
		hearsay.BlockTimestamp: {
			yes: []string{
				"Published 10:32 a.m. April 17", "Last updated: 17 April 2031, 19:40 GMT", "9:05 p.m.", "Thursday, April 17, 2031", "3 hours ago",
				"Updated at 11:20 GMT", "2031-04-17", "Posted on Apr 17, 2031 | Updated 2 hours ago",
			},
			no: []string{"60.", "17", "3.", "12 dead", "April is cold.", "May 3 be with you", "1,200", "Updated", "10:32 a.m. The bridge is shut."},
		},
		hearsay.BlockContributor: {
			yes: []string{
				"Additional reporting by Piet Sommer in Kelder", "Editing by Lise Hartog", "Reporting and writing by Ida Brock; editing by Lise Hartog.",
				"With reporting by Ida Brock.", "Contributing: Ida Brock", "—additional reporting from Piet Sommer",
				"Edmund Vassar reported from Orvanne. Clara Nieve contributed from Jadira.", "Ida Brock contributed to this report.",
				"Norden Press writer Ida Brock contributed reporting from Drenn.", "Moss reported from Drenn.", "Ida Brock, Piet Sommer and Lise Hartog contributed.",
				"Edited by João Vost",
			},
			no: []string{
				"Reporting from the bridge, Moss saw no one.", "Writing for the Gazette, Moss said the talks were over.", "Edited tapes were played in court.",
				"Written by Moss, the letter said: “Go.”", "Holt contributed to the fund.", "Rain contributed to the delay, Moss said.",
				"Moss reported from Drenn that the bridge is shut.", "The toll is reported from Drenn.",
			},
		},
		hearsay.BlockCopyright: {
			yes: []string{"© 2031 Meridian Wire", "Meridian Wire. All rights reserved."},
			no:  []string{"She holds the copyright."},
		},
		hearsay.BlockFurniture: {
			yes: []string{"___", "* * *", "###", "—"},
			no:  []string{"5", "é"},
		},
	} {
		for _, words := range e.yes {
			if got := kindOf(atTheEdge(words)); got != kind {
				t.Errorf("%q is %s, want %s", words, got, kind)
			}
		}
		for _, words := range e.no {
			if got := kindOf(atTheEdge(words)); got != hearsay.BlockBody {
				t.Errorf("%q is %s, want body", words, got)
			}
		}
	}
}
