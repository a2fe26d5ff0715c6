package ru.nms.diagnostics.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.diagnostics.order.TrainingRequest.Status;
import ru.nms.platform.problem.Refusal;

class TrainingRequestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static TrainingRequest of(Status status) {
        return new TrainingRequest(UUID.randomUUID(), DAY.minusDays(1), status, null);
    }

    @Test
    void isWithdrawnOnce() {
        assertThat(of(Status.FORMED).withdrawn()).extracting(TrainingRequest::status, TrainingRequest::isStanding).containsExactly(Status.WITHDRAWN, false);
        assertThatThrownBy(() -> of(Status.WITHDRAWN).withdrawn()).isInstanceOf(Refusal.class);
        assertThat(TrainingRequest.MOVES.possible(Status.FORMED)).containsExactly("withdrawal");
        assertThat(TrainingRequest.MOVES.possible(Status.WITHDRAWN)).isEmpty();
    }

    @Test
    void isFormedAnewWhileItStandsAndStaysAsItWasOnceItIsWithdrawn() {
        var withdrawn = of(Status.WITHDRAWN);

        assertThat(withdrawn.needing(List.of(), DAY)).isSameAs(withdrawn);
        assertThat(of(Status.FORMED).needing(List.of(), DAY).formedOn()).isEqualTo(DAY);
        var same = of(Status.FORMED).needing(List.of(), DAY);
        assertThat(same.needing(List.of(), DAY.plusDays(1))).as("nothing new is needed").isSameAs(same);
    }
}
