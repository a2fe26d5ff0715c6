package ru.nms.platform.sync;

import java.time.Instant;
import java.util.Comparator;
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
            var sent = after == null ? null : FeedCursor.open(after, cursors, collection, now);
            return store.watermark(collection).flatMap(watermark -> {
                var from = sent == null ? FeedCursor.start(now, watermark.floor(), feed.view())
                        : sent.resumed(watermark.floor(), feed.view());
                return store.changes(feed, from, watermark.tx(), limit)
                        .collectList()
                        .map(rows -> page(feed, from, rows, limit, watermark));
            });
        });
    }

    private String page(Feed feed, FeedCursor from, List<FeedStore.Row> rows, int limit, FeedStore.Watermark watermark) {
        var newest = newest(feed, from.epoch(), watermark);
        var reached = rows.size() == limit ? from.at(rows.getLast().tx(), rows.getLast().id())
                : newest.tx() >= from.tx() ? newest : from;
        return """
                {"items":[%s],"next":"%s","newest":"%s","consistentThrough":"%s","more":%s}"""
                .formatted(rows.stream().map(FeedStore.Row::json).collect(Collectors.joining(",")),
                        reached.seal(cursors, feed.collection()), newest.seal(cursors, feed.collection()),
                        watermark.instant(), rows.size() == limit);
    }

    private static FeedCursor newest(Feed feed, long epoch, FeedStore.Watermark watermark) {
        return FeedCursor.before(epoch, watermark.tx(), watermark.floor(), feed.view());
    }

    /// @param oldest cursor from which a complete copy can be loaded
    /// @param newest cursor behind everything committed before `consistentThrough`
    record State(String collection, long epoch, String oldest, String newest, Instant consistentThrough) {}

    Flux<State> states() {
        return Flux.fromStream(() -> feeds.values().stream().sorted(Comparator.comparing(Feed::collection))).concatMap(feed ->
                epoch.current().zipWith(store.watermark(feed.collection()), (now, watermark) -> state(feed, now, watermark)));
    }

    private State state(Feed feed, long epoch, FeedStore.Watermark watermark) {
        return new State(feed.collection(), epoch,
                FeedCursor.start(epoch, watermark.floor(), feed.view()).seal(cursors, feed.collection()),
                newest(feed, epoch, watermark).seal(cursors, feed.collection()), watermark.instant());
    }

    /// @param newest the cursor up to which the checksum speaks
    record Proof(long count, String sha256, String newest) {}

    Mono<Proof> checksum(String collection) {
        var feed = feed(collection);
        return epoch.current().zipWith(store.watermark(collection)).flatMap(at ->
                store.checksum(feed, at.getT2().tx()).map(sum -> new Proof(sum.count(), sum.sha256(),
                        newest(feed, at.getT1(), at.getT2()).seal(cursors, collection))));
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
