package ru.nms.platform.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.tx.Tx;

/// Removes what has been gone for long, and raises the floor of the collection in the same transaction, so that no
/// reader from before can take the silence for "nothing happened".
final class Tombstones {

    static final int BATCH = 1_000;
    private static final Logger log = LoggerFactory.getLogger(Tombstones.class);

    private final List<Feed> feeds;
    private final FeedStore store;
    private final Tx tx;
    private final Clock clock;
    private final Duration keep;

    Tombstones(List<Feed> feeds, FeedStore store, Tx tx, Clock clock, Duration keep) {
        var byName = feeds.stream().collect(Collectors.toMap(Feed::collection, Function.identity()));
        this.feeds = feeds.stream().sorted(Comparator.comparingInt(feed -> -depth(feed, byName))).toList();
        this.store = store;
        this.tx = tx;
        this.clock = clock;
        this.keep = keep;
    }

    /// What refers to others goes before them.
    private static int depth(Feed feed, Map<String, Feed> all) {
        return feed.after().stream().flatMap(other -> Stream.ofNullable(all.get(other)))
                .mapToInt(other -> 1 + depth(other, all)).max().orElse(0);
    }

    /// @return how many were removed
    Mono<Long> removeOld() {
        var before = clock.instant().minus(keep);
        return Flux.fromIterable(feeds)
                .concatMap(feed -> tx.run(store.removeTombstones(feed, before, BATCH))
                        .expand(removed -> removed < BATCH ? Mono.empty() : tx.run(store.removeTombstones(feed, before, BATCH)))
                        .onErrorResume(failure -> {
                            log.warn("Old tombstones of {} stay: {}", feed.collection(), failure.toString());
                            return Mono.empty();
                        }))
                .reduce(0L, Long::sum);
    }
}
