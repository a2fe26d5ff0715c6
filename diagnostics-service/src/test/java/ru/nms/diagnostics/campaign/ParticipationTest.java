package ru.nms.diagnostics.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.nms.diagnostics.campaign.Participation.Status;
import ru.nms.diagnostics.campaign.Participation.Step;
import ru.nms.platform.problem.Refusal;

/// Every status × every step.
class ParticipationTest {

    @ParameterizedTest
    @CsvSource({"FINISHED,STARTED,STARTED", "STARTED,FINISHED,FINISHED", "FINISHED,INVITED,INVITED", "STARTED,REGISTERED,REGISTERED",
        "FINISHED,FINISHED,FINISHED", "ABSENT,INVITED,ABSENT", "ABSENT,REGISTERED,ABSENT", "ABSENT,FINISHED,FINISHED"})
    void comesBackAsFarAsTheAttemptsThatAreLeft(Status from, Status left, Status to) {
        var back = new Participation(UUID.randomUUID(), 1, UUID.randomUUID(), UUID.randomUUID(), from, 0, null).back(left);

        assertThat(back.status()).isEqualTo(to);
        assertThat(back.version()).isEqualTo(from == to ? 1 : 2);
    }

    @ParameterizedTest
    @CsvSource({
        "INVITED,REGISTER,REGISTERED", "INVITED,REMIND,INVITED", "INVITED,START,STARTED", "INVITED,FINISH,-", "INVITED,MISS,ABSENT",
        "REGISTERED,REGISTER,-", "REGISTERED,REMIND,REGISTERED", "REGISTERED,START,STARTED", "REGISTERED,FINISH,-",
        "REGISTERED,MISS,ABSENT", "STARTED,REGISTER,-", "STARTED,REMIND,STARTED", "STARTED,START,STARTED",
        "STARTED,FINISH,FINISHED", "STARTED,MISS,-", "FINISHED,REGISTER,-", "FINISHED,REMIND,-", "FINISHED,START,STARTED",
        "FINISHED,FINISH,-", "FINISHED,MISS,-", "ABSENT,REGISTER,-", "ABSENT,REMIND,-", "ABSENT,START,-", "ABSENT,FINISH,-",
        "ABSENT,MISS,-"})
    void knowsEveryPairOfStatusAndStep(Status from, Step step, String to) {
        if (to.equals("-")) {
            assertThatThrownBy(() -> from.on(step)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.code()).isEqualTo("participation.wrong-status"));
        } else {
            assertThat(from.on(step)).isEqualTo(Status.valueOf(to));
        }
    }

    /// What SQL does to many at once is what one may do.
    @Test
    void takesManyAtOnceFromWhereOneMayGo() {
        for (var step : Step.values()) {
            assertThat(Status.from(step)).as(step.name()).containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(Status.values()).filter(status -> goes(status, step)).toList());
        }
    }

    private static boolean goes(Status status, Step step) {
        try {
            status.on(step);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    @Test
    void isANewVersionOnlyWhenSomethingChanges() {
        var invited = new Participation(UUID.randomUUID(), 1, UUID.randomUUID(), UUID.randomUUID(), Status.STARTED, 0, null);

        assertThat(invited.on(Step.START)).isSameAs(invited);
        assertThat(invited.on(Step.FINISH).version()).isEqualTo(2);
    }
}
