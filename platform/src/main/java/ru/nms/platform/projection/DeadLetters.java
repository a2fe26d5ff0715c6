package ru.nms.platform.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.micrometer.core.instrument.MeterRegistry;
import ru.nms.platform.outbox.KafkaSettings;

/// Parks what cannot be applied on `<topic>.dlt`: the record as it was, with a reason, and with the service that
/// could not read it, since several services share the topic.
final class DeadLetters implements AutoCloseable {

    static final String CONSUMER = "nms_consumer";
    static final String REASON = "nms_reason";
    static final String TOPIC = "nms_topic";
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int PATIENCE_SECONDS = 30;

    private final Producer<String, byte[]> producer;
    private final String service;
    private final MeterRegistry meters;

    DeadLetters(KafkaSettings settings, String service, MeterRegistry meters) {
        Map<String, Object> config = settings.common();
        config.put("client.id", "nms-" + service + "-dead-letters");
        config.put("acks", "all");
        config.put("max.block.ms", PATIENCE_SECONDS * 1_000);
        config.put("buffer.memory", 4 * 1024 * 1024L);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        this.service = service;
        this.meters = meters;
    }

    /// Returns when the broker has it; a failure is an outage and the batch is tried again.
    void park(ConsumerRecord<String, byte[]> record, String reason) {
        var parked = new ProducerRecord<>(original(record) + ".dlt", record.key(), record.value());
        record.headers().forEach(header -> {
            if (!header.key().startsWith("nms_")) {
                parked.headers().add(header);
            }
        });
        parked.headers()
                .add(CONSUMER, service.getBytes(StandardCharsets.UTF_8))
                .add(REASON, reason.getBytes(StandardCharsets.UTF_8))
                .add(TOPIC, original(record).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(parked).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while parking.", e));
        } catch (ExecutionException | TimeoutException e) {
            throw new UncheckedIOException(new IOException("The broker took no dead letter.", e));
        }
        meters.counter("nms.dead.letters", "topic", original(record), "reason", reason).increment();
        log.error("Parked a record of {} (partition {}, offset {}): {}", record.topic(), record.partition(),
                record.offset(), reason);
    }

    private static String original(ConsumerRecord<String, byte[]> record) {
        return record.topic().endsWith(".dlt")
                ? record.topic().substring(0, record.topic().length() - ".dlt".length()) : record.topic();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
