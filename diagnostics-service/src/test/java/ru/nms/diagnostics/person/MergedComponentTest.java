package ru.nms.diagnostics.person;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.post;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Role;

/// The registry finds that two people are one.
class MergedComponentTest {

    private final UUID duplicate = Learnt.person(UUID.randomUUID());
    private final UUID person = Learnt.person(UUID.randomUUID());

    @Test
    void passesResultsAndDeficitsOnToTheOneWhoStays() {
        recorded(PERM, result(duplicate, "2026-02-01", "METHODICAL", 399));
        recorded(PERM, result(person, "2026-05-01", "METHODICAL", 900));

        merged(2);

        list("results", duplicate).jsonPath("$.items").isEmpty();
        list("results", person).jsonPath("$.items.length()").isEqualTo(2);
        list("deficits", duplicate).jsonPath("$.items").isEmpty();
        list("deficits", person).jsonPath("$.items[0].status").isEqualTo("CLOSED").jsonPath("$.items[0].why.length()").isEqualTo(2);
    }

    @Test
    void keepsOneOfTwoReportsOfTheSameDiagnosis() {
        recorded(PERM, result(duplicate, "2026-02-01", "METHODICAL", 399));
        var kept = recorded(PERM, result(person, "2026-02-01", "METHODICAL", 900));

        merged(2);

        list("results", person).jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.items[0].id").isEqualTo(kept);
        list("deficits", person).jsonPath("$.items").isEmpty();
    }

    @Test
    void doesNothingWhenItHearsOfTheMergerAgain() {
        recorded(PERM, result(duplicate, "2026-02-01", "METHODICAL", 399));
        merged(2);
        merged(2);

        get(PERM.as(Role.COORDINATOR), "results?personId=" + person).expectBody()
                .jsonPath("$.items[0].version").isEqualTo(2);
    }

    @Test
    void takesNoMoreResultsOfAMergedPerson() {
        merged(2);

        post(PERM.as(Role.ASSESSOR), result(duplicate, "2026-02-01", "METHODICAL", 399)).expectStatus().isEqualTo(422)
                .expectBody().jsonPath("$.errors[0].code").isEqualTo("unknown-person");
        assertThat(Learnt.isKnown(person)).isTrue();
    }

    private void merged(long version) {
        Learnt.heard(new PersonChanged(UUID.randomUUID(), duplicate, 1, version, Instant.EPOCH, List.of(), null, null, null,
                null, person));
    }

    private static BodyContentSpec list(String what, UUID person) {
        return get(PERM.as(Role.COORDINATOR), what + "?personId=" + person).expectStatus().isOk().expectBody();
    }
}
