package ru.nms.platform.outbox;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

import ru.nms.contracts.Topic;

/// Makes sure that topics exist. Both ends ask: whoever starts first creates them, so no service waits for another.
public final class Topics {

    private static final String WEEK = Long.toString(TimeUnit.DAYS.toMillis(7));
    private static final int PATIENCE_SECONDS = 20;

    private final KafkaSettings settings;

    public Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /// Blocks; called by the relay's and the listeners' own threads.
    public void ensure(Collection<? extends Topic<?>> topics) throws InterruptedException, ExecutionException,
            TimeoutException {
        try (var admin = Admin.create(settings.common())) {
            var present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var absent = topics.stream().flatMap(topic -> java.util.stream.Stream.of(state(topic), deadLetters(topic)))
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (var created : admin.createTopics(absent).values().values()) {
                awaitCreation(created);
            }
        }
    }

    private static void awaitCreation(org.apache.kafka.common.KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            created.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /// Deletions stay visible for a week, and nothing deleted survives longer than that in the log.
    private NewTopic state(Topic<?> topic) {
        return new NewTopic(topic.name(), settings.partitions(), settings.replicas()).configs(Map.of(
                "cleanup.policy", "compact",
                "delete.retention.ms", WEEK,
                "max.compaction.lag.ms", WEEK));
    }

    /// Dead letters may hold personal data: kept for a bounded time.
    private NewTopic deadLetters(Topic<?> topic) {
        return new NewTopic(topic.deadLetters(), settings.partitions(), settings.replicas())
                .configs(Map.of("retention.ms", WEEK));
    }
}
