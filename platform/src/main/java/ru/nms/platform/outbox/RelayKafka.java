package ru.nms.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;

import ru.nms.contracts.Topic;

/// The relay's Kafka side: a fenced transactional producer, and CloudEvents 1.0 in binary mode.
public final class RelayKafka {

    private static final int SEND_SECONDS = 20;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final Topics topics;
    private final String service;

    public RelayKafka(KafkaSettings settings, Topics topics, String service) {
        this.settings = settings;
        this.topics = topics;
        this.service = service;
    }

    /// Fences every producer of this service that was made before.
    Producer<String, String> connect(List<Topic<?>> own) throws InterruptedException, ExecutionException,
            TimeoutException {
        topics.ensure(own);
        Map<String, Object> config = settings.common();
        config.putAll(Map.of(
                "client.id", "nms-" + service + "-relay",
                "transactional.id", "nms-" + service + "-relay",
                "acks", "all",
                "compression.type", "lz4",
                "max.in.flight.requests.per.connection", 1,   // a retried first batch of a transaction is not overtaken
                "max.block.ms", SEND_SECONDS * 1_000,
                "delivery.timeout.ms", SEND_SECONDS * 1_000,
                "request.timeout.ms", 10_000,
                "transaction.timeout.ms", 30_000));
        var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            close(producer);
            throw e;
        }
    }

    /// Takes its time even when the thread was told to end: the producer would log an interrupted end as a failure.
    static void close(Producer<String, String> producer) {
        boolean interrupted = Thread.interrupted();
        try {
            producer.close(CLOSING);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// All of the batch or, for those who read committed records, none of it.
    void send(Producer<String, String> producer, List<RelayDatabase.Entry> batch) throws ExecutionException,
            InterruptedException, TimeoutException {
        producer.beginTransaction();
        List<Future<?>> sent = new ArrayList<>(batch.size());
        for (var entry : batch) {
            sent.add(producer.send(record(entry)));
        }
        producer.commitTransaction();
        for (var one : sent) {
            one.get(SEND_SECONDS, TimeUnit.SECONDS);
        }
    }

    private ProducerRecord<String, String> record(RelayDatabase.Entry entry) {
        var record = new ProducerRecord<>(entry.topic(), entry.subject().toString(), entry.payload());
        var headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", entry.id().toString());
        put(headers, "ce_type", entry.type());
        put(headers, "ce_source", "/nms/" + service);
        put(headers, "ce_subject", entry.subject().toString());
        put(headers, "ce_time", entry.at().toString());
        put(headers, "ce_epoch", Long.toString(entry.epoch()));
        put(headers, "ce_version", Long.toString(entry.version()));
        put(headers, "content-type", "application/json");
        return record;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
