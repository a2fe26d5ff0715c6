package ru.nms.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static ru.nms.events.registration.Registration.Attendance.ABSENT;
import static ru.nms.events.registration.Registration.Attendance.PRESENT;
import static ru.nms.events.registration.Registration.Status.CANCELLED;
import static ru.nms.events.registration.Registration.Status.CONFIRMED;
import static ru.nms.events.registration.Registration.Status.WAITLISTED;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ru.nms.events.registration.Registration.Command;
import ru.nms.events.registration.Registration.Status;
import ru.nms.platform.problem.Refusal;

class RegistrationTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    /// All that is possible before attendance was taken; every other pair is refused.
    private static final Map<Status, Map<Class<? extends Command>, Status>> POSSIBLE = Map.of(
            CONFIRMED, Map.of(Command.Cancel.class, CANCELLED, Command.Attend.class, CONFIRMED,
                    Command.Retell.class, CONFIRMED),
            WAITLISTED, Map.of(Command.Confirm.class, CONFIRMED, Command.Cancel.class, CANCELLED,
                    Command.Retell.class, WAITLISTED),
            CANCELLED, Map.of());

    static Stream<Arguments> pairs() {
        var commands = List.of(new Command.Confirm(), new Command.Cancel(), new Command.Attend(PRESENT), new Command.Retell());
        return Arrays.stream(Status.values()).flatMap(status -> commands.stream().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meetsEveryCommandInEveryStatus(Status status, Command command) {
        var registration = registration(status, null);
        var following = POSSIBLE.get(status).get(command.getClass());

        if (following == null) {
            assertThatThrownBy(() -> registration.on(command, NOW)).asInstanceOf(type(Refusal.class))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo("registration.wrong-status");
                        assertThat(refusal.more()).containsKey("possible");
                    });
        } else {
            assertThat(registration.on(command, NOW)).extracting(Registration::status, Registration::version)
                    .containsExactly(following, 3L);
        }
    }

    @Test
    void keepsItsVersionWhenTheSameAttendanceIsTakenAgain() {
        var seen = registration(CONFIRMED, PRESENT);

        assertThat(seen.on(new Command.Attend(PRESENT), NOW)).isSameAs(seen);
    }

    @Test
    void correctsAttendanceInANewVersion() {
        assertThat(registration(CONFIRMED, PRESENT).on(new Command.Attend(ABSENT), NOW))
                .extracting(Registration::attendance, Registration::version).containsExactly(ABSENT, 3L);
    }

    @Test
    void keepsAttendanceWhenTheEventIsToldAnew() {
        assertThat(registration(CONFIRMED, PRESENT).on(new Command.Retell(), NOW).attendance()).isEqualTo(PRESENT);
    }

    @Test
    void isNotCancelledOnceAttendanceWasTaken() {
        assertThatThrownBy(() -> registration(CONFIRMED, ABSENT).on(new Command.Cancel(), NOW))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.more()).containsEntry("possible", List.of("attendance")));
    }

    private static Registration registration(Status status, Registration.Attendance attendance) {
        return new Registration(UUID.randomUUID(), 2, new UUID(0, 1), new UUID(0, 2), status, attendance, NOW, NOW);
    }
}
