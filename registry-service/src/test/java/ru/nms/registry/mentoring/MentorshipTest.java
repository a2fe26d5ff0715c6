package ru.nms.registry.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MentorshipTest {

    private static final Map<String, Map<Mentorship.Status, Mentorship.Status>> WANTED = Map.of(
            "acceptance", Map.of(Mentorship.Status.REQUESTED, Mentorship.Status.ACCEPTED),
            "refusal", Map.of(Mentorship.Status.REQUESTED, Mentorship.Status.DECLINED),
            "result", Map.of(Mentorship.Status.ACCEPTED, Mentorship.Status.COMPLETED),
            "cancellation", Map.of(Mentorship.Status.REQUESTED, Mentorship.Status.CANCELLED,
                    Mentorship.Status.ACCEPTED, Mentorship.Status.CANCELLED));

    @ParameterizedTest
    @EnumSource
    void goesExactlyWhereEachStatusLeads(Mentorship.Status from) {
        WANTED.forEach((action, moves) -> {
            if (moves.containsKey(from)) {
                assertThat(Mentorship.MOVES.after(from, action)).isEqualTo(moves.get(from));
            } else {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> Mentorship.MOVES.after(from, action)).hasMessage("wrong-status");
            }
        });
    }
}
