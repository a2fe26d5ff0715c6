package ru.nms.registry.methodist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.keeping.Act;
import ru.nms.registry.keeping.Step;
import ru.nms.registry.methodist.Candidate.Status;

@Clause("REG-064")
class CandidateTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Act ACT = new Act("Приказ", "1", DAY);
    private static final Map<String, Map<Status, Status>> WANTED = Map.of(
            "assessment", Map.of(Status.APPLIED, Status.ASSESSED),
            "training", Map.of(Status.ASSESSED, Status.TRAINED),
            "approval", Map.of(Status.TRAINED, Status.APPROVED),
            "activation", Map.of(Status.APPROVED, Status.ACTIVE),
            "departure", Map.of(Status.APPLIED, Status.LEFT, Status.ASSESSED, Status.LEFT, Status.TRAINED, Status.LEFT,
                    Status.APPROVED, Status.LEFT, Status.ACTIVE, Status.LEFT));

    @ParameterizedTest
    @EnumSource
    void takesExactlyTheStepsThatLeadOnFromEachStatus(Status from) {
        WANTED.forEach((action, moves) -> {
            var candidate = in(from);
            if (moves.containsKey(from)) {
                var next = candidate.take(action, step(DAY, ACT));
                assertThat(next.status()).isEqualTo(moves.get(from));
                assertThat(next.steps().getLast()).isEqualTo(new Step(next.status().name(), DAY, ACT, null));
                assertThat(next.steps()).hasSize(candidate.steps().size() + 1);
            } else {
                assertThatThrownBy(() -> candidate.take(action, step(DAY, ACT))).isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("wrong-status"));
            }
        });
    }

    @Test
    void needsAnActForApprovalAlone() {
        assertThat(in(Status.APPLIED).take("assessment", step(DAY, null)).status()).isEqualTo(Status.ASSESSED);
        assertThatThrownBy(() -> in(Status.TRAINED).take("approval", step(DAY, null))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/act"));
    }

    @Test
    void goesForwardInTime() {
        var candidate = in(Status.APPLIED);

        assertThat(candidate.take("assessment", step(DAY, null)).status()).isEqualTo(Status.ASSESSED);
        assertThatThrownBy(() -> candidate.take("assessment", step(DAY.minusDays(1), null))).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.faults()).extracting(Fault::code).containsExactly("before-last-step"));
    }

    private static Step.Draft step(LocalDate on, @Nullable Act act) {
        return new Step.Draft(on, act, null);
    }

    private static Candidate in(Status status) {
        return new Candidate(UUID.randomUUID(), null, DAY, List.of(), status, List.of(), null);
    }
}
