package measure

// people are nouns for persons, in singular; what they count has the unit people.
var people = setOf("person people man woman child boy girl baby infant teenager adult pensioner resident citizen civilian national foreigner " +
	"worker employee staff miner docker striker picket sailor seafarer fisherman fishermen driver pilot passenger commuter tourist visitor " +
	"traveller migrant refugee evacuee returnee settler villager islander farmer nomad student pupil schoolchild teacher professor doctor nurse " +
	"medic paramedic patient survivor victim casualty dead injured wounded missing body corpse fatality death hostage captive prisoner " +
	"detainee inmate convict suspect gunman militant fighter rebel insurgent soldier troop trooper officer policeman policewoman police " +
	"guard peacekeeper marine sailor airman reservist conscript recruit deserter protester demonstrator activist supporter marcher rioter " +
	"looter voter candidate member lawmaker legislator senator deputy mp minister official diplomat delegate envoy inspector monitor " +
	"observer expert scientist researcher engineer technician lawyer judge juror witness plaintiff defendant relative parent mother father " +
	"brother sister son daughter wife husband widow orphan family-member friend neighbour colleague partner shareholder investor customer " +
	"client consumer tenant owner landlord homeowner journalist reporter photographer cameraman editor blogger aide adviser spokesman " +
	"firefighter fireman rescuer volunteer diver climber hiker skier swimmer runner player footballer athlete fan spectator pilgrim worshipper " +
	"priest monk nun imam crew crewman deckhand contractor trainee apprentice intern graduate user subscriber respondent participant " +
	"demonstrators attendee guest host donor recipient beneficiary claimant taxpayer jobseeker newcomer stranger bystander onlooker pedestrian " +
	"cyclist motorist motorcyclist carer caregiver twin sibling grandchild youth youngster elder senior others other half-brother personnel " +
	"countryman compatriot expatriate exile dissident defector spy agent commander general leader boss executive director manager banker trader " +
	"economist analyst steward signatory troop mourner counsellor councillor lecturer academic foreign-worker seaman boatman rider walker camper shopper " +
	"name head soul mouth life")

// groups are nouns of people that are one group each.
var groups = setOf("crew team family staff police personnel group party band squad battalion panel jury congregation delegation population town " +
	"village city army gang fleet cast class body company group")
