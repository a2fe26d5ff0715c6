package ru.nms.monitoring.learnt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;
import ru.nms.contracts.PersonChanged;
import ru.nms.monitoring.Monitoring;

/// Two records of one person become one: who was diagnosed under both counts once.
class MergedPersonTest {

    private static final Monitoring TYUMEN = Monitoring.told("tyumen");

    @Test
    void givesResultsToTheOneWhoStays() {
        var from = TYUMEN.teacher(null);
        var heir = TYUMEN.teacher(null);
        var before = TYUMEN.result(from, "2025-01-01");

        var news = new PersonChanged(UUID.randomUUID(), from, 1, 9, Instant.EPOCH, List.of(), null, null, null, null, heir);
        TYUMEN.service().inTransaction(TYUMEN.projection(news).on(news).then(Mono.defer(() -> TYUMEN.projection(news).then(news))));
        var after = TYUMEN.result(from, "2025-02-01");

        assertThat(List.of(owner(before), owner(after))).containsExactly(heir, heir);
    }

    private static UUID owner(UUID result) {
        return TYUMEN.service().inTransaction(TYUMEN.db().sql("SELECT person_id FROM result WHERE id = :id").bind("id", result)
                .map(row -> row.get("person_id", UUID.class)).one());
    }
}
