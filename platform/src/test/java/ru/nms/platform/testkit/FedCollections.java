package ru.nms.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

import ru.nms.platform.sync.Feed;

/// Whoever pulls from a region does so at the gateway: each collection of the change feed must have its route there.
public final class FedCollections {

    private FedCollections() {}

    /// @param name of the service in `gateway.yml`
    public static void verify(ServiceUnderTest service, String name) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("../gateway/src/main/resources/gateway.yml"));
        var routes = Objects.requireNonNull(yaml.getObject());
        assertThat(routes.stringPropertyNames().stream()
                .filter(key -> key.startsWith("nms.gateway.collections." + name + "["))
                .map(routes::getProperty))
                .as("nms.gateway.collections.%s in gateway.yml", name)
                .containsExactlyInAnyOrderElementsOf(service.context().getBeansOfType(Feed.class).values().stream()
                        .map(Feed::collection).toList());
    }
}
