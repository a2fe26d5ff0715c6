package ru.nms.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static ru.nms.events.event.Event.Status.CANCELLED;
import static ru.nms.events.event.Event.Status.DRAFT;
import static ru.nms.events.event.Event.Status.HELD;
import static ru.nms.events.event.Event.Status.PUBLISHED;

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

import ru.nms.events.event.Event.Command;
import ru.nms.events.event.Event.Details;
import ru.nms.events.event.Event.Mode;
import ru.nms.events.event.Event.Status;
import ru.nms.platform.problem.Refusal;

class EventTest {

    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant LATER = START.plusSeconds(7200);

    /// All that is possible; every other pair is refused.
    private static final Map<Status, Map<Class<? extends Command>, Status>> POSSIBLE = Map.of(
            DRAFT, Map.of(Command.Change.class, DRAFT, Command.Publish.class, PUBLISHED),
            PUBLISHED, Map.of(Command.Change.class, PUBLISHED, Command.Cancel.class, CANCELLED, Command.Close.class, HELD),
            HELD, Map.of(),
            CANCELLED, Map.of());

    static Stream<Arguments> pairs() {
        var commands = List.of(new Command.Change(details("Другая тема")), new Command.Publish(), new Command.Cancel("Болезнь"),
                new Command.Close());
        return Arrays.stream(Status.values()).flatMap(status -> commands.stream().map(command -> Arguments.of(status, command)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void meetsEveryCommandInEveryStatus(Status status, Command command) {
        var event = event(status);
        var following = POSSIBLE.get(status).get(command.getClass());

        if (following == null) {
            assertThatThrownBy(() -> event.on(command, LATER)).asInstanceOf(type(Refusal.class))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo("event.wrong-status");
                        assertThat((List<?>) refusal.more().get("possible")).hasSize(POSSIBLE.get(status).size());
                    });
        } else {
            assertThat(event.on(command, LATER)).extracting(Event::status, Event::version, Event::changedAt)
                    .containsExactly(following, event.version() + 1, LATER);
        }
    }

    @Test
    void keepsItsVersionWhenNothingChanges() {
        var event = event(PUBLISHED);

        assertThat(event.on(new Command.Change(details("Тема")), LATER)).isSameAs(event);
    }

    @Test
    void isNotHeldBeforeItStarts() {
        assertThatThrownBy(() -> event(PUBLISHED).on(new Command.Close(), START.minusSeconds(1)))
                .asInstanceOf(type(Refusal.class)).extracting(Refusal::code).isEqualTo("event.not-started");
    }

    @Test
    void remembersWhyItWasCancelled() {
        assertThat(event(PUBLISHED).on(new Command.Cancel("Карантин"), START).reason()).isEqualTo("Карантин");
    }

    private static Event event(Status status) {
        return new Event(UUID.randomUUID(), 3, details("Тема"), status, null, START, START);
    }

    private static Details details(String title) {
        return new Details(EventKind.SEMINAR, "REGIONAL", title, new UUID(0, 1), null, START, START.plusSeconds(3600), START,
                Mode.ONLINE, 50, List.of("METHODICAL"), null, null, null, null, List.of(), null, null);
    }
}
