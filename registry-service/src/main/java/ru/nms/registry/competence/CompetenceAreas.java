package ru.nms.registry.competence;

import java.util.Collection;
import java.util.List;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.region.RegionProfile;

/// The competence areas of the region. Where it has adopted none, nothing can be linked to one.
public record CompetenceAreas(List<String> codes, String clause) {

    public static CompetenceAreas of(RegionProfile profile) {
        var areas = profile.diagnostics().competenceAreas();
        return new CompetenceAreas(areas == null ? List.of() : areas.items(), profile.clause(areas == null ? null : areas.source()));
    }

    /// Faults of the field `competences`.
    public List<Fault> check(List<String> said) {
        return outside(said, codes, "competences", "no-such-competence", clause);
    }

    /// The values of a field that are none of those known by the clause.
    public static List<Fault> outside(List<String> said, Collection<String> known, String field, String code, String clause) {
        return said.stream().filter(value -> !known.contains(value))
                .map(value -> Fault.at("/" + field + "/" + said.indexOf(value), code, String.join(", ", known)).under(clause)).toList();
    }
}
