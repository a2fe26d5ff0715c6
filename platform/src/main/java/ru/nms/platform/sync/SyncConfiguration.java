package ru.nms.platform.sync;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.platform.list.Cursors;
import ru.nms.platform.outbox.Epoch;

@Configuration(proxyBeanMethods = false)
@Import(FeedResource.class)
public class SyncConfiguration {

    @Bean
    FeedService feedService(ObjectProvider<Feed> feeds, DatabaseClient db, Epoch epoch, Cursors cursors) {
        return new FeedService(feeds.stream().toList(), new FeedStore(db), epoch, cursors);
    }
}
