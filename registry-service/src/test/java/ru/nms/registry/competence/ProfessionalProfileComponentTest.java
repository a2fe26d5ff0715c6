package ru.nms.registry.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.coordinator;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;
import static ru.nms.registry.Registry.school;
import static ru.nms.registry.Registry.teacher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.contracts.DeficitChanged;
import ru.nms.contracts.ResultChanged;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Shelf;

class ProfessionalProfileComponentTest {

    private final UUID school = school(municipality("Вагайский"));
    private final UUID weak = teacher(school);
    private final UUID strong = teacher(school);
    private final UUID unmeasured = teacher(school);

    @Test
    @Clause("REG-020")
    void findsWhoLacksWhatAndWhoIsStrongInIt() {
        measured(weak);
        deficit(weak, "METHODICAL", null);
        deficit(weak, "SUBJECT", LocalDate.of(2025, 6, 1));
        measured(strong);

        get(coordinator(), "professional-profiles?personId=" + weak).expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].deficits").isEqualTo(List.of("METHODICAL")).jsonPath("$.items[0].strengths").isEqualTo(List.of("SUBJECT"))
                .jsonPath("$.items[0].measuredOn").isEqualTo("2025-04-01").jsonPath("$.items[0].subjects").isEqualTo(List.of("Физика"));
        assertThat(people(coordinator(), "deficit=METHODICAL")).containsExactly(weak);
        assertThat(people(coordinator(), "strength=METHODICAL")).containsExactly(strong);
        assertThat(people(coordinator(), "strength=SUBJECT")).containsExactlyInAnyOrder(weak, strong);
        assertThat(people(coordinator(), "count=true")).doesNotContain(unmeasured);
    }

    @Test
    void showsProfilesOfThoseWhomTheCallerSees() {
        measured(weak);
        measured(strong);

        assertThat(people(TYUMEN.as(Role.TEACHER, weak), "count=true")).containsExactly(weak);
        assertThat(people(TYUMEN.as(Role.ORGANISATION, null, school(municipality("Вагайский")), null), "count=true")).isEmpty();
        assertThat(people(TYUMEN.as(Role.MUNICIPALITY, null, null, municipality("Вагайский")), "count=true"))
                .containsExactlyInAnyOrder(weak, strong);
    }

    private List<UUID> people(WebTestClient who, String filter) {
        var found = new ArrayList<UUID>();
        get(who, "professional-profiles?organisationId=" + school + "&" + filter).expectStatus().isOk().expectBody()
                .jsonPath("$.items[*].personId").value(ids -> ((List<?>) ids).forEach(id -> found.add(UUID.fromString(String.valueOf(id)))));
        return found;
    }

    private static void measured(UUID person) {
        Shelf.learns(TYUMEN, new ResultChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Shelf.AT, person, "Диагностика", "CNPPM",
                LocalDate.of(2025, 4, 1), List.of("METHODICAL", "SUBJECT")));
    }

    private static void deficit(UUID person, String competence, @Nullable LocalDate closed) {
        Shelf.learns(TYUMEN, new DeficitChanged(UUID.randomUUID(), UUID.randomUUID(), 1, 1, Shelf.AT, person, competence, "HIGH",
                closed == null ? "OPEN" : "CLOSED", LocalDate.of(2025, 4, 1), closed, UUID.randomUUID()));
    }
}
