package ru.nms.diagnostics.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ru.nms.platform.problem.Refusal;

class JudgesTest {

    /// Judges are erased like everybody.
    @Test
    void refusesWhereTooFewAreLeft() {
        var one = UUID.randomUUID();
        var judges = new Judges(List.of(one));

        assertThat(judges.of(1)).isEqualTo(one);
        assertThatThrownBy(() -> judges.of(2)).isInstanceOf(Refusal.class);
    }
}
