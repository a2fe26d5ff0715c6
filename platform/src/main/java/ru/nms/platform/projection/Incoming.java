package ru.nms.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import ru.nms.contracts.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One record that was read and understood: a state or a deletion, and the projection it is for.
record Incoming<E extends Event>(Projection<E> projection, ConsumerRecord<String, byte[]> record, @Nullable E event,
                                 Projection.Gone gone) {

    /// @throws Poison when the record is not what its topic promises
    static <E extends Event> Incoming<E> read(Projection<E> projection, ConsumerRecord<String, byte[]> record,
                                              JsonMapper json) {
        var gone = new Projection.Gone(uuid(record.key()), number(record, "ce_epoch"), number(record, "ce_version"));
        if (record.value() == null) {
            return new Incoming<>(projection, record, null, gone);
        }
        E event = parse(projection, record.value(), json);
        if (!gone.subject().equals(event.subject())) {
            throw new Poison("key-is-not-subject");
        }
        return new Incoming<>(projection, record, event, gone);
    }

    private static <E extends Event> E parse(Projection<E> projection, byte[] value, JsonMapper json) {
        E event;
        try {
            event = json.readValue(value, projection.topic().type());
        } catch (JacksonException e) {
            throw new Poison("unreadable");
        }
        if (event == null || event.subject() == null || event.occurredAt() == null || event.version() < 1) {
            throw new Poison("incomplete");
        }
        return event;
    }

    private static UUID uuid(@Nullable String key) {
        try {
            return UUID.fromString(String.valueOf(key));
        } catch (IllegalArgumentException e) {
            throw new Poison("key-is-no-id");
        }
    }

    private static long number(ConsumerRecord<?, ?> record, String header) {
        var value = record.headers().lastHeader(header);
        try {
            return value == null ? 0 : Long.parseLong(new String(value.value(), StandardCharsets.UTF_8));
        } catch (NumberFormatException e) {
            throw new Poison("header-is-no-number");
        }
    }

    /// Epoch first, then version.
    Order order() {
        return event == null ? new Order(gone.epoch(), gone.version()) : new Order(event.epoch(), event.version());
    }

    record Order(long epoch, long version) implements Comparable<Order> {

        @Override
        public int compareTo(Order other) {
            int byEpoch = Long.compare(epoch, other.epoch);
            return byEpoch != 0 ? byEpoch : Long.compare(version, other.version);
        }
    }

    /// The same, as if it had said that its subject is gone.
    Incoming<E> withheld() {
        var order = order();
        return new Incoming<>(projection, record, null, new Projection.Gone(gone.subject(), order.epoch(), order.version()));
    }

    /// @param rebuilding decisions taken at the first reading are not taken again
    Mono<Void> apply(boolean rebuilding) {
        if (event == null) {
            return rebuilding ? projection.gone(gone) : projection.gone(gone).then(Mono.defer(() -> projection.thenGone(gone)));
        }
        return rebuilding ? projection.on(event) : projection.on(event).then(Mono.defer(() -> projection.then(event)));
    }
}
