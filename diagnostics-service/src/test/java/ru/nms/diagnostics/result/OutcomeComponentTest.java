package ru.nms.diagnostics.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.nms.diagnostics.Diagnostics.PERM;
import static ru.nms.diagnostics.Diagnostics.delete;
import static ru.nms.diagnostics.Diagnostics.get;
import static ru.nms.diagnostics.Diagnostics.put;
import static ru.nms.diagnostics.Diagnostics.recorded;
import static ru.nms.diagnostics.Diagnostics.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.Learnt;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

/// What attempts of this service found.
class OutcomeComponentTest {

    private final OutcomeService results = PERM.bean(OutcomeService.class);
    private final UUID person = Learnt.person(UUID.randomUUID());
    private final UUID attempt = UUID.randomUUID();

    @Test
    void opensDeficitsInTheTransactionOfTheAttempt() {
        PERM.inTransaction(results.record(outcome(attempt, 399)));

        mine().jsonPath("$.items[0].status").isEqualTo("OPEN").jsonPath("$.items[0].level").isEqualTo("HIGH");
    }

    @Test
    void standsOrFallsWithTheTransaction() {
        assertThatThrownBy(() -> PERM.inTransaction(results.record(outcome(attempt, 399))
                .then(Mono.error(new IllegalStateException("the attempt could not be stored")))))
                .hasMessageContaining("could not be stored");

        mine().jsonPath("$.items").isEmpty();
        get(PERM.as(Role.ASSESSOR), "results?personId=" + person).expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void replacesWhatTheAttemptWasWorthBefore() {
        var first = PERM.inTransaction(results.record(outcome(attempt, 399)));
        assertThat(PERM.inTransaction(results.record(outcome(attempt, 399)))).isEqualTo(first);
        get(PERM.as(Role.ASSESSOR), "results/" + first).expectHeader().valueEquals("ETag", "\"1\"");

        assertThat(PERM.inTransaction(results.record(outcome(attempt, 800)))).isEqualTo(first);

        get(PERM.as(Role.ASSESSOR), "results/" + first).expectHeader().valueEquals("ETag", "\"2\"")
                .expectBody().jsonPath("$.scores[0].points").isEqualTo(800);
        mine().jsonPath("$.items").isEmpty();
    }

    @Test
    @Clause("DIA-030")
    void keepsTwoAttemptsOfOneDayBesideWhatOthersReported() {
        PERM.inTransaction(results.record(outcome(attempt, 399)));
        PERM.inTransaction(results.record(outcome(UUID.randomUUID(), 900)));
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 500));

        get(PERM.as(Role.ASSESSOR), "results?personId=" + person).expectBody().jsonPath("$.items.length()").isEqualTo(3);
        mine().jsonPath("$.items[0].why.length()").isEqualTo(3).jsonPath("$.items[0].status").isEqualTo("CLOSED");
    }

    /// What is reported with no more than its day was taken when the day began.
    @Test
    @Clause("DIA-030")
    void countsTheAttemptHandedInLastThoughTheFirstWasJudgedLast() {
        PERM.inTransaction(results.record(handedIn(UUID.randomUUID(), "2026-02-01T09:00:00.001Z", 900)));
        mine().jsonPath("$.items").isEmpty();

        PERM.inTransaction(results.record(handedIn(attempt, "2026-02-01T09:00:00Z", 399)));
        recorded(PERM, result(person, "2026-02-01", "METHODICAL", 100));
        mine().jsonPath("$.items[?(@.status == 'OPEN')]").isEmpty();
        get(PERM.as(Role.TEACHER, person), "strengths?personId=" + person).expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].why.points").isEqualTo(900);

        PERM.inTransaction(results.record(handedIn(UUID.randomUUID(), "2026-02-01T09:00:00.002Z", 399)));
        mine().jsonPath("$.items[?(@.status == 'OPEN')].level").isEqualTo("HIGH");
    }

    @Test
    void isChangedByItsAttemptAlone() {
        var id = String.valueOf(PERM.inTransaction(results.record(outcome(attempt, 399))));

        put(PERM.as(Role.ASSESSOR), id, "\"1\"", result(person, "2026-02-01", "METHODICAL", 900)).expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").value(type -> assertThat((String) type).endsWith("result-of-attempt"));
        delete(PERM.as(Role.ASSESSOR), id, "\"1\"").expectStatus().isEqualTo(409);

        PERM.inTransaction(results.annul(Outcome.Origin.ATTEMPT, attempt));
        get(PERM.as(Role.ASSESSOR), "results/" + id).expectStatus().isNotFound();
        mine().jsonPath("$.items").isEmpty();
        PERM.inTransaction(results.annul(Outcome.Origin.ATTEMPT, attempt));
    }

    private Outcome outcome(UUID of, int points) {
        return handedIn(of, "2026-02-01T09:00:00Z", points);
    }

    private Outcome handedIn(UUID of, String at, int points) {
        return Outcome.ofAttempt(of, person, "CNPPM_DIAGNOSTICS", "CNPPM", LocalDate.of(2026, 2, 1), Instant.parse(at), null,
                List.of(new Outcome.Part("METHODICAL", BigDecimal.valueOf(points), BigDecimal.valueOf(1000))));
    }

    private org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec mine() {
        return get(PERM.as(Role.COORDINATOR), "deficits?personId=" + person).expectStatus().isOk().expectBody();
    }
}
