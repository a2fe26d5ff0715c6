package ru.nms.platform.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.list.Cursors;
import ru.nms.platform.outbox.Epoch;
import ru.nms.platform.problem.Refusal;

/// Reads feeds so that no committed change can ever be missed by a reader that pages while others write.
final class FeedService {

    private final Map<String, Feed> feeds;
    private final FeedStore store;
    private final Epoch epoch;
    private final Cursors cursors;

    FeedService(List<Feed> feeds, FeedStore store, Epoch epoch, Cursors cursors) {
        this.feeds = feeds.stream().collect(Collectors.toMap(Feed::collection, Function.identity()));
        this.store = store;
        this.epoch = epoch;
        this.cursors = cursors;
    }

    /// One page of changes, as JSON that the database wrote and nobody reads again.
    Mono<String> changes(String collection, @Nullable String after, int limit) {
        var feed = feed(collection);
        return epoch.current().flatMap(now -> {
            var cursor = FeedCursor.open(after, cursors, collection, now);
            return store.watermark(collection).flatMap(watermark -> {
                if (after != null && cursor.tx() < watermark.floor()) {
                    return Mono.error(FeedCursor.expired());
                }
                return store.changes(feed, cursor, watermark.tx(), limit)
                        .collectList()
                        .map(rows -> page(collection, cursor, rows, limit, watermark, now));
            });
        });
    }

    private String page(String collection, FeedCursor from, List<FeedStore.Row> rows, int limit,
                        FeedStore.Watermark watermark, long now) {
        var newest = FeedCursor.before(now, watermark.tx());
        var reached = rows.size() == limit ? new FeedCursor(now, rows.getLast().tx(), rows.getLast().id())
                : newest.tx() >= from.tx() ? newest : from;
        return """
                {"items":[%s],"next":"%s","newest":"%s","consistentThrough":"%s","more":%s}"""
                .formatted(rows.stream().map(FeedStore.Row::json).collect(Collectors.joining(",")),
                        reached.seal(cursors, collection), newest.seal(cursors, collection), watermark.instant(),
                        rows.size() == limit);
    }

    /// @param oldest cursor from which a complete copy can be loaded
    /// @param newest cursor behind everything committed before `consistentThrough`
    record State(String collection, long epoch, String oldest, String newest, Instant consistentThrough) {}

    Flux<State> states() {
        return Flux.fromIterable(feeds.keySet().stream().sorted().toList()).concatMap(collection ->
                epoch.current().zipWith(store.watermark(collection), (now, watermark) -> new State(collection, now,
                        FeedCursor.start(now).seal(cursors, collection),
                        FeedCursor.before(now, watermark.tx()).seal(cursors, collection), watermark.instant())));
    }

    /// @param newest the cursor up to which the checksum speaks
    record Proof(long count, String sha256, String newest) {}

    Mono<Proof> checksum(String collection) {
        var feed = feed(collection);
        return epoch.current().zipWith(store.watermark(collection)).flatMap(at ->
                store.checksum(feed, at.getT2().tx()).map(sum -> new Proof(sum.count(), sum.sha256(),
                        FeedCursor.before(at.getT1(), at.getT2().tx()).seal(cursors, collection))));
    }

    /// @param after collections to load before this one
    record Dependency(String collection, List<String> after) {}

    List<Dependency> dependencies() {
        return feeds.values().stream().map(feed -> new Dependency(feed.collection(), feed.after())).toList();
    }

    private Feed feed(String collection) {
        var feed = feeds.get(collection);
        if (feed == null) {
            throw Refusal.notFound("collection");
        }
        return feed;
    }
}
