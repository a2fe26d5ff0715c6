package ru.nms.registry.act;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Level;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.registry.act.AgreementStore.Party;

/// Who concludes agreements. A tripartite one binds the ministry, the institute or the centre, and a municipality, which may
/// stand there as its authority; each side has obligations of its own.
final class AgreementRules {

    private static final String MINISTRY = "REGIONAL_AUTHORITY";
    private static final String INSTITUTE = "DPO_INSTITUTE";

    private final RegionProfile profile;

    AgreementRules(RegionProfile profile) {
        this.profile = profile;
    }

    Faults check(Agreement it) {
        boolean three = it.kind() == Agreement.Kind.TRIPARTITE;
        boolean municipal = profile.territory().municipalityLevel() != null;
        return new Faults()
                .unless(it.until() == null || it.until().isAfter(it.since()), Fault.at("/until", "ends-before-start"))
                .unless(!three || municipal, Fault.at("/kind", "no-municipal-level").under(profile.levelsClause()))
                .unless(!three || !municipal || it.municipalityId() != null, Fault.at("/municipalityId", "required"))
                .unless(it.partyIds().size() >= 2, Fault.at("/partyIds", "two-parties"))
                .unless(!three || Set.copyOf(it.partyIds()).size() == it.partyIds().size() && it.partyIds().size() <= 3,
                        Fault.at("/partyIds", "three-parties"))
                .unless(it.obligations().stream().allMatch(duty -> it.partyIds().contains(duty.partyId())),
                        Fault.at("/obligations", "not-a-party"));
    }

    /// What the parties of a tripartite agreement must be.
    Faults parties(Agreement it, List<Party> parties) {
        var ministries = kinds(kind -> kind.kind().equals(MINISTRY));
        var institutes = kinds(kind -> kind.kind().equals(INSTITUTE) || kind.coordinates());
        var faults = new Faults().addAll(missing(ministries, parties)).addAll(missing(institutes, parties));
        for (var party : parties) {
            boolean ofRegion = among(ministries, party) || among(institutes, party);
            faults.unless(ofRegion || ofMunicipality(it, party), Fault.at("/partyIds/" + it.partyIds().indexOf(party.id()),
                    "neither-side").under(profile.clause(profile.territory().source())));
        }
        return faults;
    }

    private static boolean among(List<OrganisationKind> kinds, Party party) {
        return kinds.stream().anyMatch(kind -> kind.covers(party.kind()) && kind.standsAt(party.level()));
    }

    private boolean ofMunicipality(Agreement it, Party party) {
        return party.level().equals(profile.territory().municipalityLevel()) && it.municipalityId() != null
                && it.municipalityId().equals(party.municipalityId());
    }

    /// A region that has no such kind cannot miss it.
    private List<Fault> missing(List<OrganisationKind> kinds, List<Party> parties) {
        return new Faults().unless(kinds.isEmpty() || parties.stream().anyMatch(party -> among(kinds, party)),
                Fault.at("/partyIds", "party-missing", kinds.stream().map(kind -> profile.label(kind.kind())).distinct()
                        .collect(Collectors.joining(", "))).under(profile.clause(kinds.stream().map(OrganisationKind::source)))).found();
    }

    private List<OrganisationKind> kinds(Predicate<OrganisationKind> wanted) {
        return profile.organisationKinds().stream().filter(wanted)
                .filter(kind -> profile.level(kind.level()).filter(Level::inRegion).isPresent()).toList();
    }
}
