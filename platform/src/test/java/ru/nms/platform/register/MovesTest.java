package ru.nms.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ru.nms.platform.problem.Refusal;

class MovesTest {

    private enum Light { RED, AMBER, GREEN }

    /// The same action leads elsewhere from elsewhere.
    private static final Moves<Light> MOVES = Moves.<Light>of()
            .on("warning", Light.AMBER, Light.RED)
            .on("switch", Light.GREEN, Light.AMBER)
            .on("switch", Light.RED, Light.GREEN)
            .on("failure", Light.AMBER, Light.GREEN, Light.RED);

    private static final Map<Light, Map<String, Light>> WANTED = Map.of(
            Light.RED, Map.of("warning", Light.AMBER, "failure", Light.AMBER),
            Light.AMBER, Map.of("switch", Light.GREEN),
            Light.GREEN, Map.of("switch", Light.RED, "failure", Light.AMBER));

    @ParameterizedTest
    @EnumSource
    void answersEveryPairOfStatusAndAction(Light status) {
        var wanted = WANTED.get(status);
        for (var action : List.of("warning", "switch", "failure", "unknown")) {
            if (wanted.containsKey(action)) {
                assertThat(MOVES.after(status, action)).isEqualTo(wanted.get(action));
            } else {
                assertThatThrownBy(() -> MOVES.after(status, action)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(409);
                    assertThat(refusal.code()).isEqualTo("wrong-status");
                    assertThat(refusal.more()).containsEntry("possible", MOVES.possible(status));
                });
            }
        }
        assertThat(MOVES.possible(status)).containsExactlyInAnyOrderElementsOf(wanted.keySet());
    }
}
