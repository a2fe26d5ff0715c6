package ru.nms.diagnostics.deficit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.deficit.Deficit.Status;
import ru.nms.diagnostics.rule.Regions;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.region.Origin;
import ru.nms.platform.testkit.Clause;

class ReassessmentTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID DEFICIT = new UUID(2, 2);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final Rulebook RULES = Regions.rules("tyumen");

    @Test
    void opensADeficitForAWeakResult() {
        var change = of(List.of(), attempt(FIRST, 3, 35));

        assertThat(change.opened()).containsExactly(deficit(1, "HIGH", Status.OPEN, 3, null, FIRST));
    }

    @Test
    void opensNothingForAStrongResult() {
        assertThat(of(List.of(), attempt(FIRST, 3, 80))).isEqualTo(new Reassessment(List.of(), List.of(), List.of()));
    }

    @Test
    @Clause("DIA-030")
    void letsTheNewestAttemptCount() {
        var open = deficit(1, "HIGH", Status.OPEN, 3, null, FIRST);

        var change = of(List.of(open), attempt(FIRST, 3, 35), attempt(SECOND, 9, 65));

        assertThat(change.changed()).containsExactly(deficit(2, "LOW", Status.OPEN, 3, null, SECOND));
    }

    @Test
    @Clause("DIA-007")
    void closesWithTheResultAsEvidence() {
        var open = deficit(1, "HIGH", Status.OPEN, 3, null, FIRST);

        var change = of(List.of(open), attempt(FIRST, 3, 35), attempt(SECOND, 9, 80));

        assertThat(change.changed()).containsExactly(deficit(2, "HIGH", Status.CLOSED, 3, 9, SECOND));
    }

    @Test
    void seesAnOlderResultThatIsReportedLateAsIfItHadBeenKnown() {
        var change = of(List.of(), attempt(SECOND, 3, 35), attempt(FIRST, 9, 80));

        assertThat(change.opened()).containsExactly(deficit(1, "HIGH", Status.CLOSED, 3, 9, FIRST));
    }

    @Test
    void withdrawsADeficitForWhichNothingSpeaksAnyMore() {
        var change = of(List.of(deficit(4, "HIGH", Status.OPEN, 3, null, FIRST)));

        assertThat(change.withdrawn()).extracting(Deficit::version).containsExactly(5L);
    }

    @Test
    void changesNothingTheSecondTime() {
        var open = deficit(1, "HIGH", Status.OPEN, 3, null, FIRST);

        assertThat(of(List.of(open), attempt(FIRST, 3, 35)).changed()).isEmpty();
    }

    private static Reassessment of(List<Deficit> deficits, Attempt... attempts) {
        return Reassessment.of(List.of(attempts), deficits, RULES, () -> DEFICIT);
    }

    private static Attempt attempt(UUID result, int month, int points) {
        return new Attempt(PERSON, "METHODICAL", result, "CNPPM_DIAGNOSTICS", "CNPPM", LocalDate.of(2026, month, 1),
                BigDecimal.valueOf(points), BigDecimal.valueOf(100));
    }

    private static Deficit deficit(long version, String level, Status status, int opened, Integer closed, UUID result) {
        return new Deficit(DEFICIT, version, PERSON, "METHODICAL", level, Origin.PRODUCT_DEFAULT, status,
                LocalDate.of(2026, opened, 1), closed == null ? null : LocalDate.of(2026, closed, 1), result);
    }
}
