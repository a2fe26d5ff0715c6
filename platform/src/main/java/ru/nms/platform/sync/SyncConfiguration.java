package ru.nms.platform.sync;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import ru.nms.platform.list.Cursors;
import ru.nms.platform.outbox.Epoch;
import ru.nms.platform.tx.Tx;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncSettings.class)
@Import(FeedResource.class)
public class SyncConfiguration {

    private static final Duration TIDY = Duration.ofHours(6);

    @Bean
    FeedStore feedStore(DatabaseClient db) {
        return new FeedStore(db);
    }

    @Bean
    FeedService feedService(ObjectProvider<Feed> feeds, FeedStore store, Epoch epoch, Cursors cursors) {
        return new FeedService(feeds.stream().toList(), store, epoch, cursors);
    }

    @Bean
    Tombstones tombstones(ObjectProvider<Feed> feeds, FeedStore store, Tx tx, Clock clock, SyncSettings settings) {
        return new Tombstones(feeds.stream().toList(), store, tx, clock, settings.tombstones());
    }

    @Bean(destroyMethod = "dispose")
    Disposable tombstoneTidying(Tombstones tombstones) {
        return Flux.interval(TIDY).onBackpressureDrop().concatMap(tick -> tombstones.removeOld()).subscribe();
    }
}
