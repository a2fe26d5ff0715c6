package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ru.nms.iom.person.Person;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.region.IomRules;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.RouteStructure;
import ru.nms.platform.region.Source;
import ru.nms.platform.region.SourcedList;

/// The region's rules about routes on one day.
record RouteRules(RegionProfile region, LocalDate day) {

    static final String NEUTRAL = "NEUTRAL";

    static RouteRules of(RegionProfile region, LocalDate day) {
        return new RouteRules(region.on(day), day);
    }

    IomRules iom() {
        return region.iom();
    }

    /// The code of the region's form; routes of a region without one have the neutral structure.
    String form() {
        var template = iom().template();
        return template == null ? NEUTRAL : template.code();
    }

    /// Where the text stands that asks for a diagnosis first.
    @Nullable String basisClause() {
        var basis = iom().basis();
        return basis == null ? null : clause(basis.source());
    }

    /// A region that says nothing about whom routes are for keeps nobody out.
    @Nullable Fault audienceFault(Person person) {
        var audience = iom().audience();
        if (audience == null || audience.items().stream().anyMatch(kind -> belongs(person, kind))) {
            return null;
        }
        return Fault.at("/personId", "iom.not-in-audience", String.join(", ", audience.items().stream()
                .map(region::label).toList())).under(clause(audience.source()));
    }

    private boolean belongs(Person person, String kind) {
        return switch (kind) {
            case "TEACHER" -> person.teaches();
            case "MANAGER" -> person.holdsOneOf(managers());
            default -> person.holdsOneOf(List.of(kind));
        };
    }

    private List<String> managers() {
        var named = region.people().managementPositions();
        return named == null ? List.of("HEAD", "DEPUTY_HEAD") : named.items();
    }

    List<RouteStructure.Item> rows() {
        return iom().structure().sections().stream().flatMap(section -> section.items().stream()).toList();
    }

    /// The first row that takes items of this kind.
    Optional<RouteStructure.Item> row(RouteItem.Kind kind) {
        return rows().stream().filter(row -> row.entryKind() == kind.entry()).findFirst();
    }

    /// The mode an item of this kind has by nature, where the region tells modes apart.
    @Nullable String mode(RouteItem.Kind kind) {
        if (iom().modes() == null) {
            return null;
        }
        return switch (kind) {
            case PROGRAMME, INTERNSHIP -> "FORMAL";
            case EVENT, COMMUNITY, MENTORING, CONSULTATION -> "NON_FORMAL";
            case PRACTICE, PRODUCT -> "INFORMAL";
        };
    }

    boolean knowsMode(String mode) {
        return iom().modes() != null && iom().modes().contains(mode);
    }

    /// A region without a closed list takes any area.
    boolean knowsCompetence(String competence) {
        var areas = region.diagnostics().competenceAreasOn(day);
        return areas.isEmpty() || areas.contains(competence);
    }

    @Nullable String clause(@Nullable Source source) {
        return source == null ? null : region.cite(source);
    }

    static @Nullable Source source(@Nullable SourcedList list) {
        return list == null ? null : list.source();
    }
}
